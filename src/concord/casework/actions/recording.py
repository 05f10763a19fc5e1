"""Writes what was decided: entries, row, duties and notices, in the caller's transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from concord.core.dispute.fold import add
from concord.core.dispute.matter import Matter
from concord.core.dispute.tellings import Telling, tellings
from concord.core.record.envelope import Event, Recorded
from concord.records import log, outbox, rows
from concord.records.posts import Holders
from concord.records.standing import Standing


def entries_from(
    matter: Matter, events: Iterable[Event], *, person: str, capacity: str, at: datetime
) -> tuple[Recorded, ...]:
    """The entries of an act: numbered on from the matter, happened and recorded at `at`."""
    first = matter.dispute.version + 1
    return tuple(
        Recorded(first + number, event, person, capacity, at, at)
        for number, event in enumerate(events)
    )


def record(
    row: Standing,
    before: Matter,
    entries: tuple[Recorded, ...],
    *,
    holders: Holders,
    at: datetime,
) -> Standing:
    """Write entries that follow the matter as recorded. Out: the row as it stands after them.

    In: the row and the matter before, the entries, who holds which role for the child, and when.
    Raises StaleRecord when somebody else wrote first; the transaction is then to be given up.
    """
    head = log.append(
        row.authority_id, row.id, head=log.Head(row.version, row.hash), entries=entries
    )
    matter, told = before, list[tuple[int, Telling]]()
    for entry in entries:
        matter = replace(matter, dispute=add(matter.dispute, entry))
        told.extend((entry.seq, telling) for telling in tellings(matter, entry))
    after = rows.update(rows.Written(row, matter, head, holders), at=at)
    posting = outbox.Posting(row.authority_id, row.id, at)
    outbox.post(posting, told, holders=holders, but=entries[-1].person if entries else "")
    return after
