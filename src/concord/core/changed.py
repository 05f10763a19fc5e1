"""Frozen values with some fields changed.

`dataclasses.replace` looks at every field of a value each time; a fold does this for every entry.
Here what there is to know about a kind of value is found out once.
"""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")
_Reading = tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]


def changed(value: Value, **new: object) -> Value:
    """A copy of a frozen dataclass of two or more fields, with new values for some of them.

    Raises KeyError for a field that it does not have.
    """
    kind: Any = type(value)
    read, places = _reading(kind)
    filled = [*read(value)]
    for name, given in new.items():
        filled[places[name]] = given
    copy: Value = kind(*filled)
    return copy


@cache
def _reading(kind: Any) -> _Reading:
    names = [each.name for each in fields(kind)]
    return attrgetter(*names), {name: place for place, name in enumerate(names)}
