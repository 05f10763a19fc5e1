"""Looks things up by id, always within one authority: another's are as absent as none at all."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from concord.core.record.chain import GENESIS
from concord.records.models import (
    Authority,
    Child,
    Command,
    DisputeRow,
    Person,
    StoredProtocol,
)

together = transaction.atomic


def dispute(pk: UUID, *, authority: int) -> DisputeRow | None:
    """A dispute's row with its protocol, child, team and service."""
    rows = DisputeRow.objects.select_related("protocol", "child__team__service", "raiser")
    return rows.filter(pk=pk, authority_id=authority).first()


def locked_dispute(pk: UUID, *, authority: int) -> DisputeRow | None:
    """A dispute's row, held until the transaction ends so that acts come one after another.

    On SQLite the transaction itself is the lock: only one can write.
    """
    rows = DisputeRow.objects.select_related("protocol", "child__team", "raiser")
    if connection.vendor == "postgresql":
        rows = rows.select_for_update(of=("self",))
    return rows.filter(pk=pk, authority_id=authority).first()


def child(pk: UUID, *, authority: int) -> Child | None:
    """A child with team and service."""
    children = Child.objects.select_related("team__service")
    return children.filter(pk=pk, authority_id=authority).first()


def protocol_in_force(authority: int) -> StoredProtocol | None:
    """The protocol that new disputes of an authority begin under."""
    return StoredProtocol.objects.filter(authority_id=authority, in_force=True).first()


def next_number(authority: int) -> int:
    """The number of an authority's next dispute; only inside a transaction."""
    Authority.objects.filter(pk=authority).update(disputes=F("disputes") + 1)
    return Authority.objects.values_list("disputes", flat=True).get(pk=authority)


def open_row(row: DisputeRow, *, at: datetime) -> DisputeRow:
    """Store the row of a dispute that begins now, with its number, before its first entry."""
    row.authority_id = row.child.authority_id
    row.number = next_number(row.authority_id)
    row.phase, row.hash, row.opened_at = "new", GENESIS, at
    row.save(force_insert=True)
    return row


def command(key: str, *, person: int) -> Command | None:
    """The act that was carried out under a key, if it was."""
    return Command.objects.filter(key=key, person_id=person).first()


def remember(row: DisputeRow, *, key: str, person: int, at: datetime) -> None:
    """Note that an act was carried out under a key."""
    Command.objects.create(
        authority_id=row.authority_id,
        person_id=person,
        key=key,
        dispute=row.pk,
        version=row.version,
        done_at=at,
    )


def people(ids: set[int]) -> dict[int, Person]:
    """People by their numbers."""
    return {person.pk: person for person in Person.objects.filter(pk__in=ids)}


def due_disputes(*, at: datetime, most: int) -> list[tuple[UUID, int]]:
    """Disputes in which time has something to do by `at`: id and authority, the oldest first."""
    rows = DisputeRow.objects.filter(next_due_at__lte=at).order_by("next_due_at")
    return list(rows.values_list("pk", "authority_id")[:most])
