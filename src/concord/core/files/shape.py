"""Holds a file's content against a shape, and says each difference as a finding with its line."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from concord.core.files.difference import Difference, said_of
from concord.core.files.source import MOST_FINDINGS, Path, Source

T = TypeVar("T")
_TYPED_UNDERSCORE = "~"
_NOT_THERE = object()
_UNTOLD = ("more", "There is more to put right", "")
_ADDS_A_KEY = ("missing", "missing_argument")


class Shape(Generic[T]):
    """What a file, or a part of one, can say: a kind of group, ready to be held against data."""

    def __init__(self, kind: type[T]) -> None:
        self.kind = kind
        self.adapter = TypeAdapter(kind)


def fit(source: Source, data: object, shape: Shape[T], *, at: Path = ()) -> T | None:
    """Fit data to a shape. Out: the value, or None with one finding for each difference.

    `at` is the path of the data within its file. Keys are written with spaces in files and with
    underscores in the shape.
    """
    try:
        return shape.adapter.validate_python(underscored(data))
    except ValidationError as error:
        found = list(_differences(error, data, shape.kind))
        found.sort(key=lambda each: source.place((*at, *each.path)).line)
        for number, each in enumerate(found):
            # Those beyond the first are counted and not told, so that they need no words.
            finding_id, sentence, hint = said_of(each) if number < MOST_FINDINGS else _UNTOLD
            source.report(finding_id, sentence, hint, (*at, *each.path))
        return None


def underscored(data: object) -> object:
    """The same content with the spaces of lower-case keys as underscores."""
    if isinstance(data, dict):
        return {_name(key): underscored(value) for key, value in data.items()}
    if isinstance(data, list):
        return [underscored(each) for each in data]
    return data


def _name(key: str) -> str:
    return key.replace("_", _TYPED_UNDERSCORE).replace(" ", "_")


def _typed(name: str) -> str:
    return name.replace("_", " ").replace(_TYPED_UNDERSCORE, "_")


def _differences(error: ValidationError, data: object, shape: type) -> Iterator[Difference]:
    """One difference for each place: all kinds that a value can be of are told together."""
    found: dict[tuple[Path, str], list[ErrorDetails]] = {}
    for each in error.errors(include_url=False):
        found.setdefault((_path(each, data), each["type"]), []).append(each)
    for (path, kind), errors in found.items():
        value = _typed(str(errors[0]["input"])) if _is_key(errors[0]) else errors[0]["input"]
        contexts: list[dict[str, Any]] = [each.get("ctx", {}) for each in errors]
        yield Difference(shape, kind, path, value, tuple(contexts), errors[0]["msg"])


def _below(data: object, key: str | int) -> object:
    if isinstance(data, dict):
        return data.get(key, _NOT_THERE)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return _NOT_THERE


def _is_key(error: ErrorDetails) -> bool:
    return error["loc"][-1:] == ("[key]",)


def _path(error: ErrorDetails, data: object) -> Path:
    """Where it is in the file; the checker names the kinds that it tried between the keys."""
    path: list[str | int] = []
    for part in error["loc"]:
        key = _typed(part) if isinstance(part, str) else part
        there = _below(data, key)
        if there is not _NOT_THERE:
            data = there
            path.append(key)
    if error["type"] in _ADDS_A_KEY:
        path.append(_typed(str(error["loc"][-1])))
    return tuple(path)
