"""A child's record as a person reads it: one sentence for each entry, and what was written."""

from collections.abc import Iterable

from concord.core.child.events import ChildDutyMissed, ChildEvent
from concord.core.child.matter import ChildMatter
from concord.core.child.naming import child_words
from concord.core.dispute.timeline import TimelineEntry, written
from concord.core.dispute.words import Words
from concord.core.record.envelope import Recorded


def child_timeline(matter: ChildMatter, entries: Iterable[Recorded]) -> tuple[TimelineEntry, ...]:
    """Some entries of a child's record, in their order, for a reader who may see them."""
    words = child_words(matter)
    return tuple(
        _entry(entry, entry.event, words)
        for entry in entries
        if isinstance(entry.event, ChildEvent)
    )


def _entry(entry: Recorded, event: ChildEvent, words: Words) -> TimelineEntry:
    missed = event if isinstance(event, ChildDutyMissed) else None
    return TimelineEntry(
        entry.seq,
        str(entry.seq),
        event.KIND,
        event.sentence(words.who(entry.capacity), words),
        entry.person,
        words.role(entry.capacity),
        entry.happened_at,
        entry.recorded_at,
        tuple(written(event, words)),
        event.PRIVATE,
        clause=missed.clause if missed else "",
        missed=missed.duty if missed else "",
    )
