"""What a grave event about a child does to the disputes that run about it."""

from datetime import datetime

from concord.casework.actions.recording import record
from concord.casework.actions.time import TROUBLE
from concord.casework.child_loading import LoadedRecord
from concord.casework.loading import caught_up, held_in, matter_of
from concord.core.clock.london import local_date
from concord.core.dispute.decide.override import override
from concord.core.record.envelope import Recorded
from concord.records import trays
from concord.records.standing import Standing, standing

_ALL = 10_000


def override_disputes(loaded: LoadedRecord, entry: Recorded, *, at: datetime) -> int:
    """Let the stages of every dispute that runs about a child give way to a grave event, in the
    caller's transaction. Out: how many.

    In: the child's record, and the entry of the grave event, whose person and capacity stand for
    it in each dispute too. A dispute that cannot be read does not keep the event from being told.
    """
    done = 0
    for line in trays.of_child(loaded.child.pk, most=_ALL):
        row = standing(line.id, authority=loaded.viewer.authority, to_write=True)
        if row is not None and line.closed_at is None:
            done += _override(row, entry, at)
    return done


def _override(row: Standing, entry: Recorded, at: datetime) -> int:
    try:
        recorded = matter_of(row)
        matter, by_time = caught_up(recorded, at=at)
        event = override(matter.protocol, matter.dispute)
    except TROUBLE:
        return 0
    if event is None:
        return 0
    seq = matter.dispute.version + 1
    new = Recorded(seq, event, entry.person, entry.capacity, at, at)
    record(row, recorded, (*by_time, new), held=held_in(row, today=local_date(at)), at=at)
    return 1
