"""The stages give way to a grave event, visibly, until whoever raised the dispute goes on."""

import pytest

from concord.core.dispute.decide.override import override
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.state import Phase
from concord.core.dispute.timeline import timeline
from concord.core.record.envelope import Recorded
from tests.core.dispute import holding
from tests.core.protocols.lambeth_scenes import at, talked
from tests.core.protocols.stage import Play

pytestmark = pytest.mark.clauses("LAM-OVERRIDE")


def overridden(on: Play) -> Play:
    """A grave event is recorded by the social worker."""
    event = override(on.matter.protocol, on.matter.dispute)
    assert event
    seq = on.matter.dispute.version + 1
    on.records(Recorded(seq, event, "social-worker", "social-worker", on.now, on.now))
    return on


def owed(on: Play) -> list[Duty]:
    """What is owed because of it."""
    made = on.duties.values()
    return [each for each in made if each.act == "resume stages" and not each.is_over]


def test_the_stage_and_its_limits_end_there_and_the_record_says_why() -> None:
    on = overridden(at("stage-2"))
    dispute = on.matter.dispute
    assert dispute.phase is Phase.OVERRIDDEN
    assert dispute.is_open
    answer = on.duty(f"{len(dispute.runs)}:answer")
    assert answer.state_at(on.now) is DutyState.LAPSED
    assert timeline(on.matter, show_private=False)[-1].sentence == (
        "The social worker recorded a grave event, to which the stages give way"
    )
    holding.everything(on.matter, at=on.now)


def test_nobody_takes_a_step_of_a_stage_meanwhile_and_the_refusal_says_what_would_allow_it() -> (
    None
):
    refused = overridden(at("stage-2")).refused("service-manager", "answer")
    assert (refused.id, refused.clause) == ("overridden", "LAM-OVERRIDE")


def test_whoever_raised_it_owes_the_decision_how_it_goes_on() -> None:
    on = overridden(at("stage-2"))
    (duty,) = owed(on)
    assert (duty.owners, duty.clause) == (("iro",), "LAM-OVERRIDE")
    on.does("iro", "resume stages", reason="The child is found.")
    assert owed(on) == []


def test_the_stages_go_on_where_they_gave_way_with_an_alert_and_a_limit_of_its_own() -> None:
    on = overridden(at("stage-2"))
    assert on.refused("team-manager", "resume stages", reason="x").id == "not-your-part"
    on.does("iro", "resume stages", reason="The child is found.")
    run = on.matter.dispute.run
    assert run
    assert (run.rung, run.alert) == ("stage-2", None)
    on.does("iro", "issue alert")
    assert on.duty(f"{run.number}:answer").state_at(on.now) is DutyState.OPEN
    holding.everything(on.matter, at=on.now)


def test_what_was_informal_goes_on_informally() -> None:
    on = overridden(talked()).does("iro", "resume stages", reason="The child is found.")
    assert on.matter.dispute.phase is Phase.INFORMAL


def test_it_can_end_meanwhile_and_then_no_clock_runs() -> None:
    on = overridden(at("stage-2")).resolve("iro")
    assert on.matter.dispute.phase is Phase.RESOLVED
    assert owed(on) == []
    holding.everything(on.matter, at=on.now)


def test_what_is_over_or_gives_way_already_does_not_give_way_again() -> None:
    ended = talked().resolve("iro").matter
    assert override(ended.protocol, ended.dispute) is None
    twice = overridden(at("stage-1")).matter
    assert override(twice.protocol, twice.dispute) is None


def test_a_protocol_without_grave_events_has_nothing_that_overrides_it() -> None:
    on = Play("bristol").concern("iro")
    assert override(on.matter.protocol, on.matter.dispute) is None
    assert on.refused("iro", "resume stages", reason="x").id == "not-overridden"


def test_time_goes_on_without_missing_anything_of_the_stage() -> None:
    on = overridden(at("stage-2"))
    before = on.matter.dispute.missed
    on.at("2026-03-20 10:00")
    assert on.matter.dispute.missed == before
