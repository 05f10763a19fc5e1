"""When somebody is reminded of a duty: two working days before, and on the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from concord.core.clock.london import LONDON
from concord.core.clock.working_day import BeyondCalendar, Calendar

MORNING = time(8)
DAYS_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder at eight in the morning in London: `soon` or `today`."""

    kind: Literal["soon", "today"]
    at: datetime


def reminders(*, since: datetime, due_on: date, calendar: Calendar) -> Iterator[Reminder]:
    """The reminders of a duty that arose at `since` (aware) and is due on a day, in order.

    None comes before the duty arose. That a duty was missed is told by the entry of the record,
    not by a reminder.
    """
    try:
        soon_on = calendar.add(due_on, -DAYS_BEFORE)
    except BeyondCalendar:
        soon_on = due_on
    soon, today = morning_of(soon_on), morning_of(due_on)
    if since < soon < today:
        yield Reminder("soon", soon)
    if since < today:
        yield Reminder("today", today)


def morning_of(day: date) -> datetime:
    """Eight in the morning of a day in London."""
    return datetime.combine(day, MORNING, LONDON)
