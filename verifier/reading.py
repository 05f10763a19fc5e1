"""Reading a document of receipts: what is in it, or the place that is not as it has to be."""

import re
from datetime import UTC, date, datetime
from typing import Any

from verifier.counting import SAME_DAY, SATURDAY, Line, Question, Unreadable, long, short

FORMAT = "concord receipts 1"
MOST_AMOUNT = 400


def question_of(data: dict[str, Any]) -> Question:
    """What a receipt says was counted."""
    anchor = an_object(data.get("anchor"), "anchor")
    amount, unit = _limit(a_text(data, "limit"))
    holds = tuple(
        (an_instant(h, "from_at"), an_instant(h, "until_at")) for h in objects_in(data, "holds")
    )
    off = holidays_in(data, "bank_holidays")
    return Question(an_instant(anchor, "at"), amount, unit, off, holds, a_text(anchor, "what"))


def _limit(text: str) -> tuple[int, str]:
    if text == SAME_DAY:
        return 0, SAME_DAY
    found = re.fullmatch(r"([1-9][0-9]{0,2}) (working day|calendar day|hour)(s?)", text)
    if not found or (found[1] == "1") == bool(found[3]) or int(found[1]) > MOST_AMOUNT:
        raise Unreadable("limit", f'"{text[:40]}" is not a limit of 1 to {MOST_AMOUNT}')
    return int(found[1]), f"{found[2]}s"


def claimed(data: dict[str, Any]) -> list[Line]:
    """The days of a receipt, as it tells them."""
    lines = []
    for each in objects_in(data, "days"):
        day, number = a_date(each, "date"), each.get("number")
        if number is not None and type(number) is not int:
            raise Unreadable(f"days {day}", "Its number is not a number")
        if a_text(each, "weekday") != f"{day:%A}":
            raise Unreadable(f"days {day}", f"{short(day)} is a {day:%A}")
        lines.append(Line(day, a_text(each, "kind"), number, a_text(each, "reason", empty=True)))
    return lines


def of_our_format(data: dict[str, Any]) -> None:
    """Raise Unreadable for another format."""
    if data.get("format") != FORMAT:
        raise Unreadable("format", f'It is not "{FORMAT}"')


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """One object of JSON; raises Unreadable for a key that stands twice."""
    if len(dict(pairs)) < len(pairs):
        raise Unreadable("document", "A key stands twice in one object")
    return dict(pairs)


def an_object(data: object, place: str) -> dict[str, Any]:
    """An object; raises Unreadable with the place for anything else."""
    if not isinstance(data, dict):
        raise Unreadable(place, "It is missing, or not an object")
    return data


def objects_in(data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """The objects of a list."""
    found = data.get(key)
    if not isinstance(found, list):
        raise Unreadable(key, "It is missing, or not a list")
    return [an_object(each, f"{key} {number}") for number, each in enumerate(found, 1)]


def a_text(data: dict[str, Any], key: str, *, empty: bool = False) -> str:
    """A text, which is not empty unless `empty` allows it."""
    found = data.get(key)
    if not isinstance(found, str) or not (found or empty):
        raise Unreadable(key, "It is missing, or not a text")
    return found


def a_date(data: dict[str, Any], key: str) -> date:
    """A day as ISO 8601."""
    try:
        return date.fromisoformat(a_text(data, key))
    except ValueError as error:
        raise Unreadable(key, f'"{data[key][:40]}" is not a day') from error


def an_instant(data: dict[str, Any], key: str) -> datetime:
    """An instant with its time zone, in UTC."""
    try:
        found = datetime.fromisoformat(a_text(data, key))
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable(key, f'"{data[key][:40]}" is not an instant') from error
    raise Unreadable(key, f'"{data[key][:40]}" has no time zone')


def holidays_in(data: dict[str, Any], key: str) -> dict[date, str]:
    """Bank holidays by day, in their order and none at a weekend."""
    found: dict[date, str] = {}
    for each in objects_in(data, key):
        day = a_date(each, "date")
        if day.weekday() >= SATURDAY or (found and day <= max(found)):
            raise Unreadable(f"{key} {day}", f"{long(day)} is at a weekend, twice or misplaced")
        found[day] = a_text(each, "name")
    return found
