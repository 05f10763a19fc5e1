"""Rows against entries: find what does not follow, and make rows and duties again."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from concord.casework.actions.book_rows import book_compared, book_verified
from concord.casework.actions.child_time import records_compared, records_verified
from concord.casework.actions.looked import Looked
from concord.casework.loading import held_by_record, matter_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.problem import WrongData
from concord.core.record.codec import UnknownKind
from concord.records import find, log, publishing, rebuilding
from concord.records.log import BrokenChain, StaleRecord
from concord.records.rows import Written
from concord.records.standing import standing
from concord.records.writing import Change, prepared


def compare_all(*, at: datetime) -> Iterator[Looked]:
    """Compare each dispute's row and open duties with what follows from its entries.

    `at` (aware) is the moment whose holders of roles count. Time since the last sweep makes no
    difference: rows are folds of what is recorded.
    """
    for pk in rebuilding.without_row():
        yield Looked(pk, 0, ("it has entries and no row",))
    for pk, authority in rebuilding.disputes():
        yield _attempt(pk, authority, at, write=False)
    yield from records_compared(at=at, write=False)
    yield from _protocols(write=False)


def rebuild_all(*, at: datetime) -> Iterator[Looked]:
    """Make each dispute's row and duties again from its entries, each in a transaction of its own.

    Out: for each, what had been wrong before. One whose entries cannot be read stays as it is.
    """
    for pk, authority in rebuilding.disputes():
        yield _attempt(pk, authority, at, write=True)
    yield from records_compared(at=at, write=True)
    yield from _protocols(write=True)


def verify_all() -> Iterator[Looked]:
    """Recompute the chain of every dispute, and compare its head with the one in its row."""
    for pk in rebuilding.without_row():
        yield Looked(pk, 0, ("it has entries and no row",))
    for pk, _authority in rebuilding.disputes():
        yield _verified(pk)
    yield from records_verified()
    yield from (book_verified(authority) for authority in publishing.books())


def _verified(pk: UUID) -> Looked:
    kept = rebuilding.head_in_row(pk)
    try:
        head = log.verify(pk)
    except BrokenChain as broken:
        return Looked(pk, kept.seq, (f"the record was changed: {broken}",))
    except (UnknownKind, ValueError) as error:
        return Looked(pk, kept.seq, (f"an entry cannot be read ({type(error).__name__})",))
    if head != kept:
        return Looked(
            pk, head.seq, (f"its row knows {kept.seq} entries, and {head.seq} are there",)
        )
    return Looked(pk, head.seq)


def _attempt(pk: UUID, authority: int, at: datetime, *, write: bool) -> Looked:
    try:
        with find.together():
            change = _follows(pk, authority, at)
            if change is None:
                return Looked(pk, 0, ("its protocol or child is missing",))
            wrong = tuple(_differences(change))
            if write:
                rebuilding.rewrite(change)
                _pin(change)
            return Looked(pk, change.after.version, wrong)
    except BrokenChain as broken:
        return Looked(pk, 0, (f"the record was changed: {broken}",))
    except StaleRecord:
        return Looked(pk, 0, ("somebody acted in it meanwhile; do it again",))
    except (WrongData, BeyondCalendar, UnknownKind, ValueError) as error:
        return Looked(pk, 0, (f"its entries cannot be read ({type(error).__name__})",))


def _follows(pk: UUID, authority: int, at: datetime) -> Change | None:
    """What the entries say that row and duties should be; nobody acts in it meanwhile."""
    row = standing(pk, authority=authority, to_write=True)
    if row is None:
        return None
    matter = matter_of(row)
    held = held_by_record(row, matter, today=local_date(at))
    return prepared(Written(row, matter, log.verify(pk), held), [], [], at=at)


def _protocols(*, write: bool) -> Iterator[Looked]:
    yield from (book_compared(authority, write=write) for authority in publishing.books())


def _pin(change: Change) -> None:
    """Under which version a dispute runs follows from its entries too."""
    if change.runs_under:
        publishing.pin(change.before.id, change.before.authority_id, change.runs_under)


def _differences(change: Change) -> Iterator[str]:
    if change.runs_under not in ("", change.before.protocol_hash):
        yield f"protocol is {change.before.protocol_hash} and should be {change.runs_under}"
    if change.siblings != tuple(place.child for place in change.before.places[1:]):
        yield "its children are not those of its record"
    for name, stored, follows in rebuilding.differing_columns(change):
        yield f"{name} is {stored} and should be {follows}"
    for duty, name, stored, follows in rebuilding.differing_duties(change):
        yield f"duty {duty}: {name} is {stored} and should be {follows}"
