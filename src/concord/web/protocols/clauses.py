"""The document clause by clause: its structure on one side, what becomes of it on the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from concord.core.dispute.words import Words
from concord.core.files.source import dotted
from concord.core.protocol.accounts import Account, Kind, accounts, in_no_section, tally
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
        rest = in_no_section(self.protocol)
        if rest:
            yield self._part(rest, "section-none", level=2)

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
            self.rules.get(found.id) or tuple(_keys(found)),
            self.words.labels(clause.duty_of),
            clause.shown_by or "",
            clause.not_modelled or "",
        )


def _rules(protocol: Protocol, said: Saying) -> dict[str, tuple[RuleShown, ...]]:
    """The rows of the protocol page that rest on each clause; where none names it, those that
    follow a reading of it.
    """
    rows = tuple(_rows(protocol, said))
    rests_on = {each.id: each.clause for each in protocol.readings}
    through = ((rests_on[row.row.reading], row) for row in rows if row.row.reading in rests_on)
    named = _alike((clause, row) for row in rows for clause in row.row.clauses)
    return {**_alike(through), **named}


def _keys(found: Account) -> Iterator[RuleShown]:
    """The keys of the file that name a clause which no row of the protocol page rests on."""
    return (RuleShown(dotted(each.path), "", (("", ""),)) for each in found.cites)


class _Row(NamedTuple):
    """A row of the protocol page with its anchor and the title of its part."""

    anchor: str
    title: str
    row: Said


def _rows(protocol: Protocol, said: Saying) -> Iterator[_Row]:
    for part in said.parts:
        if part.reading:
            yield _Row(part.id, part.title, Said("", (), (), part.reading))
        yield from (_Row(anchor, part.title, row) for anchor, row in part.anchored)
    yield from (_Row(anchor, "", row) for anchor, row in said.duties)
    if protocol.issues_clause:
        kinds = sum(len(issues) for _group, issues in said.issues)
        words = (f"{kinds} kinds to choose from.",)
        yield _Row("issues", "Kinds of concern", Said("", words, (protocol.issues_clause,)))


def _alike(pairs: Iterable[tuple[str, _Row]]) -> dict[str, tuple[RuleShown, ...]]:
    """By clause its rows, those that say the same as one."""
    found: dict[str, dict[tuple[str, str], list[tuple[str, str]]]] = {}
    for clause, (anchor, title, row) in pairs:
        same = found.setdefault(clause, {}).setdefault((row.name, row.text), [])
        same.append((anchor, title))
    return {clause: tuple(_shown(same) for same in each.items()) for clause, each in found.items()}


def _shown(same: tuple[tuple[str, str], list[tuple[str, str]]]) -> RuleShown:
    (name, text), places = same
    return RuleShown(name, text, tuple(places))
