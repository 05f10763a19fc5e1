"""Checking a document of receipts against what counting gives."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from verifier.counting import (
    CALENDAR,
    HOURS,
    SAME_DAY,
    WORKING,
    Question,
    Unreadable,
    count,
    london_day,
    long,
    midnight_after,
)
from verifier.holidays import FIRST_YEAR_KNOWN, NATIONS, holidays_by_rule
from verifier.reading import (
    a_date,
    a_text,
    an_instant,
    an_object,
    claimed,
    holidays_in,
    objects_in,
    of_our_format,
    once,
    question_of,
)

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


class Wrong(NamedTuple):
    """Something that is wrong: in which receipt, at which place of it, and what it is."""

    receipt: str
    place: str
    sentence: str


class Calendar(NamedTuple):
    """A calendar of the document: its days by date, and those that no rule here confirms."""

    nation: str
    version: str
    last: date
    days: dict[date, str]
    unconfirmed: tuple[date, ...]


def _calendar(given: dict[str, Any], wrong: list[Wrong]) -> Calendar:
    """One of the document's calendars, with what is wrong in it added."""
    first, last = a_date(given, "first"), a_date(given, "last")
    nation, version = a_text(given, "nation"), a_text(given, "version")
    days = holidays_in(given, "days")
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


def _receipt(data: dict[str, Any], calendars: dict[str, Calendar]) -> Iterator[tuple[str, str]]:
    """The place and sentence of everything that is wrong in one receipt."""
    due_on, due_at = a_date(data, "due_on"), an_instant(data, "due_at")
    if a_text(data, "origin") == "set":
        a_text(data, "set_by")
        yield from _differ(("due_at", due_at, midnight_after(due_on)))
        return
    if data["origin"] != "counted":
        raise Unreadable("origin", "It is neither counted nor set")
    calendar = calendars.get(a_text(data, "calendar_version"))
    if calendar is None:
        yield "calendar_version", "The document has no calendar of this version"
        return
    question, lines = question_of(data), claimed(data)
    counted = count(question)
    numbered = sum(line.number is not None for line in lines)
    amount = question.amount if question.unit in (WORKING, CALENDAR) else 0
    yield from _differ(
        ("anchor.on", a_date(data["anchor"], "on"), london_day(question.at)),
        ("nation", a_text(data, "nation"), calendar.nation),
        ("reading", a_text(data, "reading"), _reading(question.unit, calendar.nation)),
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


class Checked(NamedTuple):
    """How many receipts there are, what is wrong, and the bank holidays that are not confirmed."""

    receipts: int
    wrong: tuple[Wrong, ...]
    unconfirmed: tuple[tuple[date, str], ...] = ()


def check(text: str) -> Checked:
    """Check a whole document."""
    wrong: list[Wrong] = []
    try:
        data = an_object(json.loads(text, object_pairs_hook=once), "document")
        of_our_format(data)
        receipts = objects_in(data, "receipts")
        known = [_calendar(each, wrong) for each in objects_in(data, "calendars")]
    except Unreadable as error:
        return Checked(0, (*wrong, Wrong("", *error.args)))
    except (ValueError, RecursionError) as error:
        return Checked(0, (Wrong("", "document", f"It is not JSON: {str(error)[:80]}"),))
    calendars = {each.version: each for each in known}
    keys = [each.get("key") for each in receipts]
    for number, each in enumerate(receipts):
        key = keys[number]
        if not isinstance(key, str) or not key or key in keys[:number]:
            wrong.append(Wrong(f"receipt {number + 1}", "key", "It is missing, or stands twice"))
            continue
        try:
            wrong += [Wrong(key, place, sentence) for place, sentence in _receipt(each, calendars)]
        except Unreadable as error:
            wrong.append(Wrong(key, *error.args))
        except OverflowError:
            wrong.append(Wrong(key, "limit", "It leads beyond the years that can be counted"))
    unconfirmed = {day: each.days[day] for each in known for day in each.unconfirmed}
    return Checked(len(receipts), tuple(wrong), tuple(sorted(unconfirmed.items())))
