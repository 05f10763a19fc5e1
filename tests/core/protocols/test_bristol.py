"""The clauses of one protocol: four stages, each of 5 working days, within 20 in all."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.people.permission import Part, parts
from concord.core.protocol.definition import Answer
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import IfMissed
from tests.core.protocols.bristol_scenes import (
    ANSWERERS,
    BEYOND_5_DAYS,
    SERIOUS,
    SRO,
    STAGES,
    entered_at_stage_3,
    meet,
    raised,
    stage_1,
    stage_2,
    stage_3,
    talked,
    unresolved,
)
from tests.core.protocols.stage import Play

# Informal resolution, and who sets the time


@pytest.mark.clauses("BRI-INFORMAL-FIRST")
def test_the_alert_waits_until_an_informal_attempt_is_on_the_record() -> None:
    play = raised()
    assert play.refused("iro", "issue alert").clause == "BRI-INFORMAL-FIRST"
    play.talk("iro", SRO)
    assert play.refused("iro", "issue alert").id == "informal-first"
    assert play.talk("iro", "social-worker").alert("iro").rung == "stage-1"


@pytest.mark.clauses("BRI-DIRECT")
def test_a_talk_with_the_team_manager_alone_is_an_informal_attempt() -> None:
    assert raised().talk("iro", "team-manager").alert("iro").rung == "stage-1"


@pytest.mark.clauses("BRI-DIRECT", "BRI-S1-ALERT")
def test_the_team_manager_sees_every_stage_1_alert() -> None:
    assert Part.COPIED not in parts(talked().matter, ["team-manager"])
    assert Part.COPIED in parts(stage_1().matter, ["team-manager"])


@pytest.mark.clauses("BRI-IRO-SETS-TIME")
def test_the_iro_says_by_when_a_concern_is_to_be_resolved() -> None:
    refused = Play("bristol").refused("iro", "raise concern", respond_by="")
    assert (refused.id, refused.clause) == ("by-when-needed", "BRI-IRO-SETS-TIME")
    play = raised(respond_by="2026-03-05")
    assert play.due_on("1:respond") == date(2026, 3, 5)
    assert {"social-worker", "team-manager"} <= set(play.duty("1:respond").owners)


@pytest.mark.clauses("BRI-IRO-SETS-TIME", "BRI-TOTAL-20")
def test_a_day_that_would_pass_the_20_working_days_is_refused() -> None:
    refused = Play("bristol").refused("iro", "raise concern", respond_by="2026-03-31")
    assert (refused.id, refused.clause) == ("past-the-total", "BRI-TOTAL-20")
    raised(respond_by="2026-03-30")


@pytest.mark.clauses("BRI-IRO-SETS-TIME")
@pytest.mark.parametrize("stage", [1, 2, 3, 4])
def test_the_iro_may_ask_for_a_response_sooner_and_never_later(stage: int) -> None:
    play = talked() if stage == 1 else unresolved(stage - 1)
    verb = "issue alert" if stage == 1 else "escalate"
    assert play.refused("iro", verb, answer_by="2026-03-10").id == "later-than-the-limit"
    assert play.refused("iro", verb, answer_by="2026-03-01").clause == "BRI-IRO-SETS-TIME"
    play.does("iro", verb, answer_by="2026-03-05")
    assert play.due_on(f"{stage + 1}:answer") == date(2026, 3, 5)


# The total


@pytest.mark.clauses("BRI-TOTAL-20")
def test_the_20_working_days_count_from_the_concern_and_are_seen_from_the_first_day() -> None:
    total = raised().clocks.total
    assert total
    assert (total.due.on, total.used, total.left) == (date(2026, 3, 30), 0, 20)


@pytest.mark.clauses("BRI-TOTAL-20")
def test_a_breach_of_the_total_is_recorded() -> None:
    play = raised(respond_by="2026-03-30").at("2026-03-30 23:59")
    assert "total" not in play.missed
    play.at("2026-04-02 09:00")
    assert "total" in play.missed
    assert play.resolve("iro").state("total") is DutyState.DONE_LATE


# The stages


@pytest.mark.clauses("BRI-S1-ALERT", "BRI-S2", "BRI-S3", "BRI-S4")
@pytest.mark.parametrize("stage", [1, 2, 3, 4])
def test_the_iro_sends_each_alert_to_who_responds_to_it(stage: int) -> None:
    play, responder = STAGES[stage - 1](), ANSWERERS[stage - 1]
    rules = play.protocol.stages[stage - 1]
    assert (rules.raised_by, rules.addressed_to) == (("iro",), (responder,))
    assert Part.ADDRESSEE in parts(play.matter, [responder])
    assert play.duty(f"{stage + 1}:answer").owners == (responder,)


@pytest.mark.clauses("BRI-DIRECT", "BRI-S1-ALERT")
def test_a_copy_and_what_the_sro_is_told_cite_their_clauses() -> None:
    first = shipped("bristol").stages[0]
    assert (first.copied_clause, first.told_clause) == ("BRI-DIRECT", "BRI-S1-ALERT")


@pytest.mark.clauses("BRI-S1-ALERT")
def test_stage_1_goes_to_the_social_worker_and_the_sro_is_told_at_that_point() -> None:
    play = stage_1()
    assert play.rung == "stage-1"
    assert (play.told["social-worker"], play.told[SRO]) == ("answer", "read")
    assert play.refused("iro", "issue alert").clause == "BRI-S1-ALERT"


@pytest.mark.clauses("BRI-WRITTEN-RESPONSE", "BRI-S1-5WD")
def test_the_social_worker_responds_in_writing_within_5_working_days() -> None:
    play = stage_1()
    assert play.duty("2:answer").owners == ("social-worker",)
    assert play.due_on("2:answer") == date(2026, 3, 9)
    assert play.duty("2:answer").clause == "BRI-S1-5WD"
    refused = play.refused("team-manager", "answer")
    assert (refused.id, refused.clause) == ("not-your-part", "BRI-WRITTEN-RESPONSE")
    assert play.refused("social-worker", "answer", text="").id == "needed"
    play.answer("social-worker")
    assert play.state("2:answer") is DutyState.DONE


@pytest.mark.clauses("BRI-S1-5WD")
def test_the_team_manager_answers_for_the_response_to_stage_1() -> None:
    play = stage_1()
    assert "2:see-to-answer" in play.owes("team-manager")
    assert play.duty("2:see-to-answer").clause == "BRI-S1-5WD"
    play.at(BEYOND_5_DAYS)
    assert play.missed[-2:] == ("2:answer", "2:see-to-answer")


@pytest.mark.clauses("BRI-S1-DECIDE")
@pytest.mark.parametrize("stage", [1, 2, 3, 4])
def test_the_iro_judges_the_response_and_closes_what_is_satisfactory(stage: int) -> None:
    play = STAGES[stage - 1]()
    if stage == 4:
        meet(play)
    play.answer(ANSWERERS[stage - 1], kind="resolution")
    key, clause = f"{stage + 1}:judge", "BRI-S1-DECIDE"
    assert (play.duty(key).owners, play.duty(key).clause) == (("iro",), clause)
    assert play.refused(ANSWERERS[stage - 1], "judge", satisfied="yes").clause == clause
    assert play.refused("iro", "resolve").id == "judge-first"
    play.judge("iro", "yes")
    assert play.duty(f"{stage + 1}:next").act == "resolve"
    assert play.refused("social-worker", "resolve").clause == clause
    assert play.resolve("iro").dispute.phase == "resolved"


@pytest.mark.clauses("BRI-S1-DECIDE")
@pytest.mark.parametrize("stage", [1, 2, 3])
def test_what_is_not_satisfactory_goes_to_the_line_managers_stage(stage: int) -> None:
    play = unresolved(stage).escalate("iro")
    assert play.rung == f"stage-{stage + 1}"
    manager = play.protocol.roles[ANSWERERS[stage - 1]].manager
    assert play.duty(f"{stage + 2}:answer").owners == (manager,)


@pytest.mark.clauses("BRI-S1-DECIDE")
@pytest.mark.parametrize("stage", [1, 2, 3])
def test_without_a_response_in_time_the_iro_is_prompted_and_goes_on(stage: int) -> None:
    play = STAGES[stage - 1]().consult("iro", SRO)
    assert play.refused("iro", "escalate").id == "not-yet-unresolved"
    play.at(BEYOND_5_DAYS)
    assert play.rung == f"stage-{stage}"
    answer = play.protocol.stages[stage - 1].answer
    assert isinstance(answer, Answer)
    assert answer.if_none is IfMissed.PROMPT
    following = play.duty(f"{stage + 1}:next")
    assert (following.owners, following.act) == (("iro",), "escalate")
    assert following.clause == "BRI-S1-DECIDE"
    assert play.escalate("iro").rung == f"stage-{stage + 1}"


@pytest.mark.clauses("BRI-SRO-INFORM")
@pytest.mark.parametrize("stage", [1, 2])
def test_the_sro_is_informed_before_each_progression(stage: int) -> None:
    following = STAGES[stage - 1]().at(BEYOND_5_DAYS)
    refused = following.refused("iro", "escalate")
    assert (refused.id, refused.clause) == ("inform-first", "BRI-SRO-INFORM")
    assert f"{stage + 1}:sro-informed-before-moving-on" in following.owes("iro")
    following.inform("iro", SRO).escalate("iro")
    assert following.rung == f"stage-{stage + 1}"


@pytest.mark.clauses("BRI-SRO-INFORM")
def test_at_stage_3_it_is_consulting_that_the_iro_owes() -> None:
    owed = stage_3().at(BEYOND_5_DAYS).owes("iro")
    assert "4:sro-consulted" in owed
    assert "4:sro-informed-before-moving-on" not in owed


@pytest.mark.clauses("BRI-SRO-INFORM")
def test_an_exceptional_entry_is_not_made_without_the_sro_either() -> None:
    refused = raised().refused("iro", "issue alert", stage="stage-3", reason=SERIOUS)
    assert (refused.id, refused.clause) == ("inform-first", "BRI-SRO-INFORM")


@pytest.mark.clauses("BRI-S2")
def test_stage_2_is_the_team_managers_for_5_working_days() -> None:
    play = stage_2()
    assert play.duty("3:answer").owners == ("team-manager",)
    assert play.due_on("3:answer") == date(2026, 3, 9)
    assert play.duty("3:answer").clause == "BRI-S2"
    assert play.refused("iro", "issue alert").clause == "BRI-S2"


@pytest.mark.clauses("BRI-S2", "BRI-S3")
@pytest.mark.parametrize("stage", [2, 3])
@pytest.mark.parametrize("kind", ["resolution", "explanation"])
def test_a_manager_offers_a_resolution_or_explains_why_not(stage: int, kind: str) -> None:
    play, manager = STAGES[stage - 1](), ANSWERERS[stage - 1]
    refused = play.refused(manager, "answer", kind="")
    assert (refused.id, refused.clause) == ("kind-not-offered", f"BRI-S{stage}")
    play.answer(manager, kind=kind)


@pytest.mark.clauses("BRI-S3")
def test_stage_3_is_the_service_managers_for_5_working_days() -> None:
    play = stage_3()
    assert play.duty("4:answer").owners == ("service-manager",)
    assert play.due_on("4:answer") == date(2026, 3, 9)
    assert play.duty("4:answer").clause == "BRI-S3"
    assert play.refused("iro", "issue alert").clause == "BRI-S3"


@pytest.mark.clauses("BRI-S3")
def test_before_stage_4_the_sro_is_consulted_and_not_only_informed() -> None:
    play = stage_3().at(BEYOND_5_DAYS).inform("iro", SRO)
    refused = play.refused("iro", "escalate")
    assert (refused.id, refused.clause) == ("consult-first", "BRI-S3")
    assert play.consult("iro", SRO).escalate("iro").rung == "stage-4"


@pytest.mark.clauses("BRI-S3-EXCEPTIONAL")
def test_serious_concern_allows_entry_at_stage_3_with_the_reason_on_the_record() -> None:
    play = raised().inform("iro", SRO)
    refused = play.refused("iro", "issue alert", stage="stage-3")
    assert (refused.id, refused.clause) == ("reason-needed", "BRI-S3-EXCEPTIONAL")
    assert "serious concern" in refused.sentence
    assert play.alert("iro", stage="stage-3", reason=SERIOUS).rung == "stage-3"


@pytest.mark.clauses("BRI-S3-EXCEPTIONAL")
def test_a_dispute_that_runs_may_go_straight_to_stage_3_for_the_same_reason() -> None:
    play = stage_1().inform("iro", SRO)
    assert play.refused("iro", "escalate", to="stage-3").id == "reason-needed"
    assert play.escalate("iro", to="stage-3", reason=SERIOUS).rung == "stage-3"


@pytest.mark.clauses("BRI-S3-EXCEPTIONAL")
def test_nobody_begins_at_stage_2() -> None:
    assert talked().refused("iro", "issue alert", stage="stage-2").id == "entry-not-allowed"


@pytest.mark.clauses("BRI-S3-EXCEPTIONAL")
def test_after_an_exceptional_entry_an_allegation_against_staff_is_thought_of() -> None:
    key, play = "2:allegation-considered", entered_at_stage_3()
    assert (play.state(key), play.duty(key).must) == (DutyState.OPEN, False)
    assert (play.duty(key).owners, play.duty(key).clause) == (("iro",), "BRI-S3-EXCEPTIONAL")
    play.does("iro", "consider", about="an-allegation-against-staff")
    assert play.state(key) is DutyState.DONE
    assert "4:allegation-considered" not in stage_3().duties
