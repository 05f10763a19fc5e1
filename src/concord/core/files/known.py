"""Which keys a shape has: what can stand beside a wrong one, and where silence may be written."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from concord.core.files.source import Path

SILENCE = "not stated"


def keys_at(shape: Any, path: Path) -> dict[str, Any]:
    """The keys that a group at this path has in a shape, each with the kind of its value.

    Keys are those of files, with spaces. There are none where the path leads to no group.
    """
    return {
        each.name.replace("_", " "): each.type
        for option in _options(_kind_at(shape, path))
        if _is_group(option)
        for each in fields(option)
    }


def needed_at(shape: Any, path: Path) -> list[str]:
    """The keys that a group at this path cannot do without."""
    return [
        each.name.replace("_", " ")
        for option in _options(_kind_at(shape, path))
        if _is_group(option)
        for each in fields(option)
        if each.default is MISSING and each.default_factory is MISSING
    ]


def holds_words(shape: Any, path: Path) -> bool:
    """Whether the items of a list at this path are words, and no groups."""
    return not any(each is object or _is_group(each) for each in _options(_kind_at(shape, path, 0)))


def holds_groups(shape: Any, path: Path) -> bool:
    """Whether the items of a list at this path are groups of keys."""
    return any(_is_group(each) for each in _options(_kind_at(shape, path, 0)))


def may_be_silent(kind: Any) -> bool:
    """Whether `not stated` may be written for a value of this kind, as more than mere words."""
    if any(get_origin(each) is Literal and SILENCE in get_args(each) for each in _options(kind)):
        return True
    try:
        found = TypeAdapter(kind).validate_python(SILENCE)
    except ValidationError:
        return False
    return type(found) is not str


def _kind_at(shape: Any, path: Path, *more: int) -> Any:
    for part in (*path, *more):
        shape = next(_below(shape, part), None)
    return shape


def _below(shape: Any, part: str | int) -> Iterator[Any]:
    for option in _options(shape):
        origin, inner = get_origin(option), get_args(option)
        if isinstance(part, int) and origin is tuple:
            yield inner[0]
        elif isinstance(part, str) and _is_group(option):
            yield from (each.type for each in fields(option) if each.name == part.replace(" ", "_"))
        elif isinstance(part, str) and isinstance(origin, type) and issubclass(origin, Mapping):
            yield inner[1]


def _options(kind: Any) -> Iterator[Any]:
    """The kinds that a value can be, without what is noted about them."""
    origin = get_origin(kind)
    if origin is Annotated:
        yield from _options(get_args(kind)[0])
    elif origin in (Union, types.UnionType):
        for each in get_args(kind):
            yield from _options(each)
    else:
        yield kind


def _is_group(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)
