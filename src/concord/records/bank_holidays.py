"""Bank holidays that came late, and the disputes that they can concern."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError

from concord.records.models import Authority, DisputeRow, LateBankHoliday


@dataclass(frozen=True, slots=True)
class Late:
    """A late bank holiday of a nation: the day, its name, and why it was added."""

    nation: str
    day: date
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Added:
    """A late bank holiday with the id of who added it, and the instant (aware)."""

    late: Late
    person: str
    at: datetime


def authorities() -> dict[str, int]:
    """Every authority's number, by its short name."""
    return dict(Authority.objects.order_by("slug").values_list("slug", "pk"))


class AddedBefore(Exception):
    """The day is there already: somebody added it a moment before."""


def add(authority: int, late: Late, *, person: str, at: datetime) -> None:
    """Store a late bank holiday of an authority, added at an instant (aware).

    Only inside a transaction. Raises AddedBefore for a day that is there already.
    """
    try:
        LateBankHoliday.objects.create(
            authority_id=authority,
            nation=late.nation,
            day=late.day,
            name=late.name,
            reason=late.reason,
            person=person,
            added_at=at,
        )
    except IntegrityError as error:
        raise AddedBefore from error


def of(authority: int, *, nation: str, ahead_of: date = date.min) -> tuple[Late, ...]:
    """The late bank holidays of an authority and a nation from a day on, in the order of days."""
    found = added(authority, nation=nation)
    return tuple(each.late for each in found if each.late.day >= ahead_of)


def added(authority: int, *, nation: str) -> tuple[Added, ...]:
    """The late bank holidays of an authority and a nation, each with who added it, by day."""
    rows = LateBankHoliday.objects.filter(authority_id=authority, nation=nation).order_by("day")
    return tuple(
        Added(Late(row.nation, row.day, row.name, row.reason), row.person, row.added_at)
        for row in rows
    )


def still_running(authority: int) -> Iterator[UUID]:
    """The disputes of an authority in which something can still become due, oldest first."""
    rows = DisputeRow.objects.filter(authority_id=authority).order_by("opened_at", "pk")
    closed = rows.filter(closed_at__isnull=False, next_due_at__isnull=True)
    yield from rows.exclude(pk__in=closed.values("pk")).values_list("pk", flat=True)
