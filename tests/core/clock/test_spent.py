"""Working days used and left, counted by the same reading as deadlines."""

from datetime import date, datetime

import pytest

from concord.core.clock.bank_holidays import Nation
from concord.core.clock.hold import Hold
from concord.core.clock.limit import parse_limit
from concord.core.clock.london import LONDON, end_of
from concord.core.clock.spent import left, used
from concord.core.clock.working_day import BeyondCalendar, calendar

ENGLAND = calendar(Nation.ENGLAND)


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


RAISED = london("2026-03-31T09:00")
HELD = Hold(london("2026-04-01T09:00"), end_of(date(2026, 4, 7)))


@pytest.mark.parametrize(
    ("at", "working_days"),
    [
        ("2026-03-31T17:00", 0),
        ("2026-04-01T00:00", 1),
        ("2026-04-02T23:59", 2),
        ("2026-04-06T12:00", 2),
        ("2026-04-07T12:00", 3),
        ("2026-03-30T12:00", 0),
    ],
)
def test_today_counts_as_used_and_days_off_do_not(at: str, working_days: int) -> None:
    assert used(ENGLAND, since=RAISED, at=london(at)) == working_days


@pytest.mark.parametrize(
    ("at", "working_days"),
    [
        ("2026-04-01T12:00", 0),
        ("2026-04-07T12:00", 0),
        ("2026-04-08T12:00", 1),
        ("2026-04-10T12:00", 3),
    ],
)
def test_days_on_hold_are_not_used(at: str, working_days: int) -> None:
    assert used(ENGLAND, since=RAISED, at=london(at), holds=[HELD]) == working_days


def test_a_hold_from_before_the_act_takes_off_only_its_days_after_the_act() -> None:
    running = Hold(london("2011-01-01T09:00"), london("2026-04-02T09:00"))
    assert used(ENGLAND, since=RAISED, at=london("2026-04-02T12:00"), holds=[running]) == 1


def test_days_left_are_none_on_the_last_day_and_negative_after_it() -> None:
    limit = parse_limit("3 working days")
    days = ("2026-03-31T12:00", "2026-04-07T12:00", "2026-04-09T12:00")
    remaining = [left(ENGLAND, limit=limit, since=RAISED, at=london(day)) for day in days]
    assert remaining == [3, 0, -2]
    held = left(ENGLAND, limit=limit, since=RAISED, at=london("2026-04-09T12:00"), holds=[HELD])
    assert held == 1


def test_days_left_of_a_limit_in_another_unit_cannot_be_told() -> None:
    with pytest.raises(ValueError, match="24 hours"):
        left(ENGLAND, limit=parse_limit("24 hours"), since=RAISED, at=RAISED)


def test_days_used_beyond_the_known_years_are_refused() -> None:
    with pytest.raises(BeyondCalendar):
        used(ENGLAND, since=RAISED, at=london("2029-01-02T12:00"))
