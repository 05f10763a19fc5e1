"""A finding about data that somebody wrote: what is wrong, where, and what would be right."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error stops the file, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding is: the file's name, the line counted from 1, and the path of keys."""

    file: str = ""
    line: int = 0
    path: str = ""

    def __str__(self) -> str:
        where = f"{self.file or 'input'}:{self.line}" if self.line else self.file or "input"
        return f"{where} ({self.path})" if self.path else where


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: a stable id, a sentence for a person, a hint what to do, and its place.

    `clause` is the clause of the protocol that it is about, where it is about one.
    """

    id: str
    sentence: str
    hint: str = ""
    place: Place = Place()
    severity: Severity = Severity.ERROR
    clause: str = ""

    def __str__(self) -> str:
        hint = f" Hint: {self.hint}" if self.hint else ""
        return f"{self.place}: {self.severity.value} {self.id}: {self.sentence}.{hint}"

    def as_data(self) -> dict[str, object]:
        """The finding as plain data for JSON; the line is null when it has none."""
        return {
            "id": self.id,
            "severity": self.severity.value,
            "sentence": self.sentence,
            "hint": self.hint,
            "file": self.place.file,
            "line": self.place.line or None,
            "path": self.place.path,
            "clause": self.clause or None,
        }


class WrongData(Exception):
    """The data cannot be used; carries every finding at once, in the order of their places."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(each) for each in findings))
        self.findings = findings


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not known: the known one that looks like it, else all of them."""
    words = list(known)
    close = difflib.get_close_matches(word, words, 1)
    return f'Did you mean "{close[0]}"?' if close else f"Use one of: {', '.join(words) or 'none'}"
