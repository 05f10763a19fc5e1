"""No response in time: the matter escalates at once, at the same moments whoever looks when."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concord.core.clock.london import LONDON
from concord.core.clock.working_day import calendar
from concord.core.dispute.events import AlertIssued, DutyMissed, Escalated
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.protocol.shipped import shipped
from concord.core.record.envelope import SYSTEM, Event
from concord.core.story.play import play as play_story
from concord.core.story.read import read_story
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import (
    ADDRESSEES,
    LEVELS,
    discussed,
    level,
    raised,
    raised_by_the_cp_chair,
)

STORIES = Path(__file__).parents[2] / "journeys" / "stories"
THREE_WEEKS = STORIES / "unnamed-004-no-answer-and-immediate-escalation.yaml"


def london(day: int, month: int) -> datetime:
    """The first moment of a day of 2026 in London."""
    return datetime(2026, month, day, tzinfo=LONDON)


@pytest.mark.clauses("SAR-NO-RESPONSE")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_without_a_response_in_time_it_escalates_at_once_and_by_itself(number: int) -> None:
    play = level(number).at("2026-03-09 23:59")
    assert play.rung == LEVELS[number - 1]
    play.at("2026-03-10 00:00")
    assert play.rung == LEVELS[number]
    escalated = next(
        each for each in reversed(play.dispute.entries) if isinstance(each.event, Escalated)
    )
    assert (escalated.person, escalated.happened_at) == (SYSTEM, london(10, 3))
    assert play.told[ADDRESSEES[number]] == "answer"
    assert play.refused(ADDRESSEES[number - 1], "answer", kind="agrees").id == "not-your-part"


@pytest.mark.clauses("SAR-NO-RESPONSE")
@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_record_says_whose_response_did_not_come_and_why_it_escalated(number: int) -> None:
    play = level(number).at("2026-03-10 00:00")
    missed = play.dispute.entries[-3].event
    assert isinstance(missed, DutyMissed)
    assert (missed.duty, missed.owners) == (f"{number + 1}:answer", (ADDRESSEES[number - 1],))
    assert play.duty(f"{number + 1}:next").clause == "SAR-NO-RESPONSE"


@pytest.mark.clauses("SAR-NO-RESPONSE", "SAR-TOTAL-20")
def test_four_missed_levels_fit_into_the_20_working_days_whatever_day_they_begin_on() -> None:
    play = level(1).at("2026-04-20 09:00")
    due = [play.duty(f"{run}:answer").due for run in (2, 3, 4, 5)]
    last = due[-1]
    total = play.duty("total").due
    assert last is not None
    assert total is not None
    assert [each.on for each in due if each] == [
        date(2026, 3, 9),
        date(2026, 3, 16),
        date(2026, 3, 23),
        date(2026, 3, 30),
    ]
    assert total.on == last.on


@pytest.mark.clauses("SAR-NO-RESPONSE")
def test_without_a_decision_of_the_director_the_chair_considers_cafcass() -> None:
    play = level(4).at("2026-03-10 00:00")
    assert play.rung == "level-4"
    assert play.duty("5:next").act == "consider referral"
    assert play.duty("5:next").clause == "SAR-NO-RESPONSE"
    assert {"5:next", "5:cafcass-considered"} <= play.owes("iro")
    assert not play.dispute.handings
    play.does("iro", "consider referral", to="cafcass", decision="decline")
    assert "5:cafcass-considered" not in play.owes("iro")


def test_for_a_child_who_is_not_in_care_the_cp_chair_decides_how_it_ends() -> None:
    play = raised_by_the_cp_chair().talk("cp-chair", "social-worker")
    head = "head-of-safeguarding-and-reviewing"
    play.consult("cp-chair", head, about="going-formal").alert("cp-chair").at("2026-04-20 09:00")
    assert (play.rung, play.duty("5:next").act) == ("level-4", "resolve")
    refused = play.refused("cp-chair", "consider referral", to="cafcass", decision="refer")
    assert refused.id == "not-for-this-child"


@pytest.mark.clauses("SAR-NO-RESPONSE")
def test_three_weeks_in_which_nobody_looks_leave_the_exact_moments_on_the_record() -> None:
    rules = shipped("unnamed-004")
    story = read_story(THREE_WEEKS.read_text(encoding="utf-8"), file=THREE_WEEKS.name)
    played = play_story(story, protocol=rules, calendar=calendar(rules.nation))
    woken = next(step for step in played.steps if step.act.verb == "time passes")
    found = [(type(each.event), each.happened_at) for each in woken.by_time]
    saturdays = [london(14, 3), london(21, 3), london(28, 3)]
    kinds = (DutyMissed, Escalated, AlertIssued)
    assert found == [(kind, at) for at in saturdays for kind in kinds]
    looked = datetime(2026, 3, 30, 9, tzinfo=LONDON)
    assert {each.recorded_at for each in woken.by_time} == {looked}
    due = played.matter.dispute.runs[-1]
    assert (due.rung, due.alert_at) == ("level-4", london(28, 3))
    last = next(duty for duty in woken.duties if duty.key == "5:answer")
    assert last.missed_at == london(8, 4) == datetime(2026, 4, 7, 23, tzinfo=UTC)


def answered(number: int, at: str) -> Play:
    return level(number, at=at).answer(ADDRESSEES[number - 1], kind="upholds")


SCENES: dict[str, Callable[[str], Play]] = {
    "an informal stage": lambda at: raised(at=at),
    "an informal stage that ended": lambda at: discussed(at=at),
    "level 1": lambda at: level(1, at=at),
    "level 1, not satisfied": lambda at: answered(1, at).judge("iro", "no"),
    "level 2, answered": lambda at: answered(2, at),
    "level 3": lambda at: level(3, at=at),
    "level 4": lambda at: level(4, at=at),
}
MINUTES = st.integers(min_value=0, max_value=360 * 24 * 60)
HOURS = st.lists(st.integers(min_value=0, max_value=70 * 24), max_size=12)


@pytest.mark.clauses("SAR-NO-RESPONSE")
@settings(max_examples=40)
@given(scene=st.sampled_from(sorted(SCENES)), begins=MINUTES, looks=HOURS)
def test_the_record_is_the_same_whoever_looked_daily_now_and_then_or_once(
    scene: str, begins: int, looks: list[int]
) -> None:
    first = london(2, 1) + timedelta(minutes=begins)
    play = SCENES[scene](f"{first:%Y-%m-%d %H:%M}")
    end = play.now + timedelta(days=70)
    daily = [play.now + timedelta(days=day) for day in range(70)]
    seldom = [play.now + timedelta(hours=hour) for hour in sorted(looks)]
    once = swept(play.matter, [end])
    assert swept(play.matter, [*daily, end]) == once
    assert swept(play.matter, [*seldom, end]) == once


def swept(matter: Matter, looks: list[datetime]) -> list[tuple[int, Event, datetime]]:
    """The record after somebody looked at these moments; when it was looked at is left out."""
    for at in looks:
        dispute = fold(catch_up(matter, at=at), dispute=matter.dispute)
        matter = matter._replace(dispute=dispute)
    return [(each.seq, each.event, each.happened_at) for each in matter.dispute.entries]


def test_a_missed_level_begins_the_next_one_on_the_day_after_which_is_its_day_0() -> None:
    play = discussed(at="2026-03-06 10:00").alert("iro").at("2026-04-20 09:00")
    begun = [(run.rung, run.alert_at) for run in play.dispute.runs[2:]]
    assert begun == [
        ("level-2", london(14, 3)),
        ("level-3", london(21, 3)),
        ("level-4", london(28, 3)),
    ]
    due = [play.due_on(f"{number}:answer") for number in (2, 3, 4, 5)]
    assert due == [date(2026, 3, 13), date(2026, 3, 20), date(2026, 3, 27), date(2026, 4, 7)]
