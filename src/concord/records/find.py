"""Looks things up by id, always within one authority: another's are as absent as none at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from concord.core.record.chain import GENESIS
from concord.records.models import Authority, Child, DisputeRow, Person
from concord.records.sql import ident, insert, select
from concord.records.standing import Standing

together = transaction.atomic


class DoneBefore(Exception):
    """An act was already carried out under the same key."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A stored protocol: its number and the hash of its content."""

    id: int
    hash: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What a new dispute's row is made of; the child's team has to be loaded."""

    id: UUID
    child: Child
    protocol: InForce
    raiser: int


def child(pk: UUID, *, authority: int) -> Child | None:
    """A child with team and service."""
    children = Child.objects.select_related("team__service")
    return children.filter(pk=pk, authority_id=authority).first()


def children(ids: Sequence[UUID], *, authority: int) -> tuple[Child, ...]:
    """Children of an authority with team and service, in the order of their ids; without those
    that the authority does not have.
    """
    rows = Child.objects.select_related("team__service")
    found = {each.pk: each for each in rows.filter(pk__in=ids, authority_id=authority)}
    return tuple(found[each] for each in ids if each in found)


def protocol_in_force(authority: int, *, on: date) -> InForce | None:
    """The protocol that new disputes of an authority begin under on a day: the one whose day came
    last, or else the one with which the authority began.
    """
    statement = """SELECT p.id, p.hash FROM protocol p
        LEFT JOIN protocol_term t ON t.protocol_id = p.id AND t.from_on <= %s
        WHERE p.authority_id = %s AND (p.in_force = %s OR t.id IS NOT NULL)
        ORDER BY t.from_on IS NULL, t.from_on DESC, t.seq DESC LIMIT 1"""
    rows = select(statement, [on, authority, True])
    return InForce(*rows[0]) if rows else None


def protocol_text(content_hash: str) -> str:
    """The text of a stored protocol. Raises LookupError when nobody stored one with this hash."""
    rows = select("SELECT text FROM protocol WHERE hash = %s LIMIT 1", [content_hash])
    if not rows:
        raise LookupError(content_hash)
    return str(rows[0][0])


def next_number(authority: int) -> int:
    """The number of an authority's next dispute; only inside a transaction."""
    Authority.objects.filter(pk=authority).update(disputes=F("disputes") + 1)
    return Authority.objects.values_list("disputes", flat=True).get(pk=authority)


def open_row(opening: Opening, *, at: datetime) -> Standing:
    """Store the row of a dispute that begins now, with its number, before its first entry."""
    child = opening.child
    row = DisputeRow(
        id=opening.id,
        authority_id=child.authority_id,
        protocol_id=opening.protocol.id,
        child_id=child.pk,
        raiser_id=opening.raiser,
        number=next_number(child.authority_id),
        hash=GENESIS,
        phase="new",
        opened_at=at,
    )
    row.save(force_insert=True)
    return Standing(
        id=row.id,
        authority_id=row.authority_id,
        protocol_hash=opening.protocol.hash,
        number=row.number,
        version=0,
        hash=GENESIS,
        raiser_id=row.raiser_id,
        opened_at=at,
        next_due_at=None,
        children=1,
        child_id=child.pk,
        child_name=child.name,
        child_status=child.status,
        team_id=child.team_id,
        service_id=child.team.service_id,
    )


def command(key: str, *, person: int) -> tuple[UUID, int] | None:
    """The dispute and its version after the act that was carried out under a key, if it was."""
    statement = "SELECT dispute, version FROM command WHERE key = %s AND person_id = %s"
    rows = select(statement, [key, person])
    return (ident(rows[0][0]), rows[0][1]) if rows else None


class Versioned(Protocol):
    """What has entries: a dispute, or an authority's protocol."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def authority_id(self) -> int:
        """The number of its authority."""

    @property
    def version(self) -> int:
        """The number of its last entry."""


def remember(row: Versioned, *, key: str, person: int, at: datetime) -> None:
    """Note that an act was carried out under a key. Raises DoneBefore when one already was; the
    transaction is then lost, as it has to be.
    """
    columns = ("authority_id", "person_id", "key", "dispute", "version", "done_at")
    try:
        insert("command", columns, [(row.authority_id, person, key, row.id, row.version, at)])
    except IntegrityError as error:
        raise DoneBefore from error


def people(ids: set[int]) -> dict[int, Person]:
    """People by their numbers."""
    return {person.pk: person for person in Person.objects.filter(pk__in=ids)}
