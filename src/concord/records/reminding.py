"""Which duties have a reminder due, and when the next one comes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from concord.records.models import DutyRow


@dataclass(frozen=True, slots=True)
class Due:
    """A duty whose reminder is due; `stream` is the dispute or the child's record."""

    id: int
    authority: int
    stream: UUID
    person: int | None
    key: str
    since: datetime
    due_on: date | None


def due(*, at: datetime, most: int) -> list[Due]:
    """Duties whose reminder is due by `at` (aware), oldest first; on PostgreSQL those that no
    other sweep is at. Only inside a transaction.
    """
    rows = DutyRow.objects.filter(remind_at__lte=at).order_by("remind_at")
    if connection.vendor == "postgresql":
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    return [_due(each) for each in rows[:most]]


def _due(row: DutyRow) -> Due:
    stream = row.dispute_id or row.record_id
    if stream is None:
        raise LookupError(f"duty {row.pk} belongs to no record")
    return Due(row.pk, row.authority_id, stream, row.person_id, row.key, row.since, row.due_on)


def move_on(row: Due, *, to: datetime | None) -> None:
    """Set when the next reminder of a duty comes; none when there is no further one."""
    DutyRow.objects.filter(pk=row.id).update(remind_at=to)
