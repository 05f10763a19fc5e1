"""The keys of a protocol file, group by group. What each means is written by hand and kept."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any, get_type_hints

from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import Moment, Verb
from tests.reference.written_as import group_in, written_as

THE_FILE = "The file itself"
_HEADING = re.compile(r"^### (.+)$")
_ROW = re.compile(r"^\| `(?P<key>[^`]+)` \|(?:.*\|)? (?P<meaning>[^|]*)\|$")

Meanings = dict[tuple[str, str], str]


def protocol_keys(old: str) -> str:
    """Every group of keys as a table, with the meanings that stand in the old part."""
    meanings = written_meanings(old)
    tables = [line for title, group in groups() for line in _group(title, group, meanings)]
    return "\n".join(
        [*tables, *_words("Moments", Moment, meanings), *_words("Verbs", Verb, meanings)]
    )


def written_meanings(part: str) -> Meanings:
    """The meaning of each key, by its group's title and its name."""
    meanings: Meanings = {}
    title = ""
    for line in part.splitlines():
        heading, row = _HEADING.match(line), _ROW.match(line)
        if heading:
            title = heading[1]
        elif row:
            meanings[title, row["key"]] = row["meaning"].strip()
    return meanings


def groups() -> Iterator[tuple[str, type]]:
    """The groups of keys with their titles, the file first, each before those within it."""
    yield THE_FILE, Protocol
    yield from _within(Protocol, "")


def _within(group: type, title: str) -> Iterator[tuple[str, type]]:
    for each, hint in _keys(group):
        inner = group_in(hint)
        if inner is not None:
            below = _title(title, each)
            yield below, inner
            yield from _within(inner, below)


def _keys(group: type) -> Iterator[tuple[Field[Any], Any]]:
    hints = get_type_hints(group, include_extras=True)
    return ((each, hints[each.name]) for each in fields(group))


def _title(above: str, each: Field[Any]) -> str:
    name = each.name.replace("_", " ")
    return f"{above}: {name}" if above else name


def _group(title: str, group: type, meanings: Meanings) -> Iterator[str]:
    yield f"### {title}\n"
    yield " ".join((group.__doc__ or "").split("\n\n")[0].split()) + "\n"
    yield "| key | needed | written as | what it means |"
    yield "| --- | --- | --- | --- |"
    for each, hint in _keys(group):
        key = each.name.replace("_", " ")
        below = _title("" if title == THE_FILE else title, each)
        link = "#" + below.replace(":", "").replace(" ", "-")
        meaning = meanings.get((title, key), "")
        how = written_as(hint, link if group_in(hint) else "")
        yield f"| `{key}` | {_needed(each)} | {how} | {meaning} |"
    yield ""


def _words(title: str, words: type[StrEnum], meanings: Meanings) -> Iterator[str]:
    yield f"### {title}\n"
    yield " ".join((words.__doc__ or "").split()) + "\n"
    yield "| word | what it means |"
    yield "| --- | --- |"
    for each in words:
        yield f"| `{each.value}` | {meanings.get((title, each.value), '')} |"
    yield ""


def _needed(each: Field[Any]) -> str:
    if each.default is MISSING and each.default_factory is MISSING:
        return "yes"
    if isinstance(each.default, bool):
        return f"no: `{'yes' if each.default else 'no'}`"
    if isinstance(each.default, StrEnum):
        return f"no: `{each.default.value}`"
    return f"no: `{each.default}`" if isinstance(each.default, str) and each.default else "no"
