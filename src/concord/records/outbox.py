"""The outbox: notices that an act or a reminder asks for, written in the same transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F, Q

from concord.core.dispute.tellings import Telling
from concord.records.models import NoticeRow
from concord.records.posts import Holders
from concord.records.sql import Row, insert

_COLUMNS = (
    *("authority_id", "person_id", "key", "dispute", "kind", "due_on", "created_at", "attempts"),
)
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice on its way: its key (the stable message id), address, kind and day."""

    id: int
    key: str
    address: str
    name: str
    kind: str
    due_on: date | None
    attempts: int


@dataclass(frozen=True, slots=True)
class Posting:
    """Where notices belong: authority and dispute, and when they are written (aware)."""

    authority: int
    dispute: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody is told because of an entry: the entry's number and person, and the telling."""

    seq: int
    by: str
    telling: Telling


def notice_rows(posting: Posting, told: Iterable[Told], holders: Holders) -> Iterator[Row]:
    """The rows of notices; a person is not told of the own act, and of one thing only once."""
    done = set()
    for each in told:
        telling = each.telling
        for person in holders.get(telling.role, ()):
            key = f"{posting.dispute.hex}:{each.seq}:{telling.kind.value}:{person}"
            if str(person) != each.by and key not in done:
                done.add(key)
                yield _row(posting, person, (key, telling.kind.value, telling.due_on))


def post(rows: Iterable[Row]) -> None:
    """Write notices; those that are already there stay as they are."""
    insert("notice", _COLUMNS, rows, ignore=True)


def remind(posting: Posting, *, person: int, duty: str, kind: str, due_on: date | None) -> None:
    """Write one reminder; written once for a person, duty, kind and day, however often asked."""
    key = f"{posting.dispute.hex}:{duty}:{kind}:{due_on}:{person}"
    insert("notice", _COLUMNS, [_row(posting, person, (key, kind, due_on))], ignore=True)


def _row(posting: Posting, person: int, what: tuple[str, str, date | None]) -> Row:
    key, kind, due_on = what
    return (posting.authority, person, key, posting.dispute, kind, due_on, posting.at, 0)


def claim(*, at: datetime, most: int) -> list[Notice]:
    """Take notices that wait to be sent, each under a lease, by compare-and-set one at a time.

    Several senders may run: a notice that another took first is not among them.
    """
    waiting = NoticeRow.objects.filter(_waiting(at)).order_by("created_at", "pk")
    taken = []
    for row in waiting.select_related("person")[:most]:
        mine = NoticeRow.objects.filter(_waiting(at), pk=row.pk, attempts=row.attempts)
        if mine.update(lease_until=at + LEASE * 2**row.attempts, attempts=F("attempts") + 1):
            taken.append(_notice(row))
    return taken


def _waiting(at: datetime) -> Q:
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=at)
    return free & Q(sent_at__isnull=True, gave_up_at__isnull=True)


def _notice(row: NoticeRow) -> Notice:
    person = row.person
    attempts = row.attempts + 1
    return Notice(row.pk, row.key, person.email, person.name, row.kind, row.due_on, attempts)


def sent(notice: Notice, *, at: datetime) -> None:
    """Note that a notice was handed to the transport."""
    NoticeRow.objects.filter(pk=notice.id).update(sent_at=at, lease_until=None)


def failed(notice: Notice, *, at: datetime) -> None:
    """Note that the transport refused a notice: tried again after its lease, at last given up."""
    if notice.attempts >= MOST_ATTEMPTS:
        NoticeRow.objects.filter(pk=notice.id).update(gave_up_at=at)
