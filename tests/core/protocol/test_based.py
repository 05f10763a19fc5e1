"""A protocol that is based on another one says all that it takes over, and stays as it is."""

import pytest

from concord.core.problem import WrongData
from concord.core.protocol.identity import content_hash
from concord.core.protocol.read import read_protocol, whole_text
from concord.core.protocol.shipped import shipped

HEAD = "format: concord protocol 1\nid: ours\nbased on: bristol\n"
SHORTER = "stages:\n  - id: stage-2\n    answer: {within: 3 working days}\n"


def test_what_is_left_out_is_taken_over_and_what_is_said_stands() -> None:
    ours, base = read_protocol(HEAD + SHORTER, file="ours.yaml"), shipped("bristol")
    assert ours.stages[1].answer != base.stages[1].answer
    assert ours.stages[0] == base.stages[0]
    assert (ours.id, ours.title, ours.source.based_on) == ("ours", base.title, "bristol")


def test_an_item_that_is_left_out_is_not_taken_over() -> None:
    ours = read_protocol(HEAD + "leave out: [statement]\n", file="ours.yaml")
    assert "statement" not in {rule.id for rule in ours.duties}
    assert len(ours.duties) == len(shipped("bristol").duties) - 1


def test_the_whole_text_is_the_same_protocol_without_its_base() -> None:
    def no_base(name: str) -> str:
        raise LookupError(name)

    text = HEAD + SHORTER
    whole = read_protocol(whole_text(text, file="ours.yaml"), file="whole.yaml", bases=no_base)
    assert content_hash(whole) == content_hash(read_protocol(text, file="ours.yaml"))


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        (HEAD.replace("bristol", "nowhere"), "no-base", 3),
        (HEAD + "leave out: [nothing]\n", "nothing-to-leave-out", 4),
        (HEAD + SHORTER.replace("3 working", "3"), "wrong-value", 6),
        (HEAD + SHORTER.replace("answer", "anser"), "unknown-key", 6),
    ],
)
def test_a_finding_has_the_line_of_the_file_itself(text: str, found: str, line: int) -> None:
    with pytest.raises(WrongData) as wrong:
        read_protocol(text, file="ours.yaml")
    assert [(each.id, each.place.line) for each in wrong.value.findings] == [(found, line)]


def test_protocols_are_not_based_on_each_other_in_a_circle() -> None:
    with pytest.raises(WrongData) as wrong:
        read_protocol(HEAD, file="ours.yaml", bases=lambda _name: HEAD)
    assert [each.id for each in wrong.value.findings] == ["no-base"]
