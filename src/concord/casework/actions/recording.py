"""Writes what was decided: entries, row, duties and notices, in the caller's transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from concord.core.clock.london import local_date
from concord.core.dispute.fold import add
from concord.core.dispute.matter import Matter
from concord.core.dispute.tellings import Telling, tellings
from concord.core.record.envelope import Event, Recorded
from concord.records import log, outbox, posts, rows
from concord.records.models import DisputeRow


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
    row: DisputeRow, before: Matter, entries: tuple[Recorded, ...], *, at: datetime
) -> Matter:
    """Write entries that follow the matter as recorded. Out: the matter after them.

    Raises StaleRecord when somebody else wrote first; the transaction is then to be given up.
    """
    head = log.append(
        row.authority_id, row.pk, head=log.Head(row.version, row.hash), entries=entries
    )
    matter, told = before, list[tuple[int, Telling]]()
    for entry in entries:
        matter = replace(matter, dispute=add(matter.dispute, entry))
        told.extend((entry.seq, telling) for telling in tellings(matter, entry))
    holders = posts.holders(row.child, today=local_date(at))
    rows.update(rows.Written(row, matter, head, holders), at=at)
    _post(row, told, holders, entries[-1].person if entries else "", at)
    return matter


def _post(
    row: DisputeRow,
    told: list[tuple[int, Telling]],
    holders: dict[str, tuple[int, ...]],
    but: str,
    at: datetime,
) -> None:
    posting = outbox.Posting(row.authority_id, row.pk, at)
    outbox.post(posting, told, holders=holders, but=but)
