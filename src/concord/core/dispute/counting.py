"""Counting within a dispute: with its calendar, and with the bank holidays that came to it late."""

from datetime import date, datetime
from functools import lru_cache

from concord.core.clock.bank_holidays import bank_holidays
from concord.core.clock.hold import Hold
from concord.core.clock.working_day import Calendar
from concord.core.dispute.due import Due, TimeLimit, counted
from concord.core.dispute.matter import Matter


def due_in(matter: Matter, limit: TimeLimit, began: datetime, holds: tuple[Hold, ...] = ()) -> Due:
    """When a limit of a dispute that counts from an instant (aware) is over.

    A bank holiday that was added late moves a date that was still ahead when it was added, and
    only to a later one: a date that had passed stays as it was, and what was missed stays missed.
    Raises BeyondCalendar like `deadline`.
    """
    late = matter.dispute.late_holidays
    if not late:
        return counted(limit, began, matter.calendar, holds)
    before, *then = _calendars(matter)
    due = counted(limit, began, before, holds)
    for each, calendar in zip(late, then, strict=True):
        if each.added_at < due.at:
            due = max(due, counted(limit, began, calendar, holds), key=_at)
    return due


def counts_now(matter: Matter) -> Calendar:
    """The calendar that a dispute counts with now, late bank holidays included."""
    return _calendars(matter)[-1] if matter.dispute.late_holidays else matter.calendar


def _at(due: Due) -> datetime:
    return due.at


def _calendars(matter: Matter) -> tuple[Calendar, ...]:
    late = tuple((each.day, each.name) for each in matter.dispute.late_holidays)
    return _series(matter.calendar, late)


@lru_cache(maxsize=256)
def _series(calendar: Calendar, late: tuple[tuple[date, str], ...]) -> tuple[Calendar, ...]:
    """The calendar before any late day, then with each of them added.

    A day that a later version of the calendar knows by itself came late all the same.
    """
    days = [day for day, _name in late]
    return tuple(
        Calendar(bank_holidays(calendar.nation, extra=dict(late[:count]), before=days))
        for count in range(len(late) + 1)
    )
