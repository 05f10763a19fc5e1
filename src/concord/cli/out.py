"""What the terminal shows: rows with a label, findings, data. Colour only where a person looks."""

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TextIO

from concord.core.problem import Finding, Place

LABEL = 11
_NARROWEST, _WIDEST, _PIPED = 60, 110, 100
# What a file says must not steer the terminal: control characters, and those that turn a line.
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Style(Enum):
    """Colours, each beside a word that says the same."""

    PLAIN = ""
    BOLD = "1"
    GOOD = "32"
    WARNING = "33"
    BAD = "1;31"
    QUIET = "2"


@dataclass(frozen=True, slots=True)
class Page:
    """Writes rows to standard output, as wide as the terminal and with colour if it has one."""

    width: int
    colour: bool

    def line(self, text: str = "", style: Style = Style.PLAIN) -> None:
        """A line of its own, wrapped."""
        for part in _wrapped(text, self.width):
            say(self._coloured(part, style))

    def row(self, label: str, text: str, style: Style = Style.PLAIN, *, indent: int = 2) -> None:
        """A label, and the text beside it in a column of its own."""
        room = self.width - indent - LABEL
        first, *rest = _wrapped(text, room)
        shown = self._coloured(f"{label:{LABEL}}", style)
        say(f"{' ' * indent}{shown}{first}".rstrip())
        for part in rest:
            say(f"{' ' * (indent + LABEL)}{part}")

    def _coloured(self, text: str, style: Style) -> str:
        if not self.colour or style is Style.PLAIN:
            return text
        return f"\x1b[{style.value}m{text}\x1b[0m"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(clean(text), width, break_on_hyphens=False) or [""]


def page() -> Page:
    """The page for standard output: COLUMNS and NO_COLOR are heeded, a pipe gets no colour."""
    columns = shutil.get_terminal_size((_PIPED, 24)).columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return Page(min(max(columns, _NARROWEST), _WIDEST), colour and os.environ.get("TERM") != "dumb")


def say(text: str) -> None:
    """Write a line to standard output."""
    print(text)


def clean(text: str) -> str:
    """The text without characters that steer a terminal."""
    return _STEERS.sub("\N{REPLACEMENT CHARACTER}", text)


def say_data(data: object) -> None:
    """Write data to standard output as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def complain(sentence: str, hint: str) -> None:
    """Write to standard error what was wrong with the use of a command."""
    _say_wrong(f"concord: {sentence}", hint, sys.stderr)


def report(findings: Iterable[Finding]) -> None:
    """Write findings to standard error, each with its place, sentence, id and hint."""
    sys.stdout.flush()
    for each in findings:
        path = f", {each.place.path}" if each.place.path else ""
        sentence = f"{_where(each.place)}: {each.severity.value}: {each.sentence} [{each.id}{path}]"
        _say_wrong(sentence, each.hint, sys.stderr)


def _where(place: Place) -> str:
    return str(Place(place.file, place.line)) if place.file else "concord"


def _say_wrong(sentence: str, hint: str, stream: TextIO) -> None:
    print(clean(sentence), file=stream)
    if hint:
        print(f"  hint: {clean(hint)}", file=stream)
