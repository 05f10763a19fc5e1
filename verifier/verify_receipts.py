#!/usr/bin/env python3
"""Checks the receipts of due dates that `concord receipt --json` wrote, by counting them again.

Use: python3 verify_receipts.py [FILE]      without FILE it reads standard input

It needs Python 3.11 and this one file. It counts every receipt anew, one day after another, and
accepts it or says where it is wrong. Exit codes: 0 all accepted, 1 something is wrong, 2 wrong use.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

FORMAT = "concord receipts 1"
ACCEPTED, WRONG, WRONG_USE = 0, 1, 2
WORKING, CALENDAR, HOURS, SAME_DAY = "working days", "calendar days", "hours", "same day"
READINGS = {
    WORKING: "Day 0 is the day of the act, working days are Monday to Friday less the bank "
    "holidays of {nation}, and the limit ends at midnight in London at the end of the last one",
    CALENDAR: "Day 0 is the day of the act, every day after it counts, weekends and bank holidays "
    "included, and the limit ends at midnight in London at the end of the last one",
    HOURS: "Hours are elapsed hours from the moment of the act, on every day of the week and "
    "whether or not the clocks change",
    SAME_DAY: "The limit ends at midnight in London at the end of the day of the act, or of the "
    "first day after it that is not on hold",
}
NATIONS = ("england", "wales")
# One-off days since 2012: what took the place of an ordinary day, and what came besides.
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
BESIDES = {
    date(2012, 6, 5): "Diamond Jubilee",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State Funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}
FIRST_YEAR_KNOWN = 2012
MOST_AMOUNT, MOST_DAYS = 400, 20_000
DAY, HOUR, SATURDAY = timedelta(days=1), timedelta(hours=1), 5
LONDON = ZoneInfo("Europe/London")


class Wrong(NamedTuple):
    """Something that is wrong: in which receipt, at which place of it, and what it is."""

    receipt: str
    place: str
    sentence: str


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


def easter_sunday(year: int) -> date:
    """Easter Sunday by the computus of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holidays_by_rule(year: int) -> dict[date, str]:
    """The bank holidays of England and Wales in a year by the rules, one-off days included."""
    easter = easter_sunday(year)
    found = {
        _next_free(date(year, 1, 1), ()): "New Year's Day",
        easter - 2 * DAY: "Good Friday",
        easter + DAY: "Easter Monday",
        _monday(date(year, 5, 1), 1): "Early May bank holiday",
        _monday(date(year, 5, 31), -1): "Spring bank holiday",
        _monday(date(year, 8, 31), -1): "Summer bank holiday",
    }
    # Where both fall at a weekend, Christmas Day is made up for after Boxing Day's own weekday.
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    first = _next_free(christmas, (boxing,))
    found |= {first: "Christmas Day", _next_free(boxing, (first,)): "Boxing Day"}
    moved = {MOVED.get(day, day): name for day, name in found.items()}
    return moved | {day: name for day, name in BESIDES.items() if day.year == year}


def _next_free(day: date, taken: Iterable[date]) -> date:
    if day.weekday() < SATURDAY:
        return day
    while day.weekday() >= SATURDAY or day in taken:
        day += DAY
    return day


def _monday(day: date, step: int) -> date:
    while day.weekday() != 0:
        day += step * DAY
    return day


class Calendar(NamedTuple):
    """The calendar of the document: its days by date, and those that no rule here confirms."""

    nation: str
    version: str
    last: date
    days: dict[date, str]
    unconfirmed: tuple[date, ...]


def _calendar(given: dict[str, Any], wrong: list[Wrong]) -> Calendar:
    """The document's calendar, with what is wrong in it added."""
    first, last = _date(given, "first"), _date(given, "last")
    nation, version = _text(given, "nation"), _text(given, "version")
    days = _holidays(given, "days")
    years = range(max(first.year, FIRST_YEAR_KNOWN), min(last.year, first.year + 200) + 1)
    known = {day: name for year in years for day, name in holidays_by_rule(year).items()}
    wrong += [
        Wrong("", f"calendar {day}", f"{known[day]}, {long(day)}, is left out")
        for day in sorted(known.keys() - days.keys())
        if first <= day <= last
    ]
    content = "\n".join(f"{day.isoformat()} {name}" for day, name in days.items())
    hashed = sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    if version != f"{nation}-{first.year}-{last.year}-{hashed}":
        sentence = f"Its days and names give the hash {hashed}, and it is called {version}"
        wrong.append(Wrong("", "calendar.version", sentence))
    if nation not in NATIONS:
        wrong.append(Wrong("", "calendar.nation", f"The rules of {nation} are not known here"))
    unconfirmed = tuple(day for day in days if day not in known)
    return Calendar(nation, version, last, days, unconfirmed)


def _receipt(data: dict[str, Any], calendar: Calendar) -> Iterator[tuple[str, str]]:
    """The place and sentence of everything that is wrong in one receipt."""
    due_on, due_at = _date(data, "due_on"), _instant(data, "due_at")
    if _text(data, "origin") == "set":
        _text(data, "set_by")
        yield from _differ(("due_at", due_at, midnight_after(due_on)))
        return
    if data["origin"] != "counted":
        raise Unreadable("origin", "It is neither counted nor set")
    question, lines = _question(data), _claimed(data)
    counted = count(question)
    numbered = sum(line.number is not None for line in lines)
    amount = question.amount if question.unit in (WORKING, CALENDAR) else 0
    yield from _differ(
        ("anchor.on", _date(data["anchor"], "on"), london_day(question.at)),
        ("calendar_version", _text(data, "calendar_version"), calendar.version),
        ("nation", _text(data, "nation"), calendar.nation),
        ("reading", _text(data, "reading"), _reading(question.unit, calendar.nation)),
        ("limit", f"{numbered} days with a number", f"{amount} days with a number"),
        ("due_on", due_on, counted.due_on),
        ("due_at", due_at, counted.due_at),
    )
    yield from _by_day("days", {line.on: line for line in lines}, counted.days)
    if [line.on for line in lines] != sorted({line.on for line in lines}):
        yield "days", "A day stands twice, or not in its place"
    reach: dict[date, str] = {}
    if question.unit == WORKING:
        first, last = london_day(question.at), counted.due_on
        reach = {day: name for day, name in calendar.days.items() if first <= day <= last}
        if last > calendar.last:
            yield "due_on", f"The calendar ends on {long(calendar.last)}"
    yield from _by_day("bank_holidays", question.off, reach)
    yield from _holds_differ(question, counted.due_at)


def _reading(unit: str, nation: str) -> str:
    return READINGS[unit].format(nation=nation.title())


def _differ(*found: tuple[str, object, object]) -> Iterator[tuple[str, str]]:
    for place, has, should in found:
        if has != should:
            yield place, f"It should be {should}, and it says {has}"


def _by_day(
    place: str, has: Mapping[date, object], should: Mapping[date, object]
) -> Iterator[tuple[str, str]]:
    for day in sorted(has.keys() | should.keys()):
        if has.get(day) != should.get(day):
            right, said = should.get(day, "left out"), has.get(day, "left out")
            yield f"{place} {day}", f"{long(day)} should be {right}, and it is {said}"


def _holds_differ(question: Question, due_at: datetime) -> Iterator[tuple[str, str]]:
    """Holds are told only where they reach, each after the end of the one before."""
    before = None
    for number, (begins, ends) in enumerate(question.holds, 1):
        if ends <= begins or (before is not None and begins <= before):
            yield f"holds {number}", "It ends before it begins, or begins before the last one ends"
        elif ends <= question.at or begins >= due_at:
            yield f"holds {number}", "It does not reach between the act and the due moment"
        before = ends


def _question(data: dict[str, Any]) -> Question:
    anchor = _object(data.get("anchor"), "anchor")
    amount, unit = _limit(_text(data, "limit"))
    holds = tuple(
        (_instant(h, "from_at"), _instant(h, "until_at")) for h in _objects(data, "holds")
    )
    off = _holidays(data, "bank_holidays")
    return Question(_instant(anchor, "at"), amount, unit, off, holds, _text(anchor, "what"))


def _limit(text: str) -> tuple[int, str]:
    if text == SAME_DAY:
        return 0, SAME_DAY
    found = re.fullmatch(r"([1-9][0-9]{0,2}) (working day|calendar day|hour)(s?)", text)
    if not found or (found[1] == "1") == bool(found[3]) or int(found[1]) > MOST_AMOUNT:
        raise Unreadable("limit", f'"{text[:40]}" is not a limit of 1 to {MOST_AMOUNT}')
    return int(found[1]), f"{found[2]}s"


def _claimed(data: dict[str, Any]) -> list[Line]:
    lines = []
    for each in _objects(data, "days"):
        day, number = _date(each, "date"), each.get("number")
        if number is not None and type(number) is not int:
            raise Unreadable(f"days {day}", "Its number is not a number")
        if _text(each, "weekday") != f"{day:%A}":
            raise Unreadable(f"days {day}", f"{short(day)} is a {day:%A}")
        lines.append(Line(day, _text(each, "kind"), number, _text(each, "reason", empty=True)))
    return lines


class Checked(NamedTuple):
    """How many receipts there are, what is wrong, and the bank holidays that are not confirmed."""

    receipts: int
    wrong: tuple[Wrong, ...]
    unconfirmed: tuple[tuple[date, str], ...] = ()


def check(text: str) -> Checked:
    """Check a whole document."""
    wrong: list[Wrong] = []
    try:
        data = _object(json.loads(text, object_pairs_hook=_once), "document")
        _of_our_format(data)
        receipts = _objects(data, "receipts")
        calendar = _calendar(_object(data.get("calendar"), "calendar"), wrong)
    except Unreadable as error:
        return Checked(0, (*wrong, Wrong("", *error.args)))
    except (ValueError, RecursionError) as error:
        return Checked(0, (Wrong("", "document", f"It is not JSON: {str(error)[:80]}"),))
    keys = [each.get("key") for each in receipts]
    for number, each in enumerate(receipts):
        key = keys[number]
        if not isinstance(key, str) or not key or key in keys[:number]:
            wrong.append(Wrong(f"receipt {number + 1}", "key", "It is missing, or stands twice"))
            continue
        try:
            wrong += [Wrong(key, place, sentence) for place, sentence in _receipt(each, calendar)]
        except Unreadable as error:
            wrong.append(Wrong(key, *error.args))
        except OverflowError:
            wrong.append(Wrong(key, "limit", "It leads beyond the years that can be counted"))
    unconfirmed = tuple((day, calendar.days[day]) for day in calendar.unconfirmed)
    return Checked(len(receipts), tuple(wrong), unconfirmed)


def _of_our_format(data: dict[str, Any]) -> None:
    if data.get("format") != FORMAT:
        raise Unreadable("format", f'It is not "{FORMAT}"')


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise Unreadable("document", "A key stands twice in one object")
    return dict(pairs)


def _object(data: object, place: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise Unreadable(place, "It is missing, or not an object")
    return data


def _objects(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = data.get(key)
    if not isinstance(found, list):
        raise Unreadable(key, "It is missing, or not a list")
    return [_object(each, f"{key} {number}") for number, each in enumerate(found, 1)]


def _text(data: dict[str, Any], key: str, *, empty: bool = False) -> str:
    found = data.get(key)
    if not isinstance(found, str) or not (found or empty):
        raise Unreadable(key, "It is missing, or not a text")
    return found


def _date(data: dict[str, Any], key: str) -> date:
    try:
        return date.fromisoformat(_text(data, key))
    except ValueError as error:
        raise Unreadable(key, f'"{data[key][:40]}" is not a day') from error


def _instant(data: dict[str, Any], key: str) -> datetime:
    try:
        found = datetime.fromisoformat(_text(data, key))
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable(key, f'"{data[key][:40]}" is not an instant') from error
    raise Unreadable(key, f'"{data[key][:40]}" has no time zone')


def _holidays(data: dict[str, Any], key: str) -> dict[date, str]:
    found: dict[date, str] = {}
    for each in _objects(data, key):
        day = _date(each, "date")
        if day.weekday() >= SATURDAY or (found and day <= max(found)):
            raise Unreadable(f"{key} {day}", f"{long(day)} is at a weekend, twice or misplaced")
        found[day] = _text(each, "name")
    return found


def short(day: date) -> str:
    """A day in words: "3 April 2026"."""
    return f"{day.day} {day:%B %Y}"


def long(day: date) -> str:
    """A day in words with its weekday: "Friday 3 April 2026"."""
    return f"{day:%A} {short(day)}"


def _say(text: str) -> None:
    sys.stdout.write("".join(each if each.isprintable() else "?" for each in text) + "\n")


def main(arguments: list[str]) -> int:
    """Check the file that is named, or standard input. Out: the exit code."""
    if len(arguments) > 1 or any(each.startswith("-") and each != "-" for each in arguments):
        sys.stderr.write(str(__doc__))
        return WRONG_USE
    named = arguments[0] if arguments else "-"
    try:
        raw = sys.stdin.buffer.read() if named == "-" else Path(named).read_bytes()
        checked = check(raw.decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        sys.stderr.write(f"It cannot be read: {type(error).__name__}\n")
        return WRONG_USE
    for day, name in checked.unconfirmed:
        _say(f"not confirmed: {long(day)}, {name}: no rule that is known here gives this day")
    for key, place, sentence in checked.wrong:
        _say(f"wrong: {f'{key}, ' if key else ''}{place}: {sentence}")
    bad = len({each.receipt for each in checked.wrong} - {""})
    whole = "; the document itself is wrong" if any(not w.receipt for w in checked.wrong) else ""
    _say(f"{checked.receipts} receipts, {checked.receipts - bad} accepted, {bad} wrong{whole}")
    return WRONG if checked.wrong else ACCEPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
