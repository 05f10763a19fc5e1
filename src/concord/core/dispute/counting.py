"""Counting within a dispute: with its calendar, and with the bank holidays that came to it late."""

from collections.abc import Iterator
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
    due = counted(limit, began, matter.calendar, holds)
    if not matter.dispute.late_holidays:
        return due
    for added_at, calendar in _later(matter):
        if added_at < due.at:
            due = max(due, counted(limit, began, calendar, holds), key=_at)
    return due


def counts_now(matter: Matter) -> Calendar:
    """The calendar that a dispute counts with now, late bank holidays included."""
    later = [calendar for _added_at, calendar in _later(matter)]
    return later[-1] if later else matter.calendar


def _at(due: Due) -> datetime:
    return due.at


def _later(matter: Matter) -> Iterator[tuple[datetime, Calendar]]:
    """Each calendar that came to count, with the instant from which it did."""
    days: tuple[tuple[date, str], ...] = ()
    for late in matter.dispute.late_holidays:
        days = (*days, (late.day, late.name))
        yield late.added_at, _with(matter.calendar, days)


@lru_cache(maxsize=256)
def _with(calendar: Calendar, days: tuple[tuple[date, str], ...]) -> Calendar:
    return Calendar(bank_holidays(calendar.nation, extra=dict(days)))
