"""The days of a receipt: one line for each day from the act to the end of the limit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from concord.core.clock.anchor import Anchor
from concord.core.clock.hold import HeldDays, Hold, held_days
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.london import end_of
from concord.core.clock.words import long_day, short_day, weekday_name
from concord.core.clock.working_day import Calendar

_SATURDAY = 5


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
        return f"{long_day(self.on)}: {self._said()}"

    def _said(self) -> str:
        match self.kind:
            case Kind.COUNTED:
                return f"day {self.number}"
            case Kind.DAY_0 | Kind.OFF_HOLD:
                return _lower_first(self.reason)
            case Kind.WEEKEND:
                return "not counted, weekend"
            case Kind.BANK_HOLIDAY:
                return f"not counted, {self.reason}"
            case Kind.ON_HOLD:
                return f"not counted, {_lower_first(self.reason)}"

    def as_data(self) -> dict[str, object]:
        """The line as plain data for JSON."""
        return {
            "date": self.on.isoformat(),
            "weekday": self.weekday,
            "kind": self.kind.value,
            "number": self.number,
            "reason": self.reason,
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


def _after(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range(1, (last - first).days + 1))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
