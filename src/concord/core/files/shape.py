"""Holds a file's content against a shape, and says each difference as a finding with its line."""

import difflib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from concord.core.files.source import Path, Source

T = TypeVar("T")
_TAGS = ("rule", "silence")
_TYPED_UNDERSCORE = "~"
_MISSING = "missing-key"


def fit(
    source: Source, data: object, shape: TypeAdapter[T], *, at: Path = (), silence: bool = True
) -> T | None:
    """Fit data to a shape. Out: the value, or None with one finding for each difference.

    `at` is the path of the data within its file. Keys are written with spaces in files and with
    underscores in the shape. `silence` says whether `not stated` may stand for a missing key.
    """
    try:
        return shape.validate_python(underscored(data))
    except ValidationError as error:
        for each in error.errors(include_url=False):
            _report(source, each, at, silence=silence)
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


def _report(source: Source, error: ErrorDetails, at: Path, *, silence: bool) -> None:
    path = (*at, *_path(error["loc"]))
    maker: Callable[[Any, Path], _Said] = _SENTENCES.get(error["type"], _other)
    finding_id, sentence, hint = maker(error, path)
    if finding_id == _MISSING and silence:
        hint += f', or write "{path[-1]}: not stated" where the document is silent'
    source.report(finding_id, sentence, hint, path)


def _path(loc: Iterable[str | int]) -> Path:
    return tuple(
        _typed(part) if isinstance(part, str) else part
        for part in loc
        if part not in _TAGS and part != "[key]"
    )


_Said = tuple[str, str, str]


def _missing(_error: ErrorDetails, path: Path) -> _Said:
    key = path[-1]
    return _MISSING, f'The key "{key}" is missing', f'Add "{key}:"'


def _unknown(_error: ErrorDetails, path: Path) -> _Said:
    return "unknown-key", f'The key "{path[-1]}" is not known here', "Look for a slip of the pen"


def _choice(error: ErrorDetails, _path: Path) -> _Said:
    expected = str(error.get("ctx", {}).get("expected", ""))
    words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    close = difflib.get_close_matches(str(error["input"]), words, 1)
    hint = f'Did you mean "{close[0]}"?' if close else f"Use one of: {', '.join(words)}"
    return "unknown-word", f'"{_short(error["input"])}" is not one of the words used here', hint


def _pattern(error: ErrorDetails, _path: Path) -> _Said:
    hint = (
        "An id has small letters, digits and hyphens; a clause id has capitals, digits and hyphens"
    )
    return "wrong-id", f'"{_short(error["input"])}" is not an id', hint


def _value(error: ErrorDetails, _path: Path) -> _Said:
    sentence, _, hint = str(error.get("ctx", {}).get("error", error["msg"])).partition(" Hint: ")
    return "wrong-value", sentence, hint


def _other(error: ErrorDetails, _path: Path) -> _Said:
    return "wrong-shape", f'"{_short(error["input"])}" does not fit here: {error["msg"]}', ""


def _short(value: object) -> str:
    words = str(value)
    return words if len(words) <= 60 else words[:57] + "..."


_SENTENCES: dict[str, Callable[[Any, Path], _Said]] = {
    "missing": _missing,
    "missing_argument": _missing,
    "unexpected_keyword_argument": _unknown,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "enum": _choice,
    "string_pattern_mismatch": _pattern,
    "value_error": _value,
}
