"""The only writer of events, and their reader."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from concord.core.child import events as child_events
from concord.core.dispute.events import CODEC
from concord.core.publishing import events as publishing
from concord.core.record.chain import GENESIS, body_hash, link
from concord.core.record.codec import Codec
from concord.core.record.envelope import Recorded
from concord.records.models import EventRow
from concord.records.sql import Row, ident, insert, marks, moment, select

_COLUMNS = (
    *("authority_id", "stream", "seq", "kind", "version", "body", "salt", "person"),
    *("capacity", "happened_at", "recorded_at", "hash"),
)
_NAMES = "seq, kind, body, person, capacity, happened_at, recorded_at, salt, hash"


class StaleRecord(Exception):
    """Somebody else wrote the next entry first; nothing of this attempt is stored."""


class BrokenChain(Exception):
    """An entry's hash does not follow from what stands before it: the record was changed."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a dispute: its number and its hash."""

    seq: int = 0
    hash: str = GENESIS


def sealed(
    authority: int, stream: UUID, *, head: Head, entries: Iterable[Recorded]
) -> tuple[list[Row], Head]:
    """The rows of entries that follow a head, each chained to the one before, and the new head."""
    rows, last = list[Row](), head
    for entry in entries:
        body, salt = _codec(entry.event.KIND).encode(entry.event), secrets.token_hex(16)
        hashed = link(last.hash, head=_head_line(stream, entry), body=body_hash(salt, body))
        rows.append(_row(authority, stream, entry, (body, salt, hashed)))
        last = Head(entry.seq, hashed)
    return rows, last


def append(rows: Iterable[Row]) -> None:
    """Write sealed rows. Raises StaleRecord when an entry with the same number is already there;
    the caller's transaction is then lost, as it has to be.
    """
    try:
        insert("event", _COLUMNS, rows)
    except IntegrityError as error:
        raise StaleRecord from error


def _codec(kind: str) -> Codec:
    """The codec of a kind: an authority's protocol and a child have records of their own."""
    if kind.startswith(child_events.STREAM):
        return child_events.CODEC
    return publishing.CODEC if kind.startswith(publishing.STREAM) else CODEC


def _row(
    authority: int, stream: UUID, entry: Recorded, sealed: tuple[str, str, str]
) -> tuple[object, ...]:
    body, salt, hashed = sealed
    kind = type(entry.event)
    return (
        *(authority, stream, entry.seq, kind.KIND, kind.VERSION, body, salt, entry.person),
        *(entry.capacity, entry.happened_at, entry.recorded_at, hashed),
    )


def _head_line(stream: UUID, entry: Recorded) -> str:
    kind = type(entry.event)
    what = (entry.seq, kind.KIND, kind.VERSION, entry.person, entry.capacity)
    return _line(stream, what, (entry.happened_at, entry.recorded_at))


def _line(stream: UUID, what: tuple[object, ...], moments: tuple[datetime, datetime]) -> str:
    """An entry without its body, as one line: stream, number, kind, version, who, and when."""
    happened, recorded = moments
    said = " ".join(map(str, what))
    return f"{stream.hex} {said} {happened.timestamp():.6f} {recorded.timestamp():.6f}"


def entries_of(stream: UUID) -> tuple[Recorded, ...]:
    """All entries of a dispute, in order."""
    return entries_of_many([stream])[stream]


def entries_of_many(streams: Sequence[UUID]) -> dict[UUID, tuple[Recorded, ...]]:
    """All entries of several disputes, in order, by one statement."""
    statement = f"""SELECT {_NAMES}, stream FROM event
        WHERE stream IN ({marks(streams)}) ORDER BY stream, seq"""
    found: dict[UUID, list[Recorded]] = {stream: [] for stream in streams}
    for row in select(statement, streams):
        found[ident(row[-1])].append(_recorded(row))
    return {stream: tuple(entries) for stream, entries in found.items()}


def _recorded(row: Row) -> Recorded:
    seq, kind, body, person, capacity, happened_at, recorded_at, *_ = row
    event = _codec(kind).decode(kind, body)
    return Recorded(seq, event, person, capacity, moment(happened_at), moment(recorded_at))


def verify(stream: UUID) -> Head:
    """Recompute a dispute's chain from what is stored, whatever this version can read of it.

    Out: its head. Raises BrokenChain naming the entry.
    """
    last = Head()
    statement = f"SELECT version, {_NAMES} FROM event WHERE stream = %s ORDER BY seq"
    for version, seq, kind, body, person, capacity, *when, salt, hashed in select(
        statement, [stream]
    ):
        happened, recorded = (moment(each) for each in when)
        line = _line(stream, (seq, kind, version, person, capacity), (happened, recorded))
        expected = link(last.hash, head=line, body=body_hash(salt, body))
        if hashed != expected or seq != last.seq + 1:
            raise BrokenChain(f"entry {seq} of {stream}")
        last = Head(seq, hashed)
    return last


def streams() -> Iterator[UUID]:
    """The ids of all disputes that have entries."""
    yield from EventRow.objects.filter(seq=1).values_list("stream", flat=True).iterator()
