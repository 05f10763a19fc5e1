"""The clauses of one protocol about its informal stage: 1, 3 and 1 working days, never over 10."""

from datetime import date, datetime

import pytest

from concord.core.clock.london import LONDON
from concord.core.dispute.duties.model import DutyState
from concord.core.people.permission import Part, parts
from concord.core.protocol.definition import AtMost
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import (
    ACTIONS,
    BOTH,
    HEAD,
    agreed,
    discussed,
    failed,
    level,
    raised,
    raised_by_the_cp_chair,
)

# The concern reaches both


@pytest.mark.clauses("SAR-I-1WD")
def test_a_concern_raised_with_both_within_a_working_day_is_in_time() -> None:
    play = raised(identified_on="2026-02-27")
    assert play.due_on("0:both-told-together") == date(2026, 3, 2)
    assert play.state("0:both-told-together") is DutyState.DONE


@pytest.mark.clauses("SAR-I-1WD")
def test_the_social_worker_and_the_team_manager_are_told_together() -> None:
    play = raised(raised_with=["social-worker"]).inform("iro", "team-manager")
    assert play.state("0:both-told-together") is DutyState.OPEN
    assert play.inform("iro", *BOTH).state("0:both-told-together") is DutyState.DONE


@pytest.mark.clauses("SAR-I-1WD")
def test_both_were_told_too_late_when_the_working_day_is_over() -> None:
    play = raised(raised_with=["social-worker"]).at("2026-03-04 00:00")
    assert play.duty("0:both-told-together").missed_at == datetime(2026, 3, 4, tzinfo=LONDON)
    assert "0:both-told-together" in play.missed


@pytest.mark.clauses("SAR-I-1WD")
def test_the_concern_is_noted_on_the_childs_file() -> None:
    play = raised()
    assert play.duty("0:concern-noted").clause == "SAR-I-1WD"
    assert play.state("0:concern-noted") is DutyState.OPEN
    play.does("iro", "write case note", text="The concern.")
    assert play.state("0:concern-noted") is DutyState.DONE


# The agreement and its note


@pytest.mark.clauses("SAR-I-3WD")
def test_actions_are_agreed_within_3_working_days_of_telling() -> None:
    play = raised(at="2026-03-05 10:00")
    assert play.due_on("1:actions-agreed") == date(2026, 3, 10)
    late = raised().at("2026-03-06 00:00")
    assert late.state("1:actions-agreed") is DutyState.OVERDUE
    assert "1:actions-agreed" in late.missed


@pytest.mark.clauses("SAR-I-3WD")
def test_an_agreement_in_time_fulfils_it() -> None:
    assert agreed().state("1:actions-agreed") is DutyState.DONE


@pytest.mark.clauses("SAR-I-NOTE")
def test_the_agreement_is_on_a_case_note_within_a_working_day_of_it() -> None:
    play = raised().at("2026-03-05 10:00").does("iro", "write case note", text="The concern.")
    play.does("iro", "agree actions", actions=ACTIONS)
    assert play.due_on("1:agreement-noted") == date(2026, 3, 6)
    assert play.state("1:agreement-noted") is DutyState.OPEN
    play.does("iro", "write case note", text="The actions and their days.")
    assert play.state("1:agreement-noted") is DutyState.DONE


@pytest.mark.clauses("SAR-I-NOTE")
def test_the_note_is_owed_although_the_matter_is_resolved() -> None:
    play = agreed().resolve("iro").at("2026-03-04 00:00")
    assert play.state("1:agreement-noted") is DutyState.OVERDUE
    assert play.missed == ("1:agreement-noted",)


# How long it may last


@pytest.mark.clauses("SAR-I-10WD")
def test_the_informal_stage_is_over_after_10_working_days() -> None:
    play = raised().at("2026-03-17 00:00")
    assert play.due_on("1:at-most") == date(2026, 3, 16)
    assert "1:at-most" in play.missed


@pytest.mark.clauses("SAR-I-10WD")
def test_it_takes_longer_with_the_reasons_on_record_and_never_over_10_working_days() -> None:
    play = raised().at("2026-03-05 10:00")
    assert play.refused("iro", "extend informal", until="2026-03-12").id == "needed"
    why = {"reason": "The social worker is ill."}
    refused = play.refused("iro", "extend informal", until="2026-03-17", **why)
    assert (refused.id, refused.clause) == ("past-the-informal-limit", "SAR-I-10WD")
    play.does("iro", "extend informal", until="2026-03-16", **why)
    assert play.due_on("1:actions-agreed") == date(2026, 3, 16)


@pytest.mark.clauses("SAR-I-10WD")
def test_no_concern_asks_for_a_response_after_more_than_10_working_days() -> None:
    refused = Play("unnamed-004").refused("iro", "raise concern", respond_by="2026-03-17")
    assert (refused.id, refused.clause) == ("past-the-informal-limit", "SAR-I-10WD")
    assert raised(respond_by="2026-03-16").due_on("1:respond") == date(2026, 3, 16)


@pytest.mark.clauses("SAR-I-10WD")
def test_the_three_limits_that_the_document_prints_are_written_down() -> None:
    rules = shipped("unnamed-004")
    at_most = rules.informal[0].at_most
    reading = next(each for each in rules.readings if each.id == "informal-limit")
    assert isinstance(at_most, AtMost)
    assert at_most.reading == "informal-limit"
    assert [words.split()[0] for words in reading.says] == ["10", "5", "15"]
    assert reading.chosen == reading.says[0]


# Resolved, or not


@pytest.mark.clauses("SAR-I-CONTENT")
@pytest.mark.parametrize("left_out", ["concern", "outcome_sought", "respond_by"])
def test_a_concern_says_the_issue_the_outcome_sought_and_by_when(left_out: str) -> None:
    refused = Play("unnamed-004").refused("iro", "raise concern", **{left_out: ""})
    assert refused.id == ("by-when-needed" if left_out == "respond_by" else "needed")
    assert refused.clause == ("SAR-I-CONTENT" if left_out == "respond_by" else "")


@pytest.mark.clauses("SAR-I-CONTENT")
def test_it_is_resolved_informally_when_dated_actions_are_agreed() -> None:
    play = raised()
    refused = play.refused("iro", "resolve")
    assert (refused.id, refused.clause) == ("do-first", "SAR-I-CONTENT")
    undated = play.refused("iro", "agree actions", actions=[{"what": "Name a school."}])
    assert (undated.id, undated.clause) == ("action-without-date", "SAR-I-CONTENT")
    play.does("iro", "agree actions", actions=ACTIONS).resolve("iro")


@pytest.mark.clauses("SAR-I-CONTENT")
def test_only_the_chair_says_that_it_is_resolved() -> None:
    assert agreed().refused("team-manager", "resolve").id == "not-your-part"


def test_a_formal_dispute_can_be_resolved_without_actions() -> None:
    level(1).answer("service-manager", kind="agrees").judge("iro", "yes").resolve("iro")


@pytest.mark.clauses("SAR-I-24H")
def test_going_formal_is_discussed_with_the_head_of_the_reviewing_service_first() -> None:
    play = (
        failed()
        .inform("iro", HEAD)
        .consult("iro", HEAD)
        .consult("iro", "head-of-service", about="going-formal")
    )
    refused = play.refused("iro", "issue alert")
    assert (refused.id, refused.clause) == ("consult-first", "SAR-I-24H")
    assert "0:head-consulted" in play.owes("iro")
    assert play.consult("iro", HEAD, about="going-formal").alert("iro").rung == "level-1"


@pytest.mark.clauses("SAR-I-24H")
def test_the_decision_on_going_formal_is_made_within_24_elapsed_hours() -> None:
    play = discussed(at="2026-03-28 12:00").at("2026-03-29 13:00")
    assert play.duty("0:formal-decided").missed_at == datetime(2026, 3, 29, 13, tzinfo=LONDON)
    assert play.missed == ("0:formal-decided",)
    assert discussed().alert("iro").state("0:formal-decided") is DutyState.DONE


@pytest.mark.clauses("SAR-I-24H")
def test_more_time_given_earlier_is_not_the_decision() -> None:
    play = raised().does("iro", "extend informal", until="2026-03-12", reason="Illness.")
    play.at("2026-03-10 10:00").does("iro", "end informal", reason="No day can be given.")
    assert play.state("0:formal-decided") is DutyState.OPEN


def test_the_chair_decides_and_the_head_of_the_reviewing_service_gives_no_consent() -> None:
    play = failed().consult("iro", HEAD, about="going-formal", text="I would not go formal.")
    assert play.alert("iro").rung == "level-1"


@pytest.mark.clauses("SAR-I-BEYOND")
def test_an_obstacle_outside_the_authoritys_control_is_recorded_and_stops_nothing() -> None:
    play = level(1).answer("service-manager", kind="no-action").judge("iro", "no")
    before = play.clocks
    play.does("service-manager", "record obstacle", text="There is no place in the county.")
    assert play.last.KIND == "dispute.obstacle-recorded"
    assert play.clocks == before
    assert play.escalate("iro").rung == "level-2"


@pytest.mark.clauses("SAR-I-BEYOND")
def test_an_obstacle_does_not_stop_going_formal_or_escalation_without_a_response() -> None:
    play = discussed().does("team-manager", "record obstacle", text="There is no worker.")
    play.alert("iro").does("service-manager", "record obstacle", text="There is no worker.")
    assert play.at("2026-03-10 00:00").rung == "level-2"


@pytest.mark.clauses("SAR-I-BEYOND")
def test_recording_an_obstacle_stands_under_its_own_clause() -> None:
    refused = raised().refused("child", "record obstacle", text="There is no place.")
    assert refused.clause == "SAR-I-BEYOND"


# Oversight


@pytest.mark.clauses("SAR-I-OVERSIGHT")
def test_the_head_of_the_reviewing_service_is_told_of_every_informal_start() -> None:
    assert raised().told[HEAD] == "read"
    assert raised_by_the_cp_chair().told[HEAD] == "read"
    assert Part.COPIED in parts(raised().matter, [HEAD])


@pytest.mark.clauses("SAR-I-OVERSIGHT")
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_head_of_the_reviewing_service_oversees_every_level(number: int) -> None:
    assert level(number).told[HEAD] == "read"
    assert shipped("unnamed-004").overseers == (HEAD,)


@pytest.mark.clauses("SAR-I-OVERSIGHT")
def test_the_overseer_is_told_of_a_level_that_was_reached_by_itself() -> None:
    play = level(1).at("2026-03-10 00:00")
    assert play.rung == "level-2"
    assert play.told[HEAD] == "read"


def test_the_head_of_service_in_the_line_is_not_told_of_an_informal_start() -> None:
    play = raised()
    assert "head-of-service" not in play.told
    assert not parts(play.matter, ["head-of-service"])


def test_a_cp_chair_raises_for_a_child_with_a_plan_and_an_iro_for_a_child_in_care() -> None:
    assert raised_by_the_cp_chair().owes("cp-chair")
    assert not raised_by_the_cp_chair().owes("iro")
    assert Play("unnamed-004").refused("cp-chair", "raise concern").id == "not-your-part"
