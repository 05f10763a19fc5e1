"""The state of an authority's protocol: a fold of its entries, and nothing that is not in them."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce
from typing import Any, Literal, NamedTuple

from concord.core.publishing.events import (
    DraftUploaded,
    ForceApproved,
    ForceProposed,
    ProposalWithdrawn,
)
from concord.core.record.codec import UnknownKind
from concord.core.record.envelope import Recorded


class Version(NamedTuple):
    """A version that was uploaded. `hash` is that of what it says, `file_hash` that of its text."""

    hash: str
    file_hash: str
    protocol_id: str
    title: str
    file_name: str
    uploaded_by: str
    uploaded_at: datetime


class Proposal(NamedTuple):
    """A proposal, known by the number of its entry, and how it was decided."""

    number: int
    version: str
    from_on: date
    reason: str
    by: str
    at: datetime
    state: Literal["open", "approved", "withdrawn"] = "open"
    decided_by: str = ""
    decided_at: datetime | None = None
    decided_seq: int = 0
    why_not: str = ""


class Term(NamedTuple):
    """From which day a version is in force; `seq` is the number of the entry that approved it."""

    version: str
    from_on: date
    seq: int


class Book(NamedTuple):
    """All versions and proposals of one authority's protocol."""

    entries: tuple[Recorded, ...] = ()
    versions: tuple[Version, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def number(self) -> int:
        """The number of the last entry; 0 for a book without any."""
        return len(self.entries)

    @property
    def open(self) -> Proposal | None:
        """The proposal that waits for a second person."""
        return next((each for each in self.proposals if each.state == "open"), None)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What was approved, in the order in which it comes into force."""
        approved = (each for each in self.proposals if each.state == "approved")
        found = (Term(each.version, each.from_on, each.decided_seq) for each in approved)
        return tuple(sorted(found, key=lambda each: (each.from_on, each.seq)))

    def version(self, content_hash: str) -> Version | None:
        """The uploaded version with this hash."""
        return next((each for each in self.versions if each.hash == content_hash), None)

    def in_force(self, on: date, *, installed: str) -> str:
        """The hash of the version in force on a day (London); `installed` is the one with which
        the authority began.
        """
        begun = [each for each in self.terms if each.from_on <= on]
        return begun[-1].version if begun else installed


def fold_book(entries: Iterable[Recorded], *, book: Book | None = None) -> Book:
    """Add entries in order. Raises ValueError for a gap, UnknownKind for a kind without a line."""
    return reduce(_add, entries, book or Book())


def _add(book: Book, entry: Recorded) -> Book:
    if entry.seq != book.number + 1:
        raise ValueError(f"entry {entry.seq} follows entry {book.number}")
    after = book._replace(entries=(*book.entries, entry))
    match entry.event:
        case DraftUploaded() as event:
            return after._replace(versions=(*book.versions, _uploaded(entry, event)))
        case ForceProposed() as event:
            return after._replace(proposals=(*book.proposals, _proposed(entry, event)))
        case ForceApproved() as event:
            return _decided(after, entry, event.proposal, {"state": "approved"})
        case ProposalWithdrawn() as event:
            ended = {"state": "withdrawn", "why_not": event.reason}
            return _decided(after, entry, event.proposal, ended)
        case _:
            raise UnknownKind(entry.event.KIND or type(entry.event).__name__)


def _uploaded(entry: Recorded, event: DraftUploaded) -> Version:
    named = (event.version, event.file_hash, event.protocol_id, event.title, event.file_name)
    return Version(*named, entry.person, entry.happened_at)


def _proposed(entry: Recorded, event: ForceProposed) -> Proposal:
    if event.from_on is None:
        raise ValueError("a proposal without a day is never recorded")
    what = (event.version, event.from_on, event.reason)
    return Proposal(entry.seq, *what, entry.person, entry.happened_at)


def _decided(book: Book, entry: Recorded, number: int, how: dict[str, Any]) -> Book:
    by: dict[str, Any] = {
        "decided_by": entry.person,
        "decided_at": entry.happened_at,
        "decided_seq": entry.seq,
    }
    proposals = (
        each._replace(**by, **how) if each.number == number else each for each in book.proposals
    )
    return book._replace(proposals=tuple(proposals))
