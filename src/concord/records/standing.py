"""A dispute's row as every act reads it: one statement, and a lock where the database has one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from concord.core.dispute.words import joined
from concord.records.posts import Place
from concord.records.sql import Row, change, ident, marks, moment, select

STEPS_ASIDE = timedelta(hours=1)
_COLUMNS = """
    d.id, d.authority_id, p.hash, d.number, d.version, d.hash, d.raiser_id, d.opened_at,
    d.next_due_at, d.children, c.id, c.name, c.status, c.team_id, t.service_id
"""
_FROM = """
    FROM dispute d
    JOIN protocol p ON p.id = d.protocol_id
    JOIN child c ON c.id = d.child_id
    JOIN team t ON t.id = c.team_id
"""


@dataclass(frozen=True, slots=True)
class Sibling:
    """A further child of a dispute that is about several: its name and where it is."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """Which dispute, under which protocol, about which child of which team, and its last entry.

    `children` says how many it is about; `siblings` are those besides the first.
    """

    id: UUID
    authority_id: int
    protocol_hash: str
    number: int
    version: int
    hash: str
    raiser_id: int
    opened_at: datetime
    next_due_at: datetime | None
    children: int
    child_id: UUID
    child_name: str
    child_status: str
    team_id: int
    service_id: int
    siblings: tuple[Sibling, ...] = ()

    @property
    def place(self) -> Place:
        """Where the first child is."""
        return Place(self.child_id, self.authority_id, self.team_id, self.service_id)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where each of the children is."""
        return (self.place, *(each.place for each in self.siblings))

    @property
    def names(self) -> str:
        """The names of the children in one line."""
        return joined([name for _pk, name in self.named])

    @property
    def named(self) -> tuple[tuple[UUID, str], ...]:
        """The children in the order in which they were named: id and name."""
        others = ((each.place.child, each.name) for each in self.siblings)
        return ((self.child_id, self.child_name), *others)


def standing(pk: UUID, *, authority: int, to_write: bool = False) -> Standing | None:
    """A dispute of an authority; None when the authority has none with this id.

    With `to_write`, only inside a transaction: acts then come one after another. On SQLite the
    transaction itself is the lock, since only one can write.
    """
    lock = " FOR UPDATE OF d" if to_write and connection.vendor == "postgresql" else ""
    statement = f"SELECT {_COLUMNS} {_FROM} WHERE d.id = %s AND d.authority_id = %s{lock}"
    rows = select(statement, [pk, authority])
    return _with_siblings([_standing(rows[0])])[0] if rows else None


def due_standings(*, at: datetime, most: int) -> list[Standing]:
    """Disputes in which time has something to do by `at` (aware), the oldest first.

    Only inside a transaction; on PostgreSQL those that no other sweep is at. A dispute that gave
    trouble steps aside for an hour.
    """
    lock = " FOR UPDATE OF d SKIP LOCKED" if connection.vendor == "postgresql" else ""
    statement = f"""SELECT {_COLUMNS} {_FROM} WHERE d.next_due_at <= %s
        AND (d.troubled_at IS NULL OR d.troubled_at < %s)
        ORDER BY d.next_due_at LIMIT %s{lock}"""
    rows = select(statement, [at, at - STEPS_ASIDE, most])
    return _with_siblings([_standing(row) for row in rows])


def lapsed_of(person: int, *, authority: int, at: datetime, most: int) -> list[UUID]:
    """Disputes that a person raised or owes something in, and in which time has something to do by
    `at` (aware) that no sweep has done yet; the oldest first, without those that gave trouble.
    """
    statement = """SELECT d.id FROM dispute d JOIN (
            SELECT dispute_id FROM duty WHERE person_id = %s
            UNION SELECT id FROM dispute WHERE raiser_id = %s
        ) mine ON mine.dispute_id = d.id
        WHERE d.authority_id = %s AND d.next_due_at <= %s
        AND (d.troubled_at IS NULL OR d.troubled_at < %s)
        ORDER BY d.next_due_at LIMIT %s"""
    rows = select(statement, [person, person, authority, at, at - STEPS_ASIDE, most])
    return [ident(pk) for (pk,) in rows]


def step_aside(troubled: Sequence[UUID], *, at: datetime) -> None:
    """Note that time could not be brought up to date in some disputes."""
    if troubled:
        statement = f"UPDATE dispute SET troubled_at = %s WHERE id IN ({marks(troubled)})"
        change(statement, [at, *troubled])


def _standing(row: Row) -> Standing:
    pk, authority, protocol, number, version, head, raiser, opened, due, many, child, *about = row
    due_at = moment(due) if due else None
    heads = (protocol, number, version, head, raiser)
    return Standing(
        *(ident(pk), authority, *heads, moment(opened), due_at, many, ident(child)), *about
    )


def _with_siblings(rows: list[Standing]) -> list[Standing]:
    """The same rows, with the further children of those that are about several."""
    several = [row.id for row in rows if row.children > 1]
    if not several:
        return rows
    statement = f"""SELECT s.dispute_id, c.name, c.id, c.authority_id, c.team_id, t.service_id
        FROM sibling s JOIN child c ON c.id = s.child_id JOIN team t ON t.id = c.team_id
        WHERE s.dispute_id IN ({marks(several)}) ORDER BY s.dispute_id, s.place"""
    found: dict[UUID, list[Sibling]] = {}
    for dispute, name, child, *where in select(statement, several):
        sibling = Sibling(name, Place(ident(child), *where))
        found.setdefault(ident(dispute), []).append(sibling)
    return [replace(row, siblings=tuple(found.get(row.id, ()))) for row in rows]
