"""What a bank holiday that is announced late does to the dates of a dispute, before it is added."""

from datetime import datetime
from typing import NamedTuple

from concord.core.dispute.due import Due
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import BankHolidayAdded
from concord.core.dispute.fold import add
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import is_private_duty
from concord.core.record.envelope import SYSTEM, Recorded


class MovedDate(NamedTuple):
    """A date that moves: the key and words of the duty, its clause, the date now and then; and
    whether it is the reviewing side's own.
    """

    key: str
    what: str
    clause: str
    before: Due
    after: Due
    private: bool


def late_holiday_entry(matter: Matter, event: BankHolidayAdded, *, at: datetime) -> Recorded:
    """The entry by which a late bank holiday comes to a dispute at an instant (aware)."""
    return Recorded(matter.dispute.version + 1, event, SYSTEM, SYSTEM, at, at)


def counts_already(matter: Matter, event: BankHolidayAdded) -> bool:
    """Whether a day is no working day for a dispute as it is."""
    if event.day is None or any(each.day == event.day for each in matter.dispute.late_holidays):
        return True
    return not matter.calendar.is_working_day(event.day)


def moved_dates(matter: Matter, event: BankHolidayAdded, *, at: datetime) -> tuple[MovedDate, ...]:
    """The dates that a late bank holiday would move if it were added at an instant (aware).

    Only of what is still owed: no date becomes earlier, and one that has passed stays. In: the
    matter with what time has brought. Raises BeyondCalendar like `duties`.
    """
    added = add(matter.dispute, late_holiday_entry(matter, event, at=at))
    after = {each.key: each for each in _owed(matter.now(added))}
    return tuple(
        MovedDate(each.key, each.what, each.clause, each.due, then, is_private_duty(each))
        for each in _owed(matter)
        if each.due is not None
        and each.key in after
        and (then := after[each.key].due) is not None
        and then.at != each.due.at
    )


def _owed(matter: Matter) -> list[Duty]:
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    return [each for each in made if each.due is not None and not each.is_over]
