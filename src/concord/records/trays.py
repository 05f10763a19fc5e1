"""The work trays, read from the rows of open duties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from concord.core.clock.london import day_or_instant
from concord.records.models import DisputeRow, DutyRow, Sibling
from concord.records.posts import Holding
from concord.records.reach import disputes_within, duties_of, duties_within

Posts = Sequence[Holding]
_FIELDS = (
    *("dispute_id", "dispute__number", "child_id", "child__name", "dispute__children", "key"),
    *("what", "clause", "act", "must", "role", "person__name", "since", "due_on", "due_at"),
    *("dispute__rung", "dispute__total_due_on", "record_id"),
)
TOTAL = "total"


def about(name: str, children: int) -> str:
    """A child's name, and how many others: "Ava Blythe and 1 other"."""
    others = children - 1
    return f"{name} and {others} other{'' if others == 1 else 's'}" if others > 0 else name


@dataclass(frozen=True, slots=True)
class TrayItem:
    """An open duty in a tray, with the dispute and the child that it belongs to, and how many
    children the dispute is about; without a dispute for a duty in a child's own record.
    """

    dispute: UUID | None
    number: int | None
    child: UUID
    child_name: str
    children: int | None
    key: str
    what: str
    clause: str
    act: str
    must: bool
    role: str
    person_name: str
    since: datetime
    due_on: date | None
    due_at: datetime | None
    rung: str | None
    total_due_on: date | None
    record: UUID | None

    @property
    def about(self) -> str:
        """The child's name, and how many others the dispute is about."""
        return about(self.child_name, self.children or 1)

    @property
    def due_when(self) -> date | None:
        """The day by whose end it is due, or the instant where it falls within the day."""
        if self.due_on is None or self.due_at is None:
            return self.due_on
        return day_or_instant(self.due_on, self.due_at)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many duties are overdue, due today, due within two working days, later, or undated."""

    overdue: int
    today: int
    soon: int
    later: int
    undated: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.overdue + self.today + self.soon + self.later + self.undated


def mine(person: int, *, held: Posts, at: datetime, soon_until: date, most: int) -> list[TrayItem]:
    """A person's open duties under the posts held, that have arisen by `at` (aware), as they press.

    First what is overdue or due by `soon_until`, then what has no date and waits since longest,
    then what is due later. The overall limit of a dispute is among them once it presses; before
    that every line shows it.
    """
    rows = _shown(person, held, at, soon_until)
    pressing = rows.filter(due_on__lte=soon_until).order_by("due_on", "since", "pk")
    undated = rows.filter(due_on__isnull=True).order_by("since", "pk")
    later = rows.filter(due_on__gt=soon_until).order_by("due_on", "since", "pk")
    found: list[TrayItem] = []
    for part in (pressing, undated, later):
        left = most - len(found)
        found += _taken(part, left) if left > 0 else []
    return found


def count_mine(person: int, *, held: Posts, at: datetime, today: date, soon_until: date) -> Counts:
    """The open duties that `mine` lists, counted by when they are due."""
    late = Q(due_on__lt=today)
    soon = Q(due_on__gt=today, due_on__lte=soon_until)
    rows = _shown(person, held, at, soon_until).aggregate(
        overdue=Count("pk", filter=late),
        today=Count("pk", filter=Q(due_on=today)),
        soon=Count("pk", filter=soon),
        later=Count("pk", filter=Q(due_on__gt=soon_until)),
        undated=Count("pk", filter=Q(due_on__isnull=True)),
    )
    return Counts(**rows)


def _shown(person: int, held: Posts, at: datetime, soon_until: date) -> QuerySet[DutyRow]:
    rows = _arisen(DutyRow.objects.filter(duties_of(held), person_id=person), at)
    return rows.exclude(key=TOTAL, due_on__gt=soon_until)


def waiting_on_others(person: int, *, held: Posts, at: datetime, most: int) -> list[TrayItem]:
    """What others owe in the disputes that a person raised and whose children the posts reach."""
    rows = _arisen(DutyRow.objects.filter(duties_within(held), raiser_id=person), at)
    rows = rows.exclude(person_id=person)
    return _items(rows, most)


def of_team(
    posts: Iterable[tuple[Holding, tuple[str, ...]]], authority: int, *, at: datetime, most: int
) -> list[TrayItem]:
    """What people under somebody's posts owe: pairs of a post and the roles that answer to it.

    Only in disputes in which the post's own role has a part.
    """
    condition = Q(pk__in=[])
    people = set()
    for post, roles in posts:
        people.add(post.person_id)
        mark = f"|{post.role}|"
        seen = Q(dispute__seen_by__contains=mark) | Q(record__seen_by__contains=mark)
        condition |= seen & duties_within([post]) & Q(role__in=roles)
    rows = DutyRow.objects.filter(condition, authority_id=authority).exclude(person_id__in=people)
    return _items(_arisen(rows, at), most)


def _arisen(rows: QuerySet[DutyRow], at: datetime) -> QuerySet[DutyRow]:
    return rows.filter(since__lte=at)


def _items(rows: QuerySet[DutyRow], most: int) -> list[TrayItem]:
    """Dated ones first, the soonest first, each database's own place for no date set aside."""
    ordered = rows.exclude(key=TOTAL).order_by("due_on", "since", "pk")
    dated = _taken(ordered.filter(due_on__isnull=False), most)
    if len(dated) == most:
        return dated
    return dated + _taken(ordered.filter(due_on__isnull=True), most - len(dated))


def _taken(rows: QuerySet[DutyRow], most: int) -> list[TrayItem]:
    found: Any = rows.values_list(*_FIELDS)[:most]
    return [TrayItem(*row) for row in found]


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute in a list, with its first child and how many children it is about."""

    id: UUID
    number: int
    child: UUID
    child_name: str
    children: int
    phase: str
    rung: str
    opened_at: datetime
    closed_at: datetime | None
    total_due_on: date | None
    held_until: date | None
    with_outside: str

    @property
    def about(self) -> str:
        """The first child's name, and how many others it is about."""
        return about(self.child_name, self.children)


_LINE = (
    *("pk", "number", "child_id", "child__name", "children", "phase", "rung", "opened_at"),
    *("closed_at", "total_due_on", "held_until", "with_outside"),
)


def on_hold(person: int, *, held: Posts, today: date, most: int) -> list[DisputeLine]:
    """The disputes that a person raised and whose hold runs today, the soonest to end first."""
    rows = _raised(person, held).filter(held_until__gte=today)
    return _lines(rows.order_by("held_until", "pk"), most)


def raised_by(person: int, *, held: Posts, most: int) -> list[DisputeLine]:
    """The open disputes that a person raised, newest first."""
    rows = _raised(person, held).filter(phase__in=("informal", "formal", "overridden"))
    return _lines(rows.order_by("-opened_at", "pk"), most)


def _raised(person: int, held: Posts) -> QuerySet[DisputeRow]:
    return DisputeRow.objects.filter(disputes_within(held), raiser_id=person)


def of_child(child: UUID, *, most: int) -> list[DisputeLine]:
    """The disputes about a child, newest first."""
    further = Sibling.objects.filter(child_id=child).values("dispute_id")
    rows = DisputeRow.objects.filter(Q(child_id=child) | Q(pk__in=further))
    return _lines(rows.order_by("-opened_at"), most)


def _lines(rows: QuerySet[DisputeRow], most: int) -> list[DisputeLine]:
    found: Any = rows.values_list(*_LINE)[:most]
    return [DisputeLine(*row) for row in found]
