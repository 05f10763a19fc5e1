"""What the check finds in an authority's version of its protocol; each is walked once in a process,
and again when other roles are held.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from concord.core.files.source import MOST_FINDINGS, Source
from concord.core.problem import Finding, Severity
from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_with_source
from concord.core.workshop.check import Meant, check_meaning
from concord.records import publishing

_KEPT = 64


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with its line, the place of its clause in the document, and the way to it."""

    finding: Finding
    place: str
    meant: Meant


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check finds: the worst first, at most 50, and how many there are of each kind."""

    found: tuple[Found, ...]
    errors: int
    warnings: int
    notes: int

    @property
    def more(self) -> int:
        """How many findings there are besides these."""
        return self.errors + self.warnings + self.notes - len(self.found)


@lru_cache(_KEPT)
def read_once(text: str) -> tuple[Protocol, Source]:
    """A stored version with the line of each part."""
    return read_with_source(text, file="protocol")


def checked(text: str, *, authority: int, today: date) -> Checked:
    """What the check finds in a version, by who holds which role in an authority on a day."""
    return _checked(text, publishing.roles_held(authority, today=today))


@lru_cache(_KEPT)
def _checked(text: str, held: frozenset[str]) -> Checked:
    protocol, source = read_once(text)
    meant = check_meaning(protocol, held=held)
    counts = Counter(each.severity for each in meant)
    return Checked(
        tuple(_found(protocol, source, each) for each in meant[:MOST_FINDINGS]),
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.NOTE],
    )


def _found(protocol: Protocol, source: Source, meant: Meant) -> Found:
    known = protocol.clauses.get(meant.clause)
    return Found(meant.at(source), known.place if known else "", meant)
