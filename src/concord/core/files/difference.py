"""What a person is told about a value that does not fit: a sentence, and what to write instead."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from concord.core.files.known import (
    SILENCE,
    holds_groups,
    holds_words,
    keys_at,
    may_be_silent,
    needed_at,
)
from concord.core.files.source import Path
from concord.core.problem import did_you_mean

Said = tuple[str, str, str]
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where data and shape differ: what the checker calls it, where, and what is there.

    `contexts` has what the checker knows, for each kind that the value could be; `message` is in
    the checker's own words, which are not for policy officers.
    """

    shape: type
    kind: str
    path: Path
    value: object
    contexts: tuple[dict[str, Any], ...]
    message: str

    @property
    def key(self) -> str:
        """The last key of the path, for a sentence."""
        words = [part for part in self.path if isinstance(part, str)]
        return words[-1] if words else "the file"


def said_of(each: Difference) -> Said:
    """The id, sentence and hint of a difference."""
    maker = _SENTENCES.get(each.kind, _other)
    if maker not in _ABOUT_KEYS and each.value == SILENCE:
        sentence = f'"{each.key}" cannot be left at "{SILENCE}"'
        hint = "Concord cannot work without it: write what applies"
        if each.path and each.key not in needed_at(each.shape, each.path[:-1]):
            hint = "Leave it out where the document is silent"
        elif holds_groups(each.shape, each.path):
            hint = f"Write {each.key}: [] where there are none"
        return "not-stated", sentence, hint
    if maker not in _ABOUT_KEYS and each.value == "":
        return "nothing-written", f'Nothing is written for "{each.key}"', "Write it after the colon"
    return maker(each)


def _missing(each: Difference) -> Said:
    key = each.path[-1]
    hint = f'Add "{key}:"'
    kind = keys_at(each.shape, each.path[:-1]).get(str(key))
    if kind is not None and may_be_silent(kind):
        hint += f', or write "{key}: {SILENCE}" where the document is silent'
    return "missing-key", f'The key "{key}" is missing', hint


def _unknown(each: Difference) -> Said:
    hint = did_you_mean(str(each.path[-1]), keys_at(each.shape, each.path[:-1]))
    return "unknown-key", f'The key "{each.path[-1]}" is not known here', hint


def _choice(each: Difference) -> Said:
    expected = ", ".join(str(context.get("expected", "")) for context in each.contexts)
    words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    hint = did_you_mean(str(each.value), words)
    return "unknown-word", f"{_shown(each.value)} is not one of the words used here", hint


def _pattern(each: Difference) -> Said:
    hint = "An id has small letters, digits and hyphens, and begins with a letter"
    if str(each.contexts[0].get("pattern", "")).startswith("^[A-Z]"):
        hint = "A clause id has capitals, digits and hyphens, and begins with a letter"
    return "wrong-id", f"{_shown(each.value)} is not an id", hint


def _value(each: Difference) -> Said:
    said = str(each.contexts[0].get("error", each.message))
    sentence, _, hint = said.partition(" Hint: ")
    return "wrong-value", sentence, hint


def _group(each: Difference) -> Said:
    keys = ", ".join(f'"{key}:"' for key in needed_at(each.shape, each.path))
    hint = f"Write at least {keys} below it" if keys else "Write keys and values below it"
    return "wrong-shape", f'"{each.key}" is a group of keys, and {_shown(each.value)} is none', hint


def _list(each: Difference) -> Said:
    hint = "Begin each item on a line of its own, with a hyphen"
    if isinstance(each.value, str) and holds_words(each.shape, each.path):
        hint = "Write it in [ ], also when there is only one"
    return "wrong-shape", f'"{each.key}" is a list, and {_shown(each.value)} is none', hint


def _words(each: Difference) -> Said:
    return "wrong-shape", f"Words belong here, not {_shown(each.value)}", "Write them in one piece"


def _yes_or_no(each: Difference) -> Said:
    return "wrong-shape", f"{_shown(each.value)} is neither yes nor no", "Write yes or no"


def _number(each: Difference) -> Said:
    return "wrong-shape", f"{_shown(each.value)} is not a whole number", "Write figures, such as 12"


def _too_long(each: Difference) -> Said:
    most = int(each.contexts[0].get("max_length", 0))
    sentence = f"The words have {len(str(each.value)):,} characters"
    return "too-long", sentence, f"Use {most:,} at most"


def _other(each: Difference) -> Said:
    return "wrong-shape", f"{_shown(each.value)} does not fit here", each.message


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    words = str(value)
    return f'"{words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 3] + "..."}"'


_SENTENCES: dict[str, Callable[[Difference], Said]] = {
    "missing": _missing,
    "missing_argument": _missing,
    "unexpected_keyword_argument": _unknown,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "enum": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "value_error": _value,
    "dataclass_type": _group,
    "dict_type": _group,
    "mapping_type": _group,
    "tuple_type": _list,
    "string_type": _words,
    "bool_parsing": _yes_or_no,
    "bool_type": _yes_or_no,
    "int_parsing": _number,
    "int_type": _number,
}
_ABOUT_KEYS = (_missing, _unknown)
