"""Deadlines: when a limit ends, counted from an act, with holds, and explained on demand."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from concord.core.clock.anchor import Anchor
from concord.core.clock.day_line import day_lines
from concord.core.clock.hold import Hold, held_days, merged
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.london import end_of, local_date
from concord.core.clock.receipt import CountedWith, Receipt
from concord.core.clock.working_day import BeyondCalendar, Calendar

__all__ = ["Anchor", "Deadline", "deadline"]

_ONE_DAY = timedelta(days=1)


class Deadline(NamedTuple):
    """When a limit ends.

    `due_at` (UTC) is the first instant that is too late. `due_on` is the local day whose end it
    is; for a limit in hours, the local day on which the instant falls.
    """

    due_at: datetime
    due_on: date
    anchor: Anchor
    limit: Limit
    holds: tuple[Hold, ...]
    calendar: Calendar

    @property
    def calendar_version(self) -> str:
        """The version of the calendar that it was counted with."""
        return self.calendar.version

    def in_time(self, at: datetime) -> bool:
        """Whether something done at an aware instant was in time: before `due_at`."""
        return at < self.due_at

    def receipt(self) -> Receipt:
        """Why it ends then, day by day, with the calendar that it was counted with."""
        calendar = self.calendar
        reach = tuple(each for each in merged(self.holds) if self._reaches(each))
        holidays = calendar.holidays
        return Receipt(
            anchor=self.anchor,
            limit=self.limit,
            calendar=CountedWith(holidays.version, holidays.nation, holidays.last),
            days=day_lines(
                self.anchor, limit=self.limit, calendar=calendar, holds=reach, until=self.due_on
            ),
            holds=reach,
            due_at=self.due_at,
            due_on=self.due_on,
        )

    def _reaches(self, hold: Hold) -> bool:
        return hold.until_at > self.anchor.at and hold.from_at < self.due_at


def deadline(
    anchor: Anchor, *, limit: Limit, calendar: Calendar, holds: tuple[Hold, ...] = ()
) -> Deadline:
    """When a limit that counts from the anchor ends, with the time on hold left out.

    Day 0 is the local day (Europe/London) of the act and is not counted; a limit in days ends at
    the midnight that ends its last day; hours are elapsed hours; "same day" ends with day 0, or
    with the first day that is not on hold. Raises BeyondCalendar when working days lead outside
    the years whose bank holidays are known, or any limit outside the years a date can hold.
    No law says what day 0 is: the reading is this product's, written down in the explanation of
    days, and the IRO Handbook 2010 (chapter 6) counts in working days.
    """
    try:
        if limit.unit is Unit.HOURS:
            due_at = _after_hours(anchor.at, limit.amount, holds)
            due_on = local_date(due_at)
        else:
            due_on = _last_day(anchor.day_0, limit=limit, calendar=calendar, holds=holds)
            due_at = end_of(due_on)
    except OverflowError as error:
        raise BeyondCalendar(anchor.at.date(), holidays=calendar.holidays) from error
    return Deadline(due_at, due_on, anchor, limit, holds, calendar)


def _after_hours(at: datetime, hours: int, holds: tuple[Hold, ...]) -> datetime:
    due_at = at.astimezone(UTC) + timedelta(hours=hours)
    for each in merged(holds) if holds else ():
        if each.from_at >= due_at:
            break
        begins = max(each.from_at, at)
        if each.until_at > begins:
            due_at += each.until_at - begins
    return due_at


def _last_day(day_0: date, *, limit: Limit, calendar: Calendar, holds: tuple[Hold, ...]) -> date:
    working = calendar if limit.unit is Unit.WORKING_DAYS else None
    # "Same day" is the first day after the eve of the act, so a hold moves it like any other day.
    start, amount = (day_0 - _ONE_DAY, 1) if limit.unit is Unit.SAME_DAY else (day_0, limit.amount)
    due_on = _add(start, amount, working)
    for span in held_days(holds) if holds else ():
        if span.first > due_on:
            break
        last = span.until - _ONE_DAY
        if last > start:
            due_on = _add(due_on, _count(max(span.first - _ONE_DAY, start), last, working), working)
    return due_on


def _add(day: date, days: int, working: Calendar | None) -> date:
    return working.add(day, days) if working else day + timedelta(days=days)


def _count(after: date, until: date, working: Calendar | None) -> int:
    return working.between(after, until) if working else (until - after).days
