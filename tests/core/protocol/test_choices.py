"""A protocol with several ladders or limits from outside says where none would be left."""

import pytest

from concord.core.problem import WrongData
from concord.core.protocol.read import read_protocol
from tests.support.invented import PROTOCOLS, text_beside

HEAD = "format: concord protocol 1\nid: ours\nbased on: plain.yaml\n"
CLAUSE = "clause: EX-END"
FOR_COURT = "only for: {in court: yes}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"ladders:\n  - {{id: a, label: A, {FOR_COURT}, goes through: step-1, {CLAUSE}}}\n",
         "no-ladder-left"),
        (f"ladders:\n  - {{id: a, label: A, goes through: talk, {CLAUSE}}}\n", "no-stage"),
        ((f"ladders:\n  - {{id: a, label: A, goes through: step-1, {CLAUSE}}}\n"
         f"  - {{id: b, label: B, goes through: step-2, {CLAUSE}}}\n"), "ladder-for-all"),
        (f"ladders:\n  - {{id: a, label: A, goes through: step-9, {CLAUSE}}}\n", "unknown-stage"),
        ("stages:\n  - {id: step-1, answer: {by priority: {soon: 1 working day}}}\n",
         "unknown-priority"),
        ("stages:\n  - {id: step-1, answer: {counted from: outside date}}\n", "which-date"),
        ("stages:\n  - {id: step-1, answer: {counted from: outside date, which date: fair}}\n",
         "unknown-date"),
        ("stages:\n  - {id: step-1, answer: {counted from: closed}}\n", "counted-from"),
        ("stages:\n  - {id: step-2, kind: hand over, answer: not stated}\n", "nobody-to-hand-to"),
    ],
)  # fmt: skip
def test_a_choice_that_leaves_nothing_is_found(text: str, found: str) -> None:
    with pytest.raises(WrongData) as wrong:
        read_protocol(HEAD + text, file="ours.yaml", bases=text_beside(PROTOCOLS[0]))
    assert found in [each.id for each in wrong.value.findings]
