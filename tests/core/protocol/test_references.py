"""A protocol file points at things that are there, and counts from moments that there are."""

import pytest

from concord.core.problem import Finding, WrongData
from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped_text


def finding_after(protocol: str, old: str, new: str) -> Finding:
    """The one finding about a shipped file in which some words are changed."""
    text = shipped_text(protocol)
    assert text.count(old) == 1
    with pytest.raises(WrongData) as wrong:
        read_protocol(text.replace(old, new), file="changed.yaml")
    (found,) = wrong.value.findings
    return found


def test_the_total_counts_only_from_the_concern_the_formal_process_or_the_alert() -> None:
    found = finding_after(
        "bristol", "  counted from: concern raised\n", "  counted from: unresolved\n"
    )
    assert (found.id, found.place.path) == ("total-from", "total > counted from")
    assert found.place.line
    assert "formal begun" in found.hint


def test_a_duty_to_raise_it_at_a_stage_names_a_stage() -> None:
    found = finding_after(
        "southampton", "    about: deputy-director-stage\n", "    about: the-top\n"
    )
    assert found.id == "unknown-stage"


@pytest.mark.parametrize(
    ("chosen", "hint"),
    [
        ("the total counts from the first informal concerns", "the first informal concern"),
        ("whatever suits", "the same words"),
    ],
)
def test_a_reading_chooses_one_of_the_readings_that_it_lists(chosen: str, hint: str) -> None:
    old = "    chosen: the total counts from the first informal concern\n"
    found = finding_after("bristol", old, f"    chosen: {chosen}\n")
    assert (found.id, found.place.path) == ("chosen-not-said", "readings 2 > chosen")
    assert '"four-windows"' in found.sentence
    assert hint in found.hint
    line = shipped_text("bristol").splitlines()[found.place.line - 1]
    assert line == old.rstrip()
