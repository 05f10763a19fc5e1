"""A due moment, and where it comes from."""

from datetime import date, datetime
from typing import NamedTuple

from concord.core.clock.deadline import Deadline
from concord.core.clock.london import day_or_instant, end_of


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


def counted(deadline: Deadline) -> Due:
    """The due moment of a counted deadline."""
    return Due(deadline.due_at, deadline.due_on, deadline)


def fixed(on: date, *, set_by: str) -> Due:
    """The due moment of a day that somebody set: the end of that day."""
    return Due(end_of(on), on, None, set_by)
