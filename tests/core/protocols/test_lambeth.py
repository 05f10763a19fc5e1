"""The ladder of this protocol: who begins where, who answers by when, what follows, and holds."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.events import AlertIssued
from concord.core.protocol.vocabulary import ChildStatus
from tests.core.protocols.lambeth_scenes import (
    ANSWERS,
    CARE,
    EXCEPTION,
    MANAGER,
    PLAN,
    STAGES,
    at,
    due,
    talked,
    told,
)
from tests.core.protocols.stage import Play


@pytest.mark.clauses("LAM-CP-CHAIRS")
@pytest.mark.parametrize(
    ("chair", "child"), [("iro", CARE), ("cp-chair", PLAN), ("cp-chair", CARE)]
)
def test_an_iro_and_a_cp_chair_carry_a_dispute_from_the_concern_to_its_end(
    chair: str, child: ChildStatus
) -> None:
    on = at("stage-2", chair, child).answer("service-manager").judge(chair, "yes").resolve(chair)
    assert on.dispute.raiser == chair
    assert on.dispute.closed_at == on.now


@pytest.mark.clauses("LAM-CP-CHAIRS")
@pytest.mark.parametrize(("role", "child"), [("team-manager", PLAN), ("iro", PLAN)])
def test_nobody_else_raises_a_concern(role: str, child: ChildStatus) -> None:
    refused = Play("lambeth", child=child).refused(role, "raise concern")
    assert (refused.id, refused.clause) == ("not-your-part", "LAM-CP-CHAIRS")


@pytest.mark.clauses("LAM-CP-CHAIRS")
def test_a_cp_chair_does_not_carry_on_with_an_iros_dispute() -> None:
    on = at("stage-1").answer("team-manager")
    assert on.duty("2:judge").owners == ("iro",)
    assert on.refused("cp-chair", "judge", satisfied="yes").id == "not-your-part"


@pytest.mark.clauses("LAM-LINE-MANAGER")
@pytest.mark.parametrize(("chair", "child"), [("iro", CARE), ("cp-chair", PLAN)])
def test_the_formal_process_waits_for_the_talk_with_the_line_manager(
    chair: str, child: ChildStatus
) -> None:
    on = Play("lambeth", child=child).concern(chair).talk(chair, "team-manager")
    on.consult(chair, "service-manager").inform(chair, MANAGER)
    refused = on.refused(chair, "issue alert")
    assert (refused.id, refused.clause) == ("consult-first", "LAM-LINE-MANAGER")
    assert on.consult(chair, MANAGER).alert(chair).rung == "stage-1"


@pytest.mark.clauses("LAM-ENTRY")
@pytest.mark.parametrize("stage", ["stage-2", "stage-3"])
def test_an_iro_enters_at_the_stage_that_fits_after_consulting_the_service_manager(
    stage: str,
) -> None:
    on = talked()
    refused = on.refused("iro", "issue alert", stage=stage)
    assert (refused.id, refused.clause) == ("consult-first", "LAM-ENTRY")
    assert (
        on.consult("iro", MANAGER, about="the-entry-stage").alert("iro", stage=stage).rung == stage
    )


@pytest.mark.clauses("LAM-ENTRY", "LAM-LINE-MANAGER")
def test_one_consultation_about_the_stage_is_also_the_talk_about_going_formal() -> None:
    on = Play("lambeth").concern("iro").talk("iro", "team-manager")
    assert on.refused("iro", "issue alert", stage="stage-2").clause == "LAM-LINE-MANAGER"
    on.consult("iro", MANAGER, about="the-entry-stage").alert("iro", stage="stage-2")
    assert on.rung == "stage-2"


@pytest.mark.clauses("LAM-ENTRY")
@pytest.mark.parametrize("chair", ["iro", "cp-chair"])
@pytest.mark.parametrize("stage", ["stage-4", "stage-5"])
def test_nobody_enters_above_stage_3(chair: str, stage: str) -> None:
    on = talked(chair).consult(chair, MANAGER, about="the-entry-stage")
    refused = on.refused(chair, "issue alert", stage=stage, reason=EXCEPTION)
    assert refused.id == "entry-not-allowed"


@pytest.mark.clauses("LAM-ENTRY")
@pytest.mark.parametrize("stage", ["stage-2", "stage-3"])
def test_a_cp_chair_begins_at_stage_1_and_elsewhere_only_with_a_reason(stage: str) -> None:
    assert talked("cp-chair", PLAN).alert("cp-chair").rung == "stage-1"
    on = talked("cp-chair", PLAN).consult("cp-chair", MANAGER, about="the-entry-stage")
    refused = on.refused("cp-chair", "issue alert", stage=stage)
    assert (refused.id, refused.clause) == ("reason-needed", "LAM-ENTRY")
    assert on.alert("cp-chair", stage=stage, reason="A new incident.").rung == stage


@pytest.mark.clauses("LAM-TOTAL-20")
def test_20_working_days_count_from_going_formal() -> None:
    on = talked()
    assert on.clocks.total is None
    total = on.at("2026-03-04 10:00").alert("iro").clocks.total
    assert total is not None
    assert (total.due.on, total.left) == (date(2026, 4, 1), 20)
    on.at("2026-04-02 09:00")
    assert on.state("total") is DutyState.OVERDUE
    assert "total" in on.dispute.missed


@pytest.mark.clauses("LAM-TOTAL-20")
@pytest.mark.parametrize("stage", STAGES)
def test_the_chair_can_ask_for_less_than_the_time_and_never_for_more(stage: str) -> None:
    asked: dict[str, object] = {"answer_by": "2026-03-04"}
    later = {"answer_by": "2026-03-09"}
    if stage == "stage-1":
        on = talked()
        assert on.refused("iro", "issue alert", **later).id == "later-than-the-limit"
        on.alert("iro", **asked)
    else:
        on = at(STAGES[STAGES.index(stage) - 1])
        on.answer(ANSWERS[on.rung]).judge("iro", "no")
        refused = on.refused("iro", "escalate", reason=EXCEPTION, **later)
        assert refused.id == "later-than-the-limit"
        on.escalate("iro", reason=EXCEPTION, **asked)
    assert due(on, stage) == date(2026, 3, 4)


@pytest.mark.clauses("LAM-WRITTEN-RESPONSE")
@pytest.mark.parametrize("stage", STAGES)
def test_whoever_is_addressed_answers_in_writing_and_in_time(stage: str) -> None:
    on, key = at(stage), f"{STAGES.index(stage) + 2}:answer"
    assert on.duty(key).owners == (ANSWERS[stage],)
    assert on.duty(key).clause == f"LAM-S{stage[-1]}"
    for other in set(ANSWERS.values()) - {ANSWERS[stage]}:
        refused = on.refused(other, "answer")
        assert (refused.id, refused.clause) == ("not-your-part", "LAM-WRITTEN-RESPONSE")
    assert on.refused(ANSWERS[stage], "answer", text="").id == "needed"
    on.at("2026-03-07 09:00")
    assert on.state(key) is DutyState.OVERDUE
    assert on.answer(ANSWERS[stage]).state(key) is DutyState.DONE_LATE


@pytest.mark.clauses("LAM-INFORMAL")
def test_the_chair_sets_the_time_and_it_is_made_known() -> None:
    on = Play("lambeth")
    refused = on.refused("iro", "raise concern", respond_by=None)
    assert (refused.id, refused.clause) == ("by-when-needed", "LAM-INFORMAL")
    on.concern("iro")
    assert told(on) == {"social-worker": "read", "team-manager": "read"}
    respond = on.duty("1:respond")
    assert respond.due is not None
    assert respond.due.on == date(2026, 3, 4)
    assert respond.owners == ("social-worker", "team-manager")
    on.at("2026-03-05 09:00")
    assert "1:respond" in on.dispute.missed
    assert on.state("1:time-is-up") is DutyState.OPEN


@pytest.mark.clauses("LAM-INFORMAL")
def test_a_direct_talk_comes_first_and_face_to_face_if_it_can_be() -> None:
    on = Play("lambeth").concern("iro").consult("iro", MANAGER)
    refused = on.refused("iro", "issue alert")
    assert (refused.id, refused.clause) == ("informal-first", "LAM-INFORMAL")
    on.talk("iro", "team-manager", how="email", why_this_way="The team manager is away.")
    on.talk("iro", "team-manager", how="telephone").talk("iro", "service-manager")
    assert on.refused("iro", "issue alert").id == "informal-first"
    on.talk("iro", "social-worker", how="telephone", why_this_way="The office is closed.")
    assert on.alert("iro").rung == "stage-1"


@pytest.mark.clauses("LAM-INFORMAL")
@pytest.mark.parametrize("whom", ["social-worker", "team-manager"])
def test_a_talk_face_to_face_with_social_worker_or_team_manager_is_enough(whom: str) -> None:
    on = Play("lambeth").concern("iro").consult("iro", MANAGER).talk("iro", whom)
    assert on.alert("iro").rung == "stage-1"


@pytest.mark.clauses("LAM-RATIONALE")
@pytest.mark.parametrize("stage", STAGES[:-1])
def test_escalating_puts_its_rationale_on_the_record(stage: str) -> None:
    on = at(stage).answer(ANSWERS[stage]).judge("iro", "no")
    refused = on.refused("iro", "escalate", rationale="", reason=EXCEPTION)
    assert (refused.id, refused.clause) == ("rationale-needed", "LAM-RATIONALE")
    on.escalate("iro", rationale="No plan has come.", reason=EXCEPTION)
    assert isinstance(on.last, AlertIssued)
    assert on.last.reason == "No plan has come."


@pytest.mark.clauses("LAM-HOLD")
@pytest.mark.parametrize("stage", STAGES)
def test_an_alert_waits_until_the_agreed_day_and_is_then_in_the_chairs_tray(stage: str) -> None:
    on = at(stage).answer(ANSWERS[stage]).does("iro", "place hold", until="2026-03-12")
    assert on.due_on("hold:1:task") == date(2026, 3, 12)
    refused = on.refused("iro", "escalate", reason=EXCEPTION)
    assert (refused.id, refused.clause) == ("on-hold", "LAM-HOLD")
    assert "hold:1:check" in on.at("2026-03-13 09:00").owes("iro")


@pytest.mark.clauses("LAM-HOLD")
def test_nobody_in_the_line_puts_an_alert_on_hold_or_checks_the_task() -> None:
    on = at("stage-3").answer("assistant-director")
    hold = {"until": "2026-03-12"}
    assert on.refused("assistant-director", "place hold", **hold).id == "not-your-part"
    on.does("iro", "place hold", **hold)
    assert on.refused("assistant-director", "check hold", done="yes").clause == "LAM-HOLD"


@pytest.mark.clauses("LAM-HOLD")
def test_a_task_that_is_done_closes_the_alert() -> None:
    on = at("stage-3").answer("assistant-director").does("iro", "place hold", until="2026-03-12")
    on.at("2026-03-12 16:00").does("iro", "check hold", done="yes").resolve("iro")
    assert on.dispute.closed_at == on.now


@pytest.mark.clauses("LAM-HOLD")
def test_a_task_that_is_not_done_escalates() -> None:
    on = at("stage-3").answer("assistant-director").does("iro", "place hold", until="2026-03-12")
    on.at("2026-03-12 16:00").does("iro", "check hold", done="no")
    assert on.duty("4:next").act == "escalate"
    assert on.escalate("iro").rung == "stage-4"


@pytest.mark.clauses("LAM-HOLD")
def test_a_hold_stops_the_stages_clock_and_not_the_20_days() -> None:
    on = at("stage-1")
    total = on.duty("total").due
    on.does("iro", "place hold", until="2026-03-06")
    assert due(on, "stage-1") == date(2026, 3, 12)
    assert on.duty("total").due == total


@pytest.mark.clauses("LAM-HOLD")
@pytest.mark.parametrize("stage", STAGES[:-1])
def test_without_a_response_the_chair_escalates_and_nothing_moves_by_itself(stage: str) -> None:
    on = at(stage).at("2026-03-07 09:00")
    following = on.duty(f"{STAGES.index(stage) + 2}:next")
    assert (on.rung, following.act, following.owners) == (stage, "escalate", ("iro",))
    assert on.escalate("iro", reason=EXCEPTION).rung == STAGES[STAGES.index(stage) + 1]


@pytest.mark.clauses("LAM-S1")
def test_stage_1_goes_to_the_team_manager_and_two_more_are_notified() -> None:
    action = {"what": "Call the meeting", "by": "social-worker", "on": "2026-03-05"}
    on = talked().alert("iro", actions=[action])
    assert told(on) == {
        "team-manager": "answer",
        "social-worker": "read",
        "service-manager": "read",
        "assistant-director-qa": "read",
    }
    assert due(on, "stage-1") == date(2026, 3, 6)
    assert isinstance(on.last, AlertIssued)
    assert (on.last.concern, on.last.actions[0].on) == ("Drift.", date(2026, 3, 5))
    assert on.refused("iro", "issue alert").id == "alert-already-issued"
    assert talked().refused("iro", "issue alert", concern="").id == "needed"


@pytest.mark.clauses("LAM-S1")
def test_whoever_raised_it_is_told_of_the_response_and_closes_with_a_brief_outcome() -> None:
    on = at("stage-1").answer("team-manager")
    assert told(on) == {"iro": "judge", "assistant-director-qa": "read"}
    refused = on.judge("iro", "yes").explains("iro").refused("iro", "resolve", outcome="")
    assert refused.id == "needed"
    assert on.refused("team-manager", "resolve").clause == "LAM-S1"


@pytest.mark.clauses("LAM-S2")
def test_stage_2_goes_to_the_service_manager_for_4_working_days() -> None:
    on = at("stage-2")
    assert told(on)["service-manager"] == "answer"
    assert due(on, "stage-2") == date(2026, 3, 6)


@pytest.mark.clauses("LAM-S2")
@pytest.mark.parametrize(("chair", "child"), [("iro", CARE), ("cp-chair", PLAN)])
def test_a_serious_safeguarding_issue_opens_stage_2_at_once(chair: str, child: ChildStatus) -> None:
    on = at("stage-1", chair, child)
    refused = on.refused(chair, "escalate")
    assert (refused.id, refused.clause) == ("not-yet-unresolved", "LAM-HOLD")
    assert refused.allowed_by.endswith("when there is a serious safeguarding issue")
    assert on.escalate(chair, reason="No enquiries after an incident.").rung == "stage-2"
    assert on.refused(chair, "escalate", reason="It is serious.").id == "not-yet-unresolved"


@pytest.mark.clauses("LAM-S3")
def test_stage_3_goes_to_the_assistant_director_and_the_one_for_quality_is_alerted() -> None:
    on = at("stage-3")
    assert told(on) == {"assistant-director": "answer", "assistant-director-qa": "read"}
    assert on.protocol.stages[2].told == ("assistant-director-qa",)
    assert due(on, "stage-3") == date(2026, 3, 6)


@pytest.mark.clauses("LAM-S3")
def test_the_outcomes_that_are_expected_are_brought_up_to_date_on_the_way_to_stage_3() -> None:
    on = at("stage-2").answer("service-manager").judge("iro", "no")
    on.escalate("iro", outcome_sought="A plan by May.")
    assert isinstance(on.last, AlertIssued)
    assert (on.last.concern, on.last.outcome_sought) == ("Drift.", "A plan by May.")


@pytest.mark.clauses("LAM-S4")
def test_stage_4_goes_to_the_director_with_the_assistant_director_copied_in() -> None:
    on = at("stage-4")
    found = told(on)
    assert (found["director"], found["assistant-director"]) == ("answer", "read")
    assert due(on, "stage-4") == date(2026, 3, 6)


@pytest.mark.clauses("LAM-S5")
def test_stage_5_is_an_exception_and_the_chair_says_how_this_is_one() -> None:
    on = at("stage-4").answer("director").judge("iro", "no")
    refused = on.refused("iro", "escalate")
    assert (refused.id, refused.clause) == ("reserved-stage", "LAM-S5")
    on.escalate("iro", reason=EXCEPTION)
    assert told(on)["executive-director"] == "answer"
    assert due(on, "stage-5") == date(2026, 3, 6)


@pytest.mark.clauses("LAM-S5")
def test_stage_5_is_the_last() -> None:
    on = at("stage-5").answer("executive-director").judge("iro", "no")
    assert on.refused("iro", "escalate").id == "last-stage"
    assert on.duty("6:next").act == "consider referral"
