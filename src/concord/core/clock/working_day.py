"""The working days of a nation: Monday to Friday less its bank holidays, counted by table."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Never

from concord.core.clock.bank_holidays import BankHolidays, Nation, bank_holidays
from concord.core.clock.words import short_day, weekday_name

_SATURDAY = 5


class BeyondCalendar(Exception):
    """A day was asked about for which the bank holidays are not known, so nothing is guessed.

    Carries the day `asked` about (or counted from), the `first` and `last` day known, and the
    `sentence` and `hint` for the person.
    """

    id = "beyond-calendar"

    def __init__(self, asked: date, *, holidays: BankHolidays, working_days: int = 0) -> None:
        self.asked = asked
        self.first = holidays.first
        self.last = holidays.last
        self.sentence = (
            f"{_counted(asked, working_days)} is outside the years whose bank holidays are known "
            f"for {holidays.nation.title()}: {short_day(self.first)} to {short_day(self.last)}"
        )
        self.hint = "Use a date in these years, or bring the bank holidays up to date"
        super().__init__(f"{self.sentence}. {self.hint}")


def _counted(asked: date, working_days: int) -> str:
    if not working_days:
        return short_day(asked)
    noun = "working day" if abs(working_days) == 1 else "working days"
    side = "after" if working_days > 0 else "before"
    return f"{abs(working_days)} {noun} {side} {short_day(asked)}"


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The working days of one nation for the years whose bank holidays are known; immutable.

    One is equal to itself alone, so that what was counted with it can be kept.
    """

    holidays: BankHolidays
    # Every known day to the number of working days up to and including it. A look-up by the date
    # itself is also the range check, and an instant given for a day is not found.
    _until: dict[date, int] = field(init=False, compare=False, repr=False)
    # The n-th working day at position n; position 0 is never read.
    _nth: tuple[date, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        known = (self.holidays.last - self.holidays.first).days + 1
        days = [self.holidays.first + timedelta(days=n) for n in range(known)]
        nth, until = [date.min], {}
        for day in days:
            if day.weekday() < _SATURDAY and day not in self.holidays.days:
                nth.append(day)
            until[day] = len(nth) - 1
        object.__setattr__(self, "_until", until)
        object.__setattr__(self, "_nth", tuple(nth))

    @property
    def version(self) -> str:
        """The version of the bank holidays it counts with."""
        return self.holidays.version

    @property
    def nation(self) -> Nation:
        """The nation whose bank holidays it counts with."""
        return self.holidays.nation

    def is_working_day(self, day: date) -> bool:
        """Whether the day is Monday to Friday and no bank holiday; may raise BeyondCalendar."""
        return self.day_off(day) is None

    def day_off(self, day: date) -> str | None:
        """Why the day is no working day: "Saturday", "Sunday" or the bank holiday's name.

        None for a working day. Raises BeyondCalendar.
        """
        if day not in self._until:
            self._refuse(day)
        if day.weekday() >= _SATURDAY:
            return weekday_name(day)
        return self.holidays.days.get(day)

    def add(self, day: date, working_days: int) -> date:
        """The n-th working day after `day`, or before it when n is negative; 0 gives `day`.

        `day` itself is never counted and need not be a working day. Raises BeyondCalendar when
        either end lies outside the known years.
        """
        if working_days > 0:
            try:
                return self._nth[self._until[day] + working_days]
            except (KeyError, IndexError):
                self._refuse(day, working_days)
        return self._back(day, working_days)

    def between(self, after: date, until: date) -> int:
        """How many working days lie after `after` and up to and including `until`.

        Negative when `until` is the earlier one. Raises BeyondCalendar.
        """
        try:
            return self._until[until] - self._until[after]
        except KeyError:
            self._refuse(after if after not in self._until else until)

    def _back(self, day: date, working_days: int) -> date:
        if day not in self._until:
            self._refuse(day, working_days)
        if working_days == 0:
            return day
        position = self._until[day] + working_days + (not self.is_working_day(day))
        if position < 1:
            self._refuse(day, working_days)
        return self._nth[position]

    def _refuse(self, day: date, working_days: int = 0) -> Never:
        if isinstance(day, datetime):
            raise TypeError("Working days are counted from a date, not from an instant")
        raise BeyondCalendar(day, holidays=self.holidays, working_days=working_days)


@cache
def calendar(nation: Nation) -> Calendar:
    """The calendar of a nation with the published bank holidays and no late ones."""
    return Calendar(bank_holidays(nation))
