"""The receipt of a deadline: why it is that date, day by day, for a person and as data."""

from dataclasses import dataclass
from datetime import date, datetime

from concord.core.clock.anchor import Anchor
from concord.core.clock.bank_holidays import Nation
from concord.core.clock.day_line import DayLine
from concord.core.clock.hold import Hold
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.words import long_day, long_instant, short_day

READINGS = {
    Unit.WORKING_DAYS: (
        "Day 0 is the day of the act, working days are Monday to Friday less the bank holidays of "
        "{nation}, and the limit ends at midnight in London at the end of the last one"
    ),
    Unit.CALENDAR_DAYS: (
        "Day 0 is the day of the act, every day after it counts, weekends and bank holidays "
        "included, and the limit ends at midnight in London at the end of the last one"
    ),
    Unit.HOURS: (
        "Hours are elapsed hours from the moment of the act, on every day of the week and "
        "whether or not the clocks change"
    ),
    Unit.SAME_DAY: (
        "The limit ends at midnight in London at the end of the day of the act, or of the first "
        "day after it that is not on hold"
    ),
}


@dataclass(frozen=True, slots=True)
class CountedWith:
    """Which calendar a deadline was counted with, and until when its holidays are published."""

    version: str
    nation: Nation
    published_until: date

    def sentence(self) -> str:
        """The calendar's name for a person."""
        return (
            f"Counted with the calendar {self.version}, "
            f"published until {short_day(self.published_until)}"
        )

    def as_data(self) -> dict[str, object]:
        """The calendar's name as plain data for JSON."""
        return {
            "version": self.version,
            "nation": self.nation.value,
            "published_until": self.published_until.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything that made a deadline what it is.

    `days` runs from day 0 to `due_on`; it is empty for a limit in hours. `due_at` (UTC) is the
    first instant that is too late, `due_on` the local day it belongs to. `holds` are merged, those
    that reach into the limit only.
    """

    anchor: Anchor
    limit: Limit
    calendar: CountedWith
    days: tuple[DayLine, ...]
    holds: tuple[Hold, ...]
    due_at: datetime
    due_on: date

    @property
    def clause(self) -> str:
        """The clause that sets the limit, or nothing."""
        return self.anchor.clause

    @property
    def reading(self) -> str:
        """One sentence: how this kind of limit is counted."""
        return READINGS[self.limit.unit].format(nation=self.calendar.nation.title())

    def sentences(self) -> tuple[str, ...]:
        """The whole receipt for a person, without full stops: what, how, each day, and the end."""
        clause = f" ({self.clause})" if self.clause else ""
        counted = tuple(line.sentence() for line in self.days)
        if self.limit.unit is Unit.HOURS:
            counted = tuple(_held_sentence(each) for each in self.holds)
        return (
            f"{_upper_first(self.anchor.what)}: {self._began()}",
            f"Limit: {self.limit}{clause}",
            self.reading,
            *counted,
            self._end(),
            self.calendar.sentence(),
        )

    def _began(self) -> str:
        """The moment for a limit in hours; for every other one only the day matters."""
        if self.limit.unit is Unit.HOURS:
            return long_instant(self.anchor.at)
        return long_day(self.anchor.day_0)

    def _end(self) -> str:
        if self.limit.unit is Unit.HOURS:
            return f"In time before {long_instant(self.due_at)}"
        return f"In time until the end of {long_day(self.due_on)}"

    def as_data(self) -> dict[str, object]:
        """The whole receipt as plain data for JSON: dates and instants as ISO 8601 text."""
        return {
            "anchor": {
                "at": self.anchor.at.isoformat(),
                "on": self.anchor.day_0.isoformat(),
                "what": self.anchor.what,
            },
            "limit": str(self.limit),
            "clause": self.clause,
            "calendar": self.calendar.as_data(),
            "reading": self.reading,
            "days": [line.as_data() for line in self.days],
            "holds": [
                {"from_at": each.from_at.isoformat(), "until_at": each.until_at.isoformat()}
                for each in self.holds
            ],
            "due_at": self.due_at.isoformat(),
            "due_on": self.due_on.isoformat(),
        }


def _held_sentence(hold: Hold) -> str:
    return f"Not counted, on hold: {long_instant(hold.from_at)} to {long_instant(hold.until_at)}"


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
