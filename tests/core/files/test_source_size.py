"""A file that is far too large is told so early, and what is told of a wrong one has an end."""

import pytest

from concord.core.files.source import MOST_FINDINGS, MOST_PARTS
from concord.core.problem import Finding, WrongData
from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped_ids, shipped_text

HEAD = "format: concord protocol 1\n"


def _findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(WrongData) as wrong:
        read_protocol(text, file="x.yaml")
    return wrong.value.findings


HUGE = {
    "keys": HEAD + "".join(f"k{n}: v\n" for n in range(MOST_PARTS)),
    "a list": f"{HEAD}duties: [{'x, ' * MOST_PARTS}]\n",
    "groups": HEAD + "duties:\n" + "- {a: b}\n" * MOST_PARTS,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_a_file_of_too_many_parts_gets_one_finding(text: str) -> None:
    (finding,) = _findings(text)
    assert finding.id == "too-many-parts"
    assert f"{MOST_PARTS:,}" in finding.sentence


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_a_shipped_protocol_is_far_from_the_limit(protocol_id: str) -> None:
    twice = shipped_text(protocol_id).count(":") * 2
    assert twice < MOST_PARTS


def test_of_very_many_findings_the_first_are_told_in_full_with_the_number_of_the_others() -> None:
    *told, more = _findings(HEAD + "duties:\n" + "- {a: b}\n" * 1_000)
    assert len(told) == MOST_FINDINGS
    assert all(each.hint and each.place.line for each in told)
    assert [each.place.line for each in told] == sorted(each.place.line for each in told)
    assert more.id == "more-findings"
    assert "more findings" in more.sentence
