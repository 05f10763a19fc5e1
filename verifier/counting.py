"""Counting a limit from its act, one day after another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

WORKING, CALENDAR, HOURS, SAME_DAY = "working days", "calendar days", "hours", "same day"
MOST_DAYS = 20_000
DAY, HOUR, SATURDAY = timedelta(days=1), timedelta(hours=1), 5
LONDON = ZoneInfo("Europe/London")


class Unreadable(Exception):
    """A part of the document is not what it has to be: its place, and a sentence."""


def london_day(at: datetime) -> date:
    """The day in London on which an aware instant falls."""
    return at.astimezone(LONDON).date()


def midnight_after(day: date) -> datetime:
    """The first instant in UTC that is no longer in a day in London, found hour by hour."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    while london_day(at) == day:
        at += HOUR
    return at


@dataclass(frozen=True)
class Question:
    """What is to be counted: from when, how much of which unit, without which days.

    `off` are bank holidays by day, `holds` pairs of aware instants: the second is not held.
    """

    at: datetime
    amount: int
    unit: str
    off: Mapping[date, str] = field(default_factory=dict)
    holds: tuple[tuple[datetime, datetime], ...] = ()
    what: str = ""


class Line(NamedTuple):
    """One day of a receipt."""

    on: date
    kind: str
    number: int | None
    reason: str

    def __str__(self) -> str:
        return f'"{self.kind}{f" {self.number}" if self.number else ""}" ({self.reason})'


class Counted(NamedTuple):
    """What counting gave: a line for each day (none for hours), the last day, the due moment."""

    days: dict[date, Line]
    due_on: date
    due_at: datetime


def count(question: Question) -> Counted:
    """Count a limit from its act, day after day. Raises Unreadable when it never ends."""
    if question.unit == HOURS:
        due_at = _after_hours(question)
        return Counted({}, london_day(due_at), due_at)
    lines = {line.on: line for line in _lines(question)}
    return Counted(lines, max(lines), midnight_after(max(lines)))


def _lines(question: Question) -> Iterator[Line]:
    day, number = london_day(question.at), 0
    spans = [(london_day(begins), london_day(ends), ends) for begins, ends in question.holds]
    same_day = question.unit == SAME_DAY
    held = _held(day, spans) if same_day else ""
    too = f", {held[0].lower()}{held[1:]}" if held else ""
    yield Line(day, "day 0", None, f"Day 0, {question.what}{too}")
    over = same_day and not held
    for _ in range(MOST_DAYS):
        if over:
            return
        day += DAY
        line = _not_counted(day, question, spans)
        if line is None and same_day:
            line = Line(day, "off hold", None, "First day that is not on hold")
            over = True
        elif line is None:
            number += 1
            line = Line(day, "counted", number, "")
            over = number == question.amount
        yield line
    raise Unreadable("limit", f"The limit does not end within {MOST_DAYS} days")


def _not_counted(
    day: date, question: Question, spans: list[tuple[date, date, datetime]]
) -> Line | None:
    if question.unit == WORKING and day.weekday() >= SATURDAY:
        return Line(day, "weekend", None, f"{day:%A}")
    if question.unit == WORKING and day in question.off:
        return Line(day, "bank holiday", None, question.off[day])
    held = _held(day, spans)
    return Line(day, "on hold", None, held) if held else None


def _held(day: date, spans: list[tuple[date, date, datetime]]) -> str:
    for first, until, ends in spans:
        if first <= day < until:
            whole = ends == midnight_after(until - DAY)
            return f"On hold until {f'the end of {short(until - DAY)}' if whole else short(until)}"
    return ""


def _after_hours(question: Question) -> datetime:
    """Go from one moment at which a hold begins or ends to the next, and spend what is not held."""
    at, rest = question.at.astimezone(UTC), question.amount * HOUR
    moments = {each.astimezone(UTC) for hold in question.holds for each in hold}
    for moment in sorted(each for each in moments if each > at):
        if not any(begins <= at < ends for begins, ends in question.holds):
            if moment - at >= rest:
                break
            rest -= moment - at
        at = moment
    return at + rest


def short(day: date) -> str:
    """A day in words: "3 April 2026"."""
    return f"{day.day} {day:%B %Y}"


def long(day: date) -> str:
    """A day in words with its weekday: "Friday 3 April 2026"."""
    return f"{day:%A} {short(day)}"
