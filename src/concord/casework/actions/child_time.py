"""What time brings in children's own records, and their rows against their entries."""

from collections.abc import Iterator
from datetime import date, datetime

from concord.casework.actions.child_recording import told_of
from concord.casework.actions.looked import Looked
from concord.casework.actions.time import TROUBLE, Swept
from concord.casework.child_loading import matter_of_record
from concord.core.child.fold import fold_child
from concord.core.child.lapse import child_catch_up
from concord.core.child.matter import ChildMatter
from concord.core.clock.london import local_date
from concord.records import child_records, find, log, posts
from concord.records.child_records import Kept, RecordStanding
from concord.records.log import BrokenChain, Head

OF = "record of a child"


def sweep_children(*, at: datetime, most: int) -> Swept:
    """Record what time has brought by `at` (aware) in at most `most` records, oldest first, in one
    transaction. Any number of sweeps may run, and each entry is written once.
    """
    done, entries, troubled = 0, 0, []
    with find.together():
        for row in child_records.due_records(at=at, most=most):
            try:
                entries += _bring_up(row, at)
                done += 1
            except TROUBLE:
                troubled.append(row.id)
        child_records.step_aside(troubled, at=at)
    return Swept(done, entries, tuple(troubled))


def _bring_up(row: RecordStanding, at: datetime) -> int:
    today = local_date(at)
    recorded = _matter(row, today)
    lapsed = child_catch_up(recorded, at=at)
    after = recorded.now(fold_child(lapsed, record=recorded.record))
    kept = Kept(row, after, posts.held((row.place,), today=today))
    child_records.write(kept, lapsed, told_of(recorded, lapsed), at=at)
    return len(lapsed)


def _matter(row: RecordStanding, today: date) -> ChildMatter:
    return matter_of_record(row, authority=row.authority_id, status=row.status, today=today)


def count_again(authority: int, *, at: datetime) -> None:
    """Make the rows of an authority's records again because its calendar has changed. Only inside
    a transaction.
    """
    for row in child_records.all_records():
        if row.authority_id == authority:
            child_records.rewrite(_kept(row, at), at=at)


def records_compared(*, at: datetime, write: bool) -> Iterator[Looked]:
    """Compare each record's row and duties with its entries, and make them again if asked."""
    for row in list(child_records.all_records()):
        yield _compared(row, at, write=write)


def _compared(row: RecordStanding, at: datetime, *, write: bool) -> Looked:
    try:
        with find.together():
            head = log.verify(row.id)
            kept = _kept(row, at)
            wrong = child_records.differing(kept, at=at)
            if head != Head(row.version, row.hash):
                wrong = (_other_head(row, head), *wrong)
            if write and wrong:
                child_records.rewrite(kept, at=at)
            return Looked(row.id, head.seq, wrong, OF)
    except BrokenChain as broken:
        return Looked(row.id, 0, (f"the record was changed: {broken}",), OF)
    except TROUBLE as error:
        return Looked(row.id, 0, (f"its entries cannot be read ({type(error).__name__})",), OF)


def records_verified() -> Iterator[Looked]:
    """Recompute the chain of each record, and compare its head with the one in its row."""
    for row in list(child_records.all_records()):
        try:
            head = log.verify(row.id)
        except BrokenChain as broken:
            yield Looked(row.id, row.version, (f"the record was changed: {broken}",), OF)
            continue
        same = head == Head(row.version, row.hash)
        yield Looked(row.id, head.seq, () if same else (_other_head(row, head),), OF)


def _other_head(row: RecordStanding, head: Head) -> str:
    return f"its row knows {row.version} entries, and {head.seq} are there"


def _kept(row: RecordStanding, at: datetime) -> Kept:
    today = local_date(at)
    return Kept(row, _matter(row, today), posts.held((row.place,), today=today))
