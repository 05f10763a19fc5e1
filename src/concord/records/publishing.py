"""An authority's protocol in the records: its entries, stored files, and what is in force when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import connection

from concord.core.publishing.book import Book, Term, fold_book
from concord.core.record.chain import GENESIS
from concord.core.record.envelope import Recorded
from concord.records import log
from concord.records.models import ProtocolBook, ProtocolTerm
from concord.records.setting_up import ProtocolFile
from concord.records.sql import change, ident, insert, moment, select

_BOOK = ("id", "authority_id", "version", "hash")
_PROTOCOL = ("authority_id", "hash", "protocol_id", "text", "in_force", "stored_at")


@dataclass(frozen=True, slots=True)
class BookRow:
    """The record of one authority's protocol: its id and its last entry."""

    id: UUID
    authority_id: int
    version: int
    hash: str


class Stored(NamedTuple):
    """A stored protocol file: its number, hash, id and text, and since when it is stored."""

    pk: int
    hash: str
    protocol_id: str
    text: str
    installed: bool
    stored_at: datetime


def book_of(authority: int) -> tuple[BookRow | None, Book]:
    """The row and the state of an authority's protocol; no row before the first act."""
    row = _row(authority)
    return row, fold_book(log.entries_of(row.id)) if row else Book()


def row_of(authority: int) -> BookRow:
    """The row of an authority's protocol. Raises LookupError before the first act."""
    row = _row(authority)
    if row is None:
        raise LookupError(authority)
    return row


def open_book(authority: int) -> tuple[BookRow, Book]:
    """The same, to write: made if it is not there, and locked where the database has locks. Only
    inside a transaction.
    """
    insert("protocol_book", _BOOK, [(uuid4(), authority, 0, GENESIS)], ignore=True)
    row = _row(authority, to_write=True) or row_of(authority)
    return row, fold_book(log.entries_of(row.id))


def _row(authority: int, *, to_write: bool = False) -> BookRow | None:
    lock = " FOR UPDATE" if to_write and connection.vendor == "postgresql" else ""
    statement = f"SELECT {', '.join(_BOOK)} FROM protocol_book WHERE authority_id = %s{lock}"
    rows = select(statement, [authority])
    return BookRow(ident(rows[0][0]), *rows[0][1:]) if rows else None


def write(row: BookRow, entry: Recorded) -> BookRow:
    """Write one entry that follows the row. Raises StaleRecord when somebody else wrote first."""
    head = log.Head(row.version, row.hash)
    rows, after = log.sealed(row.authority_id, row.id, head=head, entries=[entry])
    log.append(rows)
    statement = "UPDATE protocol_book SET version = %s, hash = %s WHERE id = %s AND version = %s"
    if change(statement, [after.seq, after.hash, row.id, row.version]) != 1:
        raise log.StaleRecord
    return replace(row, version=after.seq, hash=after.hash)


def keep(authority: int, file: ProtocolFile, *, at: datetime) -> None:
    """Store a protocol file as it is, without putting it into force."""
    values = (authority, file.hash, file.id, file.text, False, at)
    insert("protocol", _PROTOCOL, [values])


def stored(authority: int) -> dict[str, Stored]:
    """The protocol files of an authority by the hash of what they say."""
    statement = """SELECT id, hash, protocol_id, text, in_force, stored_at FROM protocol
        WHERE authority_id = %s ORDER BY id"""
    found = (
        Stored(pk, content_hash, protocol_id, text, bool(installed), moment(at))
        for pk, content_hash, protocol_id, text, installed, at in select(statement, [authority])
    )
    return {each.hash: each for each in found}


def write_term(authority: int, term: Term) -> None:
    """Note from which day a version is in force."""
    (pk,) = select(
        "SELECT id FROM protocol WHERE authority_id = %s AND hash = %s", [authority, term.version]
    )
    columns = ("authority_id", "protocol_id", "from_on", "seq")
    insert("protocol_term", columns, [(authority, pk[0], term.from_on, term.seq)])


def terms(authority: int) -> tuple[Term, ...]:
    """What is noted as in force, in the order of the days."""
    rows = ProtocolTerm.objects.filter(authority_id=authority).order_by("from_on", "seq")
    return tuple(Term(*row) for row in rows.values_list("protocol__hash", "from_on", "seq"))


def rewrite(row: BookRow, head: log.Head, following: tuple[Term, ...]) -> None:
    """Make the rows of one authority's protocol again; no entry is touched."""
    ProtocolBook.objects.filter(pk=row.id).update(version=head.seq, hash=head.hash)
    ProtocolTerm.objects.filter(authority_id=row.authority_id).delete()
    for term in following:
        write_term(row.authority_id, term)


def books() -> Iterator[int]:
    """The authorities whose protocol has a record."""
    rows = ProtocolBook.objects.order_by("pk").values_list("authority_id", flat=True)
    yield from rows.iterator()


def pin(dispute: UUID, authority: int, content_hash: str) -> None:
    """Note in a dispute's row under which stored version it runs."""
    statement = """UPDATE dispute SET protocol_id = (
            SELECT id FROM protocol WHERE authority_id = %s AND hash = %s
        ) WHERE id = %s"""
    change(statement, [authority, content_hash, dispute])


def open_disputes(authority: int, *, other_than: str, most: int) -> list[UUID]:
    """Open disputes of an authority that run under another version, the oldest first."""
    statement = """SELECT d.id FROM dispute d JOIN protocol p ON p.id = d.protocol_id
        WHERE d.authority_id = %s AND p.hash <> %s AND d.closed_at IS NULL
        ORDER BY d.number LIMIT %s"""
    return [ident(pk) for (pk,) in select(statement, [authority, other_than, most])]


def roles_held(authority: int, *, today: date) -> frozenset[str]:
    """The roles that somebody holds in an authority on a day."""
    statement = """SELECT DISTINCT role FROM post JOIN person ON person.id = post.person_id
        WHERE post.authority_id = %s AND person.is_active = %s
        AND from_on <= %s AND (until_on IS NULL OR until_on >= %s)"""
    return frozenset(role for (role,) in select(statement, [authority, True, today, today]))
