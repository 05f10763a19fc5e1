"""The document clause by clause: its structure on one side, what becomes of it on the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from concord.core.dispute.words import Words
from concord.core.protocol.accounts import Account, Kind, accounts, tally
from concord.core.protocol.definition import Protocol
from concord.core.protocol.section import Part
from concord.web.protocols.said import Said
from concord.web.protocols.saying import Saying

COLOURS = {
    Kind.RULE: "good",
    Kind.DUTY: "info",
    Kind.NOT_MODELLED: "quiet",
    Kind.UNACCOUNTED: "bad",
}


@dataclass(frozen=True, slots=True)
class RuleShown:
    """What one or several parts of the protocol page say alike; places are anchor and title."""

    name: str
    words: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClauseShown:
    """One clause in one place; `anchor` is empty where it stood in an earlier section already."""

    id: str
    anchor: str
    place: str
    says: str
    kind: Kind
    rules: tuple[RuleShown, ...]
    duty_of: str
    shown_by: str
    not_modelled: str

    @property
    def colour(self) -> str:
        """The kind of its tag."""
        return COLOURS[self.kind]


@dataclass(frozen=True, slots=True)
class PartShown:
    """A heading of the document with its clauses; `level` is 2 for a section, 3 for its part."""

    anchor: str
    level: int
    number: str
    heading: str
    clauses: tuple[ClauseShown, ...]


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """The whole document, with how many clauses of each kind it has."""

    parts: tuple[PartShown, ...]
    counts: tuple[tuple[Kind, int, str], ...]
    total: int
    laid_out: bool


def document_shown(protocol: Protocol, said: Saying) -> DocumentShown:
    """A document clause by clause. In: the protocol, and what its page says."""
    found = accounts(protocol)
    counts = tuple((kind, many, COLOURS[kind]) for kind, many in tally(found.values()).items())
    parts = tuple(_Laying(protocol, said).parts())
    return DocumentShown(parts, counts, len(found), bool(protocol.sections))


class _Laying:
    """Lays the document out, and remembers which clauses stood in an earlier place."""

    def __init__(self, protocol: Protocol, said: Saying) -> None:
        self.protocol, self.words = protocol, Words(protocol)
        self.accounts = accounts(protocol)
        self.rules = _rules(protocol, said)
        self.placed: set[str] = set()

    def parts(self) -> Iterator[PartShown]:
        """Each section and part; at the end what stands in none, all of it in an older file."""
        for at, section in enumerate(self.protocol.sections, start=1):
            for below, part in enumerate(section.all_parts):
                yield self._part(part, f"section-{at}-{below}", level=3 if below else 2)
        rest = tuple(name for name in self.accounts if name not in self.placed)
        if rest:
            heading = "In no section" if self.protocol.sections else "Clauses"
            yield self._part(Part(heading, "", rest), "section-none", level=2)

    def _part(self, part: Part, anchor: str, *, level: int) -> PartShown:
        clauses = tuple(self._clause(self.accounts[name]) for name in part.clauses)
        return PartShown(anchor, level, part.number, part.heading, clauses)

    def _clause(self, found: Account) -> ClauseShown:
        anchor = "" if found.id in self.placed else f"clause-{found.id}"
        self.placed.add(found.id)
        clause = found.clause
        return ClauseShown(
            found.id,
            anchor,
            clause.place,
            clause.says,
            found.kind,
            self.rules.get(found.id, ()),
            self.words.labels(clause.duty_of),
            clause.shown_by or "",
            clause.not_modelled or "",
        )


def _rules(protocol: Protocol, said: Saying) -> dict[str, tuple[RuleShown, ...]]:
    """The rows of the protocol page that rest on each clause, those that say the same as one."""
    rests_on = {each.id: each.clause for each in protocol.readings}
    found: dict[str, dict[tuple[str, str], list[tuple[str, str]]]] = {}
    for anchor, title, row in _rows(protocol, said):
        for clause in dict.fromkeys((*row.clauses, rests_on.get(row.reading, ""))):
            alike = found.setdefault(clause, {}).setdefault((row.name, row.text), [])
            alike.append((anchor, title))
    return {clause: tuple(_shown(alike.items())) for clause, alike in found.items() if clause}


def _rows(protocol: Protocol, said: Saying) -> Iterator[tuple[str, str, Said]]:
    """Every row of the protocol page with its anchor and the title of its part."""
    for part in said.parts:
        if part.reading:
            yield part.id, part.title, Said("", (), (), part.reading)
        yield from ((anchor, part.title, row) for anchor, row in part.anchored)
    yield from ((anchor, "", row) for anchor, row in said.duties)
    if protocol.issues_clause:
        yield "issues", "Kinds of concern", Said("", (), (protocol.issues_clause,))


def _shown(
    alike: Iterable[tuple[tuple[str, str], list[tuple[str, str]]]],
) -> Iterator[RuleShown]:
    for (name, text), places in alike:
        yield RuleShown(name, text, tuple(places))
