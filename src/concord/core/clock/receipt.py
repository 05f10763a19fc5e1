"""The receipt of a deadline: why it is that date, day by day, for a person and as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from concord.core.clock.anchor import Anchor
from concord.core.clock.bank_holidays import Nation
from concord.core.clock.hold import HeldDays, Hold, held_days
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.london import end_of
from concord.core.clock.words import long_day, long_instant, short_day, weekday_name
from concord.core.clock.working_day import Calendar

_SATURDAY = 5

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
    Unit.SAME_DAY: "The limit ends at midnight in London at the end of the day of the act",
}


class Kind(StrEnum):
    """What a day is in a count."""

    DAY_0 = "day 0"
    COUNTED = "counted"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank holiday"
    ON_HOLD = "on hold"
    OFF_HOLD = "off hold"


@dataclass(frozen=True, slots=True)
class DayLine:
    """One local day: its number when it was counted, else the reason why it was not."""

    on: date
    kind: Kind
    number: int | None = None
    reason: str = ""

    @property
    def weekday(self) -> str:
        """The English name of the day of the week."""
        return weekday_name(self.on)

    def sentence(self) -> str:
        """The line for a person, such as "Friday 3 April 2026: not counted, Good Friday"."""
        match self.kind:
            case Kind.COUNTED:
                said = f"day {self.number}"
            case Kind.DAY_0 | Kind.OFF_HOLD:
                said = _lower_first(self.reason)
            case Kind.ON_HOLD:
                said = f"not counted, {_lower_first(self.reason)}"
            case Kind.WEEKEND:
                said = "not counted, weekend"
            case Kind.BANK_HOLIDAY:
                said = f"not counted, {self.reason}"
        return f"{long_day(self.on)}: {said}"

    def as_data(self) -> dict[str, object]:
        """The line as plain data for JSON."""
        return {
            "date": self.on.isoformat(),
            "weekday": self.weekday,
            "kind": self.kind.value,
            "number": self.number,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class CountedWith:
    """Which calendar a deadline was counted with, and until when its holidays are published."""

    version: str
    nation: Nation
    published_until: date

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
            f"{_upper_first(self.anchor.what)}: {long_instant(self.anchor.at)}",
            f"Limit: {self.limit}{clause}",
            self.reading,
            *counted,
            self._end(),
            f"Counted with the calendar {self.calendar.version}, "
            f"published until {short_day(self.calendar.published_until)}",
        )

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


def day_lines(
    anchor: Anchor, *, limit: Limit, calendar: Calendar, holds: tuple[Hold, ...], until: date
) -> tuple[DayLine, ...]:
    """One line for each local day from day 0 to `until`, numbered where the limit counts it.

    For a limit in hours there are no lines. May raise BeyondCalendar for working days.
    """
    if limit.unit is Unit.HOURS:
        return ()
    spans = held_days(holds)
    lines = [_day_0(anchor, limit=limit, spans=spans)]
    number = 0
    for day in _after(lines[0].on, until):
        line = _skipped(day, limit=limit, calendar=calendar, spans=spans)
        if line is None and limit.unit is Unit.SAME_DAY:
            line = DayLine(day, Kind.OFF_HOLD, reason="First day that is not on hold")
        elif line is None:
            number += 1
            line = DayLine(day, Kind.COUNTED, number=number)
        lines.append(line)
    return tuple(lines)


def _day_0(anchor: Anchor, *, limit: Limit, spans: tuple[HeldDays, ...]) -> DayLine:
    day = anchor.day_0
    held = _hold_over(day, spans) if limit.unit is Unit.SAME_DAY else ""
    reason = f"Day 0, {anchor.what}" + (f", {_lower_first(held)}" if held else "")
    return DayLine(day, Kind.DAY_0, reason=reason)


def _skipped(
    day: date, *, limit: Limit, calendar: Calendar, spans: tuple[HeldDays, ...]
) -> DayLine | None:
    off = calendar.day_off(day) if limit.unit is Unit.WORKING_DAYS else None
    if off:
        kind = Kind.WEEKEND if day.weekday() >= _SATURDAY else Kind.BANK_HOLIDAY
        return DayLine(day, kind, reason=off)
    held = _hold_over(day, spans)
    return DayLine(day, Kind.ON_HOLD, reason=held) if held else None


def _hold_over(day: date, spans: tuple[HeldDays, ...]) -> str:
    return next((_held_until(span) for span in spans if day in span), "")


def _held_until(span: HeldDays) -> str:
    last = span.until - timedelta(days=1)
    if span.hold.until_at == end_of(last):
        return f"On hold until the end of {short_day(last)}"
    return f"On hold until {short_day(span.until)}"


def _held_sentence(hold: Hold) -> str:
    return f"Not counted, on hold: {long_instant(hold.from_at)} to {long_instant(hold.until_at)}"


def _after(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range(1, (last - first).days + 1))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
