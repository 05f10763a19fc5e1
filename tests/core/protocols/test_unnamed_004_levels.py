"""The clauses of one protocol about its four formal levels, each of 5 working days."""

from datetime import date, datetime

import pytest

from concord.core.clock.london import LONDON
from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.events import AlertIssued, MeetingHeld
from concord.core.people.permission import Part, parts
from concord.core.protocol.definition import Answer, Judging, Reading
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import IfMissed, NotStated
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import (
    ADDRESSEES,
    ANSWERERS,
    BOTH,
    LEVELS,
    discussed,
    level,
    not_upheld,
    raised_by_the_cp_chair,
    tell,
)

FOUR = ["agrees", "upholds", "alternative", "no-action"]
COPIED = {1: "head-of-service", 2: "divisional-director", 3: "director"}

# Who answers, and by when


def answered_late_at(play: Play, key: str) -> datetime | None:
    return play.at("2026-03-10 00:00").duty(key).missed_at


def the_level_is_right(number: int) -> None:
    """Its addressee alone answers, within 5 working days, with a copy to the next one up."""
    play, answerer = level(number), ADDRESSEES[number - 1]
    key, clause = f"{number + 1}:answer", f"SAR-L{number}"
    assert play.duty(key).owners == (answerer,)
    assert (play.due_on(key), play.duty(key).clause) == (date(2026, 3, 9), clause)
    assert play.told[answerer] == "answer"
    assert play.told[COPIED[number]] == "read"
    assert Part.COPIED in parts(play.matter, [COPIED[number]])
    assert play.refused(COPIED[number], "answer", kind="agrees").id == "not-your-part"
    assert answered_late_at(level(number), key) == datetime(2026, 3, 10, tzinfo=LONDON)
    assert play.at("2026-03-09 23:59").answer(answerer, kind="agrees").missed == ()


@pytest.mark.clauses("SAR-L1")
def test_the_service_manager_answers_level_1_with_a_copy_to_the_head_of_service() -> None:
    the_level_is_right(1)


@pytest.mark.clauses("SAR-L2")
def test_the_head_of_service_answers_level_2_with_a_copy_to_the_divisional_director() -> None:
    the_level_is_right(2)


@pytest.mark.clauses("SAR-L3")
def test_the_divisional_director_answers_level_3_with_a_copy_to_the_director() -> None:
    the_level_is_right(3)


@pytest.mark.clauses("SAR-L4")
def test_the_director_decides_at_level_4_within_5_working_days() -> None:
    play = level(4)
    assert play.duty("5:answer").owners == ("director",)
    assert (play.due_on("5:answer"), play.duty("5:answer").clause) == (date(2026, 3, 9), "SAR-L4")
    assert answered_late_at(level(4), "5:answer") == datetime(2026, 3, 10, tzinfo=LONDON)


@pytest.mark.clauses("SAR-L4")
def test_the_director_decides_whether_it_is_upheld_with_reasons_that_go_to_the_chair() -> None:
    play = level(4)
    assert play.refused("director", "answer").id == "adjudicate-instead"
    assert play.refused("director", "adjudicate", upheld="yes").id == "needed"
    assert play.refused("director", "adjudicate", reasons="It is right.").id == "needed"
    assert play.refused("divisional-director", "adjudicate", upheld="no").id == "not-your-part"
    play.does("director", "adjudicate", upheld="yes", reasons="The child needs a school.")
    assert play.told["iro"] == "judge"
    play.judge("iro", "yes").resolve("iro")


def test_the_other_head_of_service_answers_nothing() -> None:
    play = level(2)
    whom = "head-of-safeguarding-and-reviewing"
    assert play.refused(whom, "answer", kind="agrees").id == "not-your-part"
    assert parts(play.matter, [whom]) == {Part.OVERSEER, Part.COPIED, Part.CONSULTED}


# What is answered, and when it is judged


@pytest.mark.clauses("SAR-RESPONSES")
@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("kind", FOUR)
def test_each_of_the_four_responses_can_be_given_at_level_1_2_and_3(number: int, kind: str) -> None:
    play = level(number).answer(ADDRESSEES[number - 1], kind=kind)
    assert play.told["iro"] == "judge"
    assert play.told.get("cp-chair") is None


@pytest.mark.clauses("SAR-RESPONSES")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_response_of_another_kind_or_without_one_is_refused(number: int) -> None:
    for kind in ("explanation", ""):
        refused = level(number).refused(ADDRESSEES[number - 1], "answer", kind=kind)
        assert (refused.id, refused.clause) == ("kind-not-offered", "SAR-RESPONSES")


@pytest.mark.clauses("SAR-SAME-DAY")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_chair_judges_on_the_day_of_the_response(number: int) -> None:
    play = level(number).at("2026-03-06 15:00").answer(ADDRESSEES[number - 1], kind="upholds")
    judge = play.duty(f"{number + 1}:judge")
    assert (judge.owners, judge.clause) == (("iro",), "SAR-SAME-DAY")
    assert play.due_on(judge.key) == date(2026, 3, 6)
    play.at("2026-03-09 09:00")
    assert play.missed == (judge.key,)
    assert play.duty(judge.key).missed_at == datetime(2026, 3, 7, tzinfo=LONDON)


@pytest.mark.clauses("SAR-SAME-DAY")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_chair_escalates_on_the_day_of_the_response(number: int) -> None:
    play = level(number).at("2026-03-06 15:00").answer(ADDRESSEES[number - 1], kind="upholds")
    play.judge("iro", "no")
    following = play.duty(f"{number + 1}:next")
    assert (following.act, play.due_on(following.key)) == ("escalate", date(2026, 3, 6))
    assert play.escalate("iro").rung == LEVELS[number]
    assert play.state(following.key) is DutyState.DONE


@pytest.mark.clauses("SAR-SAME-DAY")
def test_the_same_day_at_level_3_is_a_reading_that_is_written_down() -> None:
    reading, judged = the_reading("same-day-at-level-3"), shipped("unnamed-004").stages[2].judged
    assert isinstance(judged, Judging)
    assert (judged.reading, reading.clause) == (reading.id, "SAR-SAME-DAY")
    assert reading.chosen.startswith("on the same day")


def test_the_decision_at_level_4_has_no_stated_day_for_the_chair() -> None:
    play = level(4).does("director", "adjudicate", upheld="no", reasons="No.")
    assert play.due_on("5:judge") is None


# The form, and the talk


@pytest.mark.clauses("SAR-DRP-FORM")
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_form_and_being_told_that_it_is_active_are_two_things_on_the_record(
    number: int,
) -> None:
    play = level(number)
    issued = [each for each in play.dispute.entries if isinstance(each.event, AlertIssued)]
    told = next(
        each
        for each in play.duties.values()
        if each.key.startswith(f"{number + 1}:") and each.key.endswith("-told")
    )
    assert len(issued) == number
    assert (told.clause, told.whom) == ("SAR-DRP-FORM", (ADDRESSEES[number - 1],))
    assert play.state(told.key) is DutyState.OPEN
    assert tell(play, "message").state(told.key) is DutyState.OPEN
    assert tell(play, "telephone").state(told.key) is DutyState.DONE
    assert told.key not in play.owes("iro")


@pytest.mark.clauses("SAR-DRP-FORM")
def test_an_email_at_one_level_tells_nobody_about_the_next() -> None:
    play = tell(level(1), "email")
    assert play.state("2:service-manager-told") is DutyState.DONE
    play.inform("iro", "head-of-service", about="the-active-form", how="email")
    play.answer("service-manager", kind="upholds").judge("iro", "no").escalate("iro")
    assert play.state("3:head-of-service-told") is DutyState.OPEN


@pytest.mark.clauses("SAR-CONVERSATION")
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_talk_goes_on_at_every_level_and_is_recorded(number: int) -> None:
    play = level(number)
    key = f"{number + 1}:still-talking"
    assert (play.state(key), play.duty(key).must) == (DutyState.OPEN, False)
    assert play.duty(key).clause == "SAR-CONVERSATION"
    play.talk(ADDRESSEES[number - 1], "iro", how="telephone")
    assert play.state(key) is DutyState.DONE


@pytest.mark.clauses("SAR-CONVERSATION")
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_meeting_is_recorded_when_there_was_one_and_nothing_waits_for_it(number: int) -> None:
    play, addressee = level(number), ADDRESSEES[number - 1]
    assert f"{number + 1}:meeting" not in play.duties
    play.does(addressee, "record meeting", chair=addressee, attended=["iro"])
    assert isinstance(play.last, MeetingHeld)
    without = level(number)
    if number < 4:
        without.answer(addressee, kind="agrees")
    else:
        without.does(addressee, "adjudicate", upheld="yes", reasons="It is right.")
    without.judge("iro", "yes").resolve("iro")


# In all


@pytest.mark.clauses("SAR-TOTAL-20")
def test_the_formal_process_takes_20_working_days_at_most_from_its_beginning() -> None:
    play = discussed().at("2026-03-03 09:00").alert("iro")
    total = play.duty("total")
    assert (play.due_on("total"), total.clause) == (date(2026, 3, 31), "SAR-TOTAL-20")
    assert total.missed_at == datetime(2026, 4, 1, tzinfo=LONDON)
    assert play.clocks.total is not None
    assert (play.clocks.total.used, play.clocks.total.left) == (0, 20)
    assert discussed().clocks.total is None
    assert "total" in play.at("2026-04-01 00:00").missed


@pytest.mark.clauses("SAR-TOTAL-20")
def test_level_4_names_a_stage_5_that_does_not_exist_and_the_reading_is_written_down() -> None:
    reading, answer = the_reading("stage-5"), shipped("unnamed-004").stages[3].answer
    assert isinstance(answer, Answer)
    assert (answer.reading, answer.if_none) == (reading.id, IfMissed.PROMPT)
    assert reading.chosen.startswith("the chair is prompted")
    assert [each.id for each in shipped("unnamed-004").stages] == LEVELS
    refused = not_upheld().refused("iro", "escalate", to="level-5")
    assert refused.id == "last-stage"


@pytest.mark.clauses("SAR-TOTAL-20")
def test_days_stand_for_working_days_and_the_reading_is_written_down() -> None:
    reading = the_reading("days-are-working-days")
    assert (reading.clause, reading.chosen) == ("SAR-TOTAL-20", "working days")
    answers = [each.answer for each in shipped("unnamed-004").stages[:3]]
    assert {each.reading for each in answers if isinstance(each, Answer)} == {reading.id}
    assert level(1, at="2026-04-02 10:00").due_on("2:answer") == date(2026, 4, 13)


def the_reading(name: str) -> Reading:
    return next(each for each in shipped("unnamed-004").readings if each.id == name)


def test_every_reading_chooses_one_of_those_that_it_names() -> None:
    for reading in shipped("unnamed-004").readings:
        assert reading.chosen in reading.says, reading.id


# Where the document is silent


@pytest.mark.parametrize("stage", LEVELS[1:])
def test_the_formal_process_begins_at_level_1(stage: str) -> None:
    refused = discussed().refused("iro", "issue alert", stage=stage, reason="It is urgent.")
    assert refused.id == "entry-not-allowed"


def test_no_level_is_passed_over() -> None:
    play = level(1).answer("service-manager", kind="upholds").judge("iro", "no")
    refused = play.refused("iro", "escalate", to="level-3", reason="It is urgent.")
    assert refused.id == "bypass-not-allowed"


def test_it_says_nothing_of_a_hold_or_of_legal_advice() -> None:
    rules, play = shipped("unnamed-004"), level(1)
    assert (rules.holding, rules.advice) == (NotStated.NOT_STATED, NotStated.NOT_STATED)
    assert play.refused("iro", "place hold", until="2026-03-20").id == "no-hold"
    assert play.refused("iro", "seek advice").id == "advice-not-stated"


def test_a_dispute_of_a_cp_chair_climbs_the_same_levels() -> None:
    play = raised_by_the_cp_chair().talk("cp-chair", *BOTH)
    head = "head-of-safeguarding-and-reviewing"
    play.consult("cp-chair", head, about="going-formal").alert("cp-chair")
    for answerer in ANSWERERS.values():
        play.answer(answerer, kind="upholds")
        assert play.refused("iro", "judge", satisfied="no").id == "not-your-part"
        play.judge("cp-chair", "no").escalate("cp-chair")
    assert play.rung == "level-4"
