"""What becomes of each clause of a document: a rule here, a duty of a person, or not modelled.

That a clause is a rule is never typed: it follows from the rules that name it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from concord.core.protocol.definition import Clause, Protocol
from concord.core.protocol.section import Part, in_order

Path = tuple[str | int, ...]
# These say what the document says; they do nothing themselves.
_NO_RULES = frozenset(("clauses", "readings", "sections"))


class Kind(StrEnum):
    """What can become of a clause."""

    RULE = "a rule here"
    DUTY = "a duty of a person"
    NOT_MODELLED = "not modelled"
    UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class Cite:
    """One place in the file where a rule rests on a clause, by itself or through a reading."""

    clause: str
    path: Path
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A clause with the places where rules rest on it and all that the file says becomes of it."""

    id: str
    clause: Clause
    cites: tuple[Cite, ...]

    @property
    def claims(self) -> tuple[Kind, ...]:
        """Everything that it is said to be: one thing, where the file is right."""
        said = (
            (Kind.RULE, bool(self.cites)),
            (Kind.DUTY, bool(self.clause.duty_of or self.clause.shown_by)),
            (Kind.NOT_MODELLED, bool(self.clause.not_modelled)),
        )
        return tuple(kind for kind, holds in said if holds)

    @property
    def kind(self) -> Kind:
        """What becomes of it."""
        return self.claims[0] if self.claims else Kind.UNACCOUNTED


def accounts(protocol: Protocol) -> Mapping[str, Account]:
    """What becomes of each clause. In: a protocol. Out: by clause id, in the file's order."""
    found: dict[str, list[Cite]] = {each: [] for each in protocol.clauses}
    for cite in cites(protocol):
        found.setdefault(cite.clause, []).append(cite)
    return {
        name: Account(name, clause, tuple(found[name])) for name, clause in protocol.clauses.items()
    }


def in_no_section(protocol: Protocol) -> Part | None:
    """The clauses that stand in no section, as a part of their own; all in an older file."""
    placed = {clause for part in in_order(protocol.sections) for clause in part.clauses}
    rest = tuple(name for name in protocol.clauses if name not in placed)
    heading = "In no section" if protocol.sections else "Clauses"
    return Part(heading, clauses=rest) if rest else None


def tally(found: Iterable[Account]) -> dict[Kind, int]:
    """How many clauses there are of each kind, every kind named."""
    counted = Counter(each.kind for each in found)
    return {kind: counted[kind] for kind in Kind}


def tally_words(found: Iterable[Account]) -> str:
    """The tally as one line: "46 clauses: 23 a rule here, ..., 0 unaccounted"."""
    counts = tally(found)
    total = sum(counts.values())
    each = ", ".join(f"{count} {kind.value}" for kind, count in counts.items())
    return f"{total} {'clause' if total == 1 else 'clauses'}: {each}"


def cites(protocol: Protocol) -> Iterator[Cite]:
    """Every place in the file where a rule rests on a clause, in the file's order."""
    rests_on = {each.id: each.clause for each in protocol.readings}
    yield from _within(protocol, (), rests_on)


def _within(value: object, path: Path, rests_on: Mapping[str, str]) -> Iterator[Cite]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _within(inner, (*path, name), rests_on)
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from _within(inner, (*path, place), rests_on)
    elif is_dataclass(value):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        yield from _own(parts, path, rests_on)
        for name, inner in parts.items():
            if path or name not in _NO_RULES:
                yield from _within(inner, (*path, _key(name)), rests_on)


def _own(parts: Mapping[str, object], path: Path, rests_on: Mapping[str, str]) -> Iterator[Cite]:
    """What one rule names itself, and what the reading that it follows rests on."""
    named = {name: str(clause) for name, clause in parts.items() if clause and _is_clause(name)}
    yield from (Cite(clause, (*path, _key(name))) for name, clause in named.items())
    reading = str(parts.get("reading") or "")
    if reading in rests_on and rests_on[reading] not in named.values():
        yield Cite(rests_on[reading], (*path, "reading"), reading)


def _is_clause(name: str) -> bool:
    return name == "clause" or name.endswith("_clause")


def _key(name: str) -> str:
    """The key of the file for a name of the definition."""
    return name.replace("_", " ")
