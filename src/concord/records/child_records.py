"""A child's own record in the database: its row, and what new entries bring about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from concord.core.child.audience import roles_seeing
from concord.core.child.duties import child_duties
from concord.core.child.lapse import child_next_due
from concord.core.child.matter import ChildMatter
from concord.core.record.chain import GENESIS
from concord.core.record.envelope import Recorded
from concord.records import log, outbox
from concord.records.models import ChildRecordRow, DutyRow
from concord.records.posts import Held, Place
from concord.records.rebuilding import differing_rows
from concord.records.rows import DUTY, duty_row, people, remind_at
from concord.records.sql import Row, change, ident, insert, marks, moment, select
from concord.records.standing import STEPS_ASIDE

_NEW = ("id", "authority_id", "child_id", "version", "hash", "seen_by")
_COLUMNS = "r.id, r.version, r.hash, r.next_due_at, c.id, c.authority_id, c.team_id, t.service_id"
_FROM = """FROM child_record r
    JOIN child c ON c.id = r.child_id JOIN team t ON t.id = c.team_id"""


@dataclass(frozen=True, slots=True)
class RecordStanding:
    """Which record, about a child at which place, its last entry, and when time has to act."""

    id: UUID
    version: int
    hash: str
    next_due_at: datetime | None
    place: Place
    status: str

    @property
    def authority_id(self) -> int:
        """The number of the authority."""
        return self.place.authority


def record_of(child: UUID, *, authority: int, to_write: bool = False) -> RecordStanding | None:
    """The record of a child of an authority; None before anything is on it.

    With `to_write`, only inside a transaction: acts then come one after another.
    """
    lock = " FOR UPDATE OF r" if to_write and connection.vendor == "postgresql" else ""
    statement = f"""SELECT {_COLUMNS}, c.status {_FROM}
        WHERE r.child_id = %s AND r.authority_id = %s{lock}"""
    rows = select(statement, [child, authority])
    return _standing(rows[0]) if rows else None


def open_record(child: UUID, *, authority: int) -> RecordStanding:
    """Begin the record of a child of an authority. Only inside a transaction; when somebody else
    began it in the same moment, theirs.
    """
    row = (uuid4(), authority, child, 0, GENESIS, "")
    insert("child_record", _NEW, [row], ignore=True)
    found = record_of(child, authority=authority, to_write=True)
    if found is None:
        raise LookupError(child)
    return found


def due_records(*, at: datetime, most: int) -> list[RecordStanding]:
    """Records in which time has something to do by `at` (aware), the oldest first. Only inside a
    transaction; on PostgreSQL those that no other sweep is at.
    """
    lock = " FOR UPDATE OF r SKIP LOCKED" if connection.vendor == "postgresql" else ""
    statement = f"""SELECT {_COLUMNS}, c.status {_FROM} WHERE r.next_due_at <= %s
        AND (r.troubled_at IS NULL OR r.troubled_at < %s)
        ORDER BY r.next_due_at LIMIT %s{lock}"""
    return [_standing(row) for row in select(statement, [at, at - STEPS_ASIDE, most])]


def all_records() -> Iterator[RecordStanding]:
    """Every record there is."""
    ids = ChildRecordRow.objects.order_by("pk").values_list("child_id", "authority_id")
    for child, authority in list(ids):
        found = record_of(child, authority=authority)
        if found:
            yield found


def step_aside(troubled: Sequence[UUID], *, at: datetime) -> None:
    """Note that time could not be brought up to date in some records."""
    if troubled:
        statement = f"UPDATE child_record SET troubled_at = %s WHERE id IN ({marks(troubled)})"
        change(statement, [at, *troubled])


def _standing(row: Row) -> RecordStanding:
    pk, version, head, due, child, authority, team, service, status = row
    due_at = moment(due) if due else None
    place = Place(ident(child), authority, team, service)
    return RecordStanding(ident(pk), version, head, due_at, place, status)


@dataclass(frozen=True, slots=True)
class Kept:
    """A record's row, its matter as it is now, and who holds which role for the child."""

    row: RecordStanding
    matter: ChildMatter
    held: Held


def write(
    kept: Kept, entries: Iterable[Recorded], told: Iterable[outbox.Told], *, at: datetime
) -> RecordStanding:
    """Write entries that follow the row; the matter has them already. Out: the row after them.

    Raises StaleRecord when somebody else wrote first; the transaction is then to be given up.
    """
    row = kept.row
    head = log.Head(row.version, row.hash)
    rows, after = log.sealed(row.authority_id, row.id, head=head, entries=entries)
    log.append(rows)
    _set(kept, after)
    _replace_duties(kept, at)
    posting = outbox.Posting(row.authority_id, row.id, at)
    outbox.post(outbox.notice_rows(posting, told, kept.held.together))
    return replace(row, version=after.seq, hash=after.hash)


def columns(matter: ChildMatter) -> dict[str, object]:
    """The columns of a record's row that follow from its entries."""
    return {
        "next_due_at": child_next_due(matter.record, child_duties(matter)),
        "seen_by": "|".join(("", *sorted(roles_seeing(matter)), "")),
    }


def duty_rows(kept: Kept, *, at: datetime) -> list[Row]:
    """The rows of the duties that are owed: one for each person who may do it, or for nobody."""
    open_ones = (duty for duty in child_duties(kept.matter) if not duty.is_over)
    where = (kept.row.authority_id, None, kept.row.id, None)
    return [
        duty_row(where, duty, whose, remind_at(kept.matter.calendar, duty, at))
        for duty in open_ones
        for whose in people(duty, kept.held)
    ]


def differing(kept: Kept, *, at: datetime) -> tuple[str, ...]:
    """Where the row and the duties of a record are not those that follow from its entries."""
    follows = columns(kept.matter)
    stored = ChildRecordRow.objects.values(*follows).get(pk=kept.row.id)
    wrong = [
        f"{name} is {stored[name]} and should be {value}"
        for name, value in follows.items()
        if stored[name] != value
    ]
    rows = DutyRow.objects.filter(record_id=kept.row.id).order_by("pk")
    for duty, name, has, should in differing_rows(rows, duty_rows(kept, at=at)):
        wrong.append(f"duty {duty}: {name} is {has} and should be {should}")
    return tuple(wrong)


def rewrite(kept: Kept, *, at: datetime) -> None:
    """Write a record's row and duties again, in the caller's transaction; no entry is touched."""
    _set(kept, log.Head(kept.row.version, kept.row.hash))
    _replace_duties(kept, at)


def _set(kept: Kept, head: log.Head) -> None:
    values, row = columns(kept.matter), kept.row
    names = ", ".join(f"{name} = %s" for name in values)
    statement = f"""UPDATE child_record SET version = %s, hash = %s, {names}, troubled_at = NULL
        WHERE id = %s AND version = %s"""
    if change(statement, [head.seq, head.hash, *values.values(), row.id, row.version]) != 1:
        raise log.StaleRecord


def _replace_duties(kept: Kept, at: datetime) -> None:
    change("DELETE FROM duty WHERE record_id = %s", [kept.row.id])
    insert("duty", DUTY, duty_rows(kept, at=at))
