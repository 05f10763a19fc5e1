"""Rows beside their entries: what is stored, what follows, and writing the rows again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from uuid import UUID

from django.db.models import QuerySet

from concord.records.log import Head
from concord.records.models import DisputeRow, DutyRow
from concord.records.rows import DUTY
from concord.records.sql import Row, ident, select
from concord.records.writing import Change, write

# When the next reminder is due depends on when the row was written, so it is nothing to compare.
_APART = ("authority_id", "dispute_id", "record_id", "remind_at")
COMPARED = tuple(name for name in DUTY if name not in _APART)


def disputes() -> Iterator[tuple[UUID, int]]:
    """All disputes that have a row: id and authority."""
    yield from DisputeRow.objects.order_by("pk").values_list("pk", "authority_id").iterator()


def authority_of(pk: UUID) -> int | None:
    """The authority of a dispute; None when there is no dispute with this id."""
    return DisputeRow.objects.filter(pk=pk).values_list("authority_id", flat=True).first()


def head_in_row(pk: UUID) -> Head:
    """The number and hash of the last entry as a dispute's row has them."""
    version, hashed = DisputeRow.objects.values_list("version", "hash").get(pk=pk)
    return Head(version, hashed)


def without_row() -> list[UUID]:
    """Disputes, children's records and authorities' protocols that have entries and no row."""
    statement = """SELECT e.stream FROM event e LEFT JOIN dispute d ON d.id = e.stream
        LEFT JOIN protocol_book b ON b.id = e.stream
        LEFT JOIN child_record r ON r.id = e.stream
        WHERE e.seq = 1 AND d.id IS NULL AND b.id IS NULL AND r.id IS NULL"""
    return [ident(row[0]) for row in select(statement, [])]


def differing_columns(change: Change) -> Iterator[tuple[str, object, object]]:
    """The columns of a dispute's row that do not follow from its entries: name, stored, follows."""
    stored = DisputeRow.objects.values(*change.columns).get(pk=change.before.id)
    for name, follows in change.columns.items():
        if stored[name] != follows:
            yield name, stored[name], follows


def differing_duties(change: Change) -> Iterator[tuple[str, str, object, object]]:
    """Where the stored duties are not those that follow: whose duty, column, stored, follows.

    A duty that only one side has differs in its key, which is then None on the other side.
    """
    rows = DutyRow.objects.filter(dispute_id=change.before.id).order_by("pk")
    yield from differing_rows(rows, change.duties.values())


def differing_rows(
    rows: QuerySet[DutyRow], follows: Iterable[Row]
) -> Iterator[tuple[str, str, object, object]]:
    """Where stored duties are not those that follow, as `differing_duties` tells it."""
    places = [DUTY.index(name) for name in COMPARED]
    stored = _by_person(rows.values_list(*COMPARED))
    wanted = _by_person(tuple(row[place] for place in places) for row in follows)
    yield from _differing(stored, wanted)


def _differing(
    stored: dict[str, list[Row]], follows: dict[str, list[Row]]
) -> Iterator[tuple[str, str, object, object]]:
    for whose in sorted(stored.keys() | follows.keys()):
        for one, other in zip_longest(stored.get(whose, ()), follows.get(whose, ())):
            for name, has, should in _columns(one, other):
                yield whose, name, has, should


def _by_person(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by key and person; two under the same are ordered, so that like stands beside like."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        told = dict(zip(COMPARED, row, strict=True))
        found.setdefault(f"{told['key']} of person {told['person_id']}", []).append(row)
    return {whose: sorted(each, key=str) for whose, each in found.items()}


def _columns(one: Row | None, other: Row | None) -> Iterator[tuple[str, object, object]]:
    if one is None or other is None:
        key = COMPARED.index("key")
        yield "key", one and one[key], other and other[key]
        return
    for name, has, should in zip(COMPARED, one, other, strict=True):
        if has != should:
            yield name, has, should


def rewrite(change: Change) -> None:
    """Write a dispute's row and duties again, in the caller's transaction; no entry is touched.

    Raises StaleRecord when somebody else wrote an entry meanwhile.
    """
    DutyRow.objects.filter(dispute_id=change.before.id).delete()
    write([replace(change, events=[], notices=[])])
