"""Writes what was decided: entries, row, duties and notices, in the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime

from concord.core.dispute.fold import add
from concord.core.dispute.matter import Matter
from concord.core.dispute.tellings import tellings
from concord.core.record.envelope import Event, Recorded
from concord.records.outbox import Told
from concord.records.posts import Held
from concord.records.rows import Written
from concord.records.standing import Standing
from concord.records.writing import Change, prepared, sealed, write


def entries_from(
    matter: Matter, events: Iterable[Event], *, person: str, capacity: str, at: datetime
) -> tuple[Recorded, ...]:
    """The entries of an act: numbered on from the matter, happened and recorded at `at`."""
    first = matter.dispute.version + 1
    return tuple(
        Recorded(first + number, event, person, capacity, at, at)
        for number, event in enumerate(events)
    )


def change_of(
    row: Standing,
    before: Matter,
    entries: tuple[Recorded, ...],
    *,
    held: Held,
    at: datetime,
) -> Change:
    """What entries that follow the matter as recorded bring about, ready to be written.

    In: the row and the matter before, the entries, who holds which role for the children, and when
    they are recorded (aware).
    """
    matter, told = before, list[Told]()
    for entry in entries:
        matter = matter.now(add(matter.dispute, entry))
        told.extend(Told(entry.seq, entry.person, each) for each in tellings(matter, entry))
    events, head = sealed(row, entries)
    return prepared(Written(row, matter, head, held), events, told, at=at)


def record(
    row: Standing,
    before: Matter,
    entries: tuple[Recorded, ...],
    *,
    held: Held,
    at: datetime,
) -> Standing:
    """Write entries that follow the matter as recorded. Out: the row as it stands after them.

    In as `change_of`. Raises StaleRecord when somebody else wrote first; the transaction is then
    to be given up.
    """
    change = change_of(row, before, entries, held=held, at=at)
    write([change])
    return change.after
