"""How the value of a field is written in a file, in words, from its type."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from concord.core.clock.limit import Limit
from concord.core.protocol.shapes import ClauseId, Id, Line
from concord.core.protocol.vocabulary import Moment, NotStated, Verb
from concord.core.protocol.words import as_tuple, as_tuple_or_none
from concord.core.record.text import Line as TypedLine
from concord.core.record.text import Text

_SILENT = f"`{NotStated.NOT_STATED.value}`"
# Lists of words that are long and stand in several places have a list of their own.
NAMED: dict[type[StrEnum], str] = {
    Moment: "[a moment](#moments)",
    Verb: "[a verb](#verbs)",
}
_PLAIN: tuple[tuple[object, str], ...] = (
    (Id, "an id"),
    (ClauseId, "a clause id"),
    (Line, "words"),
    (TypedLine, "one line"),
    (Text, "words"),
    (bool, "`yes` or `no`"),
    (int, "a number"),
    (str, "words"),
    (date, "a day"),
    (Limit, "a limit"),
)


def written_as(hint: Any, link: str = "") -> str:
    """The words for a type; `link` is where the keys of a group of its own are explained."""
    for plain, words in _PLAIN:
        if hint == plain:
            return words
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _with_readers(inner[0], [getattr(each, "func", None) for each in inner[1:]], link)
    if origin is Literal:
        return _one_of(str(each) for each in inner if each != "")
    if origin in (Union, types.UnionType):
        return _or([written_as(each, link) for each in inner if each is not type(None)])
    if origin is tuple:
        return f"a list of {written_as(inner[0], link).replace(' or ', ', ')}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"for each id: {written_as(inner[1], link)}"
    if is_dataclass(hint):
        keys = ", ".join(each.name.replace("_", " ") for each in fields(hint))
        return f"[these keys]({link})" if link else f"`{{{keys}}}`"
    return NAMED.get(hint) or _one_of(each.value for each in hint)


def group_in(hint: Any) -> type | None:
    """The group of keys that a type holds, itself or within a list or in place of silence."""
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Limit:
        return hint
    found = (group_in(each) for each in get_args(hint) if not isinstance(each, str))
    return next((each for each in found if each), None)


def _with_readers(hint: Any, readers: list[object], link: str) -> str:
    """One word may stand for a list of one where the value is read so."""
    words = written_as(hint, link)
    if not {as_tuple, as_tuple_or_none} & set(readers):
        return words
    words = f"{words.removeprefix('a list of ')}, or several in `[ ]`"
    return f"{words}, or {_SILENT}" if as_tuple_or_none in readers else words


def _one_of(words: Any) -> str:
    return _or([f"`{each}`" for each in words])


def _or(parts: list[str]) -> str:
    ordered = sorted(parts, key=lambda each: each == _SILENT)
    return ordered[0] if len(ordered) == 1 else f"{', '.join(ordered[:-1])} or {ordered[-1]}"
