"""What must not be done meanwhile: everybody on the dispute sees it, and a breach is recorded."""

import pytest

from concord.core.dispute.restraints import restraints
from concord.core.dispute.timeline import timeline
from concord.core.people.permission import Part, parts
from tests.core.protocols.lambeth_scenes import at, talked, told
from tests.core.protocols.stage import Play

HARMS = "nothing-that-harms"
LINE = ("social-worker", "team-manager", "service-manager", "assistant-director", "director")


def broken(on: Play, by: str = "iro") -> Play:
    return on.does(by, "record breach", restraint=HARMS, text="The placement was ended.")


@pytest.mark.clauses("LAM-NO-PREJUDICE")
@pytest.mark.parametrize("stage", ["informal", "stage-1", "stage-5"])
def test_nothing_that_harms_the_childs_position_is_done_as_long_as_it_runs(stage: str) -> None:
    on = talked() if stage == "informal" else at(stage)
    (one,) = restraints(on.matter)
    assert one.rule.clause == "LAM-NO-PREJUDICE"
    assert set(LINE) < set(one.rule.who)
    assert one.broken == ()


@pytest.mark.clauses("LAM-NO-PREJUDICE")
def test_it_is_over_when_it_is_resolved() -> None:
    on = talked().resolve("iro")
    assert restraints(on.matter) == ()
    assert on.refused("iro", "record breach", restraint=HARMS, text="Late.").id == "already-closed"


@pytest.mark.clauses("LAM-NO-PREJUDICE")
@pytest.mark.parametrize("by", ["iro", "social-worker", "assistant-director-qa"])
def test_whoever_knows_of_a_breach_records_it_and_it_stands_beside_the_restraint(by: str) -> None:
    on = broken(at("stage-1"), by)
    (one,) = restraints(on.matter)
    assert [each.capacity for each in one.broken] == [by]
    said = timeline(on.matter, show_private=False)[-1].sentence
    assert "recorded that something was done that should have been left undone: do nothing" in said


@pytest.mark.clauses("LAM-NO-PREJUDICE")
def test_a_breach_is_told_to_the_raiser_to_those_who_were_to_leave_it_and_to_who_looks_on() -> None:
    kinds = told(broken(at("stage-1"), "team-manager"))
    assert {"iro", "assistant-director-qa", "social-worker", "executive-director"} <= set(kinds)
    assert set(kinds.values()) == {"read"}


@pytest.mark.clauses("LAM-NO-PREJUDICE")
def test_that_it_binds_somebody_lets_nobody_see_the_dispute() -> None:
    on = at("stage-1")
    assert parts(on.matter, ["director"]) == frozenset()
    assert Part.ADDRESSEE in parts(on.matter, ["team-manager"])


@pytest.mark.clauses("LAM-NO-PREJUDICE")
def test_only_what_the_protocol_asks_to_be_left_undone_can_be_broken() -> None:
    refused = at("stage-1").refused("iro", "record breach", restraint="smoking", text="x")
    assert refused.id == "unknown-restraint"
    assert HARMS in refused.allowed_by


def test_a_protocol_that_asks_for_nothing_of_the_kind_has_no_such_step() -> None:
    on = Play("bristol").at("2026-03-02 10:00").concern("iro")
    refused = on.refused("iro", "record breach", restraint="x", text="x")
    assert refused.id == "nothing-to-leave-undone"
