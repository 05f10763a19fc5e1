"""Acts in a child's own record: reviews, decisions, changes, good practice, grave events."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actions.child_recording import write_entries
from concord.casework.actions.dispute import Ask, beyond_calendar
from concord.casework.actions.overriding import override_disputes
from concord.casework.actor import Viewer
from concord.casework.child_loading import LoadedRecord, load_record
from concord.core.child.decide import ChildCase, decide_child
from concord.core.child.events import ChildEvent, GraveEventRecorded
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.decide import Refused
from concord.core.record.envelope import Actor, Recorded
from concord.records import find
from concord.records.log import StaleRecord


@dataclass(frozen=True, slots=True)
class OnRecord:
    """It is on the child's record, whose version it is now. `again` when it already was."""

    child: UUID
    version: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecordMoved:
    """Somebody put something on the record since the page was read; `since` is what it missed."""

    child: UUID
    since: tuple[Recorded, ...]


def act_for_child(
    viewer: Viewer, child: UUID, proposal: ChildEvent, *, ask: Ask
) -> OnRecord | Refused | RecordMoved:
    """Put something on a child's record.

    In: who, which child, the proposed event, and when. Out: OnRecord, or the refusal with its
    clause, or RecordMoved with what was missed; nothing is stored by halves. Raises NotFound, and
    WrongData with a finding for a field.
    """
    try:
        with find.together():
            loaded = load_record(viewer, child, at=ask.at, to_write=True)
            known = find.command(ask.key, person=viewer.person)
            if known:
                return OnRecord(child, known[1], again=True)
            return _missed(loaded, ask) or _take(loaded, proposal, ask)
    except (StaleRecord, find.DoneBefore):
        return RecordMoved(child, ())
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)


def _missed(loaded: LoadedRecord, ask: Ask) -> RecordMoved | None:
    """What the person would have seen on the record and has not, since the page was read."""
    if ask.expected is None or loaded.row is None or ask.expected == loaded.row.version:
        return None
    since = tuple(each for each in loaded.seen if each.seq > ask.expected)
    return RecordMoved(loaded.child.pk, since) if since else None


def _take(loaded: LoadedRecord, proposal: ChildEvent, ask: Ask) -> OnRecord | Refused:
    outcome = entries_for(loaded, proposal, at=ask.at)
    if isinstance(outcome, Refused):
        return outcome
    after = write_entries(loaded, (*loaded.by_time, *outcome), at=ask.at)
    for entry in outcome:
        if isinstance(entry.event, GraveEventRecorded):
            override_disputes(loaded, entry, at=ask.at)
    find.remember(after, key=ask.key, person=loaded.viewer.person, at=ask.at)
    return OnRecord(loaded.child.pk, after.version)


def entries_for(
    loaded: LoadedRecord, proposal: ChildEvent, *, at: datetime
) -> tuple[Recorded, ...] | Refused:
    """The entries that an act gives, or its refusal; nothing is stored. Raises WrongData."""
    actor = Actor(str(loaded.viewer.person), loaded.roles)
    outcome = decide_child(ChildCase(loaded.matter, actor, at), proposal)
    if isinstance(outcome, Refused):
        return outcome
    first = loaded.matter.record.version + 1
    return tuple(
        Recorded(first + number, event, actor.person, outcome.capacity, at, at)
        for number, event in enumerate(outcome.events)
    )
