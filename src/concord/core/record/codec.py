"""From events to stored text and back: stable kind names, strict fields, every kind known."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from concord.core.clock.written import YEARS
from concord.core.problem import Finding, Place, WrongData, did_you_mean
from concord.core.record.envelope import Event
from concord.core.record.fields import described


class UnknownKind(LookupError):
    """A stored event has a kind that this version does not know; nothing is guessed."""


class Codec:
    """Encodes and decodes the event kinds that it was made with."""

    def __init__(self, kinds: Iterable[type[Event]]) -> None:
        self._kinds = {kind.KIND: kind for kind in kinds}
        self._shapes = {name: TypeAdapter(kind) for name, kind in self._kinds.items()}

    @property
    def kinds(self) -> Mapping[str, type[Event]]:
        """The known kinds by their stable names."""
        return dict(self._kinds)

    def encode(self, event: Event) -> str:
        """The event's fields as JSON text; the kind's name is stored beside it."""
        return self._shapes[event.KIND].dump_json(event).decode()

    def decode(self, kind: str, body: str) -> Event:
        """The event of a stored body. Raises UnknownKind for a name that is not known."""
        shape = self._shapes.get(kind)
        if shape is None:
            raise UnknownKind(kind)
        event: Event = shape.validate_json(body)
        return event

    def propose(self, kind: type[Event], values: Mapping[str, Any]) -> Event:
        """An event from values that a person gave. Raises WrongData, one finding for a field.

        Values are words, dates as 2026-11-26, yes or no, lists and mappings; empty text means
        that nothing was given.
        """
        given = {name: value for name, value in values.items() if value not in ("", None)}
        unasked = [name for name in given if name in _filled(kind)]
        if unasked:
            raise WrongData(tuple(_unasked(name) for name in unasked))
        try:
            event: Event = self._shapes[kind.KIND].validate_python(given)
        except ValidationError as error:
            raise WrongData(tuple(_finding(each) for each in error.errors())) from error
        far = tuple(_far(event, ""))
        if far:
            raise WrongData(far)
        return event


def _filled(kind: type[Event]) -> Iterable[str]:
    """The fields that a decision fills in and no person gives."""
    return [name for name, about in described(kind).items() if not about.given]


def _unasked(name: str) -> Finding:
    place = Place(path=name.replace("_", " "))
    return Finding("unknown-field", "This is not asked for here", "Leave it out", place)


def canonical(data: object) -> str:
    """JSON text with sorted keys and no spaces: equal data gives equal text."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _far(value: object, name: str) -> Iterator[Finding]:
    """A finding for each day that nobody can mean; the last day of the calendar has no end."""
    if isinstance(value, date) and value.year not in YEARS:
        hint = f"Give a year from {YEARS[0]} to {YEARS[-1]}"
        yield Finding("far-away", f"{value} is too far away", hint, Place(path=name))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _far(each, f"{name} > {index}")
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            path = each.name.replace("_", " ")
            yield from _far(getattr(value, each.name), f"{name} > {path}" if name else path)


def _finding(error: Any) -> Finding:
    path = " > ".join(str(part).replace("_", " ") for part in error["loc"])
    place = Place(path=path)
    if error["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return Finding("unknown-field", "This is not asked for here", "Leave it out", place)
    if error["type"].startswith("date"):
        hint = "Write the day as year-month-day, such as 2026-11-26"
        return Finding("not-a-date", f'"{_short(error["input"])}" is not a date', hint, place)
    if error["type"].startswith("bool"):
        return Finding("not-yes-or-no", "Answer yes or no", "", place)
    if error["type"] == "value_error":
        sentence, _, hint = str(error["ctx"]["error"]).partition(" Hint: ")
        return Finding("wrong-text", sentence, hint, place)
    if error["type"] in ("literal_error", "enum"):
        hint = did_you_mean(str(error["input"]), _expected(error))
        return Finding("unknown-word", f'"{_short(error["input"])}" is not known here', hint, place)
    hint = _KINDS.get(error["type"], "Look up how it is written")
    return Finding("wrong-value", f"{_shown(error['input'])} does not fit here", hint, place)


_KINDS = {
    "string_type": "Write words",
    "tuple_type": "Write a list",
    "dataclass_type": "Write its parts, each with its name and a colon",
    "int_parsing": "Write a number in figures, such as 3",
}


def _expected(error: Any) -> list[str]:
    words = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").split(", ")
    return [word.strip("'") for word in words if word.strip("'")]


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "A group of keys"
    return "A list" if isinstance(value, list | tuple) else f'"{_short(value)}"'


def _short(value: object) -> str:
    words = str(value)
    return words if len(words) <= 60 else words[:57] + "..."
