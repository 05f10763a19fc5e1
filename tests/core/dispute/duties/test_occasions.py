"""When a duty comes up more than once: what is done at one stage is not done for another."""

from dataclasses import replace

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Act, Moment, Verb
from tests.core.protocols.stage import Play

CONSIDER = DutyRule(
    id="cafcass-at-each-stage",
    who=("iro",),
    what="Consider Cafcass",
    clause="BRI-CAFCASS-ANY",
    must=Verb.CONSIDER,
    refers_to="cafcass",
    counted_from=Moment.UNRESOLVED,
)
BEFORE_PASSING = DutyRule(
    id="before-passing",
    who=("iro",),
    what="Consult before stages are passed over",
    clause="BRI-S3-EXCEPTIONAL",
    must=Verb.CONSULT,
    whom=("senior-reviewing-officer",),
    at=("informal",),
    before=(Act.BYPASS,),
)


def test_what_is_considered_at_one_stage_is_not_considered_at_the_stage_before() -> None:
    on = _at_stage_1(CONSIDER).at("2026-03-10 09:00").inform("iro", "senior-reviewing-officer")
    on.escalate("iro").at("2026-03-18 09:00")
    on.does("iro", "consider referral", to="cafcass", decision="decline")
    assert on.state("2:cafcass-at-each-stage") is DutyState.LAPSED
    assert on.state("3:cafcass-at-each-stage") is DutyState.DONE


def test_what_is_done_after_the_last_time_that_it_came_up_still_counts() -> None:
    on = _at_stage_1(CONSIDER).at("2026-03-10 09:00").inform("iro", "senior-reviewing-officer")
    on.escalate("iro").does("iro", "consider referral", to="cafcass", decision="decline")
    assert on.state("2:cafcass-at-each-stage") is DutyState.DONE


def test_a_duty_before_stages_are_passed_over_waits_in_nobodys_tray() -> None:
    on = Play(_with(BEFORE_PASSING)).concern("iro")
    assert not [key for key in on.duties if key.endswith("before-passing")]


def test_a_duty_before_stages_are_passed_over_can_be_for_the_beginning_only() -> None:
    on = Play(_with(BEFORE_PASSING)).concern("iro").inform("iro", "senior-reviewing-officer")
    passing = {"stage": "stage-3", "reason": "Serious concern."}
    assert on.refused("iro", "issue alert", **passing).id == "consult-first"
    on.talk("iro", "social-worker").alert("iro").inform("iro", "senior-reviewing-officer")
    assert on.escalate("iro", to="stage-3", reason="Serious concern.").rung == "stage-3"


def _at_stage_1(rule: DutyRule) -> Play:
    return Play(_with(rule)).concern("iro").talk("iro", "social-worker").alert("iro")


def _with(rule: DutyRule) -> Protocol:
    bristol = shipped("bristol")
    return replace(bristol, duties=(*bristol.duties, rule))
