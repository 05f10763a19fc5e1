"""Disputes that are over, for what they show of a protocol."""

from dataclasses import dataclass
from uuid import UUID

from concord.records.sql import ident, select


@dataclass(frozen=True, slots=True)
class Over:
    """A resolved dispute: its id, and the hash of the protocol that its row names."""

    id: UUID
    protocol_hash: str


def resolved(authority: int, *, most: int) -> list[Over]:
    """The resolved disputes of an authority, the latest that began first."""
    statement = """SELECT d.id, p.hash FROM dispute d JOIN protocol p ON p.id = d.protocol_id
        WHERE d.authority_id = %s AND d.phase = 'resolved'
        ORDER BY d.opened_at DESC, d.number DESC LIMIT %s"""
    return [Over(ident(pk), hashed) for pk, hashed in select(statement, [authority, most])]


def count(authority: int) -> int:
    """How many disputes an authority has, in whatever phase."""
    statement = "SELECT COUNT(*) FROM dispute WHERE authority_id = %s"
    return int(select(statement, [authority])[0][0])
