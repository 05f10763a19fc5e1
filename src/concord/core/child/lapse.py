"""What happens by itself in a child's record when time passes: a duty is missed."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from concord.core.child.duties import child_duties
from concord.core.child.events import ChildDutyMissed
from concord.core.child.matter import ChildMatter
from concord.core.child.state import ChildRecord
from concord.core.dispute.duties.model import Duty
from concord.core.record.envelope import SYSTEM, Recorded

# That a review took place is often written down on a later day; only a person can say that it did
# not.
_NEVER_BY_ITSELF = ":hold"


def child_catch_up(matter: ChildMatter, *, at: datetime) -> tuple[Recorded, ...]:
    """The entries that are owed because time has passed up to `at` (aware), in order.

    Each happened at its exact due moment and is recorded at `at`.
    """
    missed = [each for each in _pending(matter.record, child_duties(matter)) if each[0] <= at]
    missed.sort(key=_moment)
    first = matter.record.version + 1
    return tuple(
        Recorded(first + number, _event(moment, duty), SYSTEM, SYSTEM, moment, at)
        for number, (moment, duty) in enumerate(missed)
    )


def child_next_due(record: ChildRecord, made: Iterable[Duty]) -> datetime | None:
    """The next instant at which something would be missed, given all duties; None for none."""
    return min((moment for moment, _duty in _pending(record, made)), default=None)


def _pending(record: ChildRecord, made: Iterable[Duty]) -> Iterator[tuple[datetime, Duty]]:
    for duty in made:
        moment = duty.missed_at
        counts = not duty.key.endswith(_NEVER_BY_ITSELF)
        if moment is not None and duty.must and counts and duty.key not in record.missed:
            yield moment, duty


def _moment(missed: tuple[datetime, Duty]) -> datetime:
    return missed[0]


def _event(moment: datetime, duty: Duty) -> ChildDutyMissed:
    return ChildDutyMissed(duty.key, duty.what, duty.owners, duty.clause, moment)
