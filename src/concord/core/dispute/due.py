"""A due moment, and where it comes from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from concord.core.clock.deadline import Anchor, Deadline, deadline
from concord.core.clock.hold import Hold
from concord.core.clock.limit import Limit
from concord.core.clock.london import day_or_instant, end_of
from concord.core.clock.working_day import Calendar


class Due(NamedTuple):
    """A due moment: the first instant that is too late, and the local day whose end it is.

    `deadline` explains a date that was counted; `set_by` says in words who set one that was not.
    """

    at: datetime
    on: date
    deadline: Deadline | None = None
    set_by: str = ""

    @property
    def when(self) -> date:
        """The day by whose end it is due, or the instant where it falls within the day."""
        return day_or_instant(self.on, self.at)


@dataclass(frozen=True, slots=True, eq=False)
class TimeLimit:
    """A limit that a protocol sets: how long, what it counts from in words, and its clause."""

    length: Limit
    counted_from: str
    clause: str


# A dispute's duties are worked out again at each step, and mostly from the same few moments.
@lru_cache(maxsize=8192)
def counted(
    limit: TimeLimit, began: datetime, calendar: Calendar, holds: tuple[Hold, ...] = ()
) -> Due:
    """When a limit that counts from an instant (aware) is over, with the time on hold left out.

    Raises BeyondCalendar like `deadline`.
    """
    anchor = Anchor(began.astimezone(UTC), limit.counted_from, limit.clause)
    found = deadline(anchor, limit=limit.length, calendar=calendar, holds=holds)
    return Due(found.due_at, found.due_on, found)


def fixed(on: date, *, set_by: str) -> Due:
    """The due moment of a day that somebody set: the end of that day."""
    return Due(end_of(on), on, None, set_by)
