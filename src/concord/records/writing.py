"""Writes what acts bring about, for one dispute or for many at once: the same statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from concord.core.dispute.duties import duties
from concord.core.record.envelope import Recorded
from concord.records import log, outbox
from concord.records.rows import DUTY, Written, columns, duty_rows
from concord.records.sql import Row, change, change_many, ident, insert, marks, moment, select
from concord.records.standing import Standing

# A row that says the same stays, with the reminders that it has had; any other is written anew.
_SAYS = ("key", "person_id", "child_id", "role", "what", "clause", "act", "must", "since", "due_at")
_PLACES = tuple(DUTY.index(name) for name in _SAYS)
_Identity = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """All rows that new entries bring about for one dispute, ready to be written.

    `runs_under` is the hash of the version of the protocol, where the entries say it; `siblings`
    are the children besides the first.
    """

    before: Standing
    after: Standing
    events: list[Row]
    columns: dict[str, object]
    duties: dict[_Identity, Row]
    notices: list[Row]
    runs_under: str = ""
    siblings: tuple[UUID, ...] = ()


def sealed(row: Standing, entries: Iterable[Recorded]) -> tuple[list[Row], log.Head]:
    """The rows of entries that follow a dispute's row, and the head after them."""
    head = log.Head(row.version, row.hash)
    return log.sealed(row.authority_id, row.id, head=head, entries=entries)


def prepared(
    written: Written, events: list[Row], told: Iterable[outbox.Told], *, at: datetime
) -> Change:
    """Everything to write about one dispute. In: the dispute after its entries, their rows, who is
    told, and when it is recorded (aware). Nothing is read and nothing is written here.
    """
    row, matter, head = written.row, written.matter, written.head
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    changed = columns(matter, head, made)
    due_at = changed["next_due_at"]
    after = replace(
        row,
        version=head.seq,
        hash=head.hash,
        next_due_at=due_at if isinstance(due_at, datetime) else None,
    )
    posting = outbox.Posting(row.authority_id, row.id, at)
    return Change(
        row,
        after,
        events,
        changed,
        {_identity(each): each for each in duty_rows(written, made, at=at)},
        list(outbox.notice_rows(posting, told, written.held.together)),
        matter.dispute.protocol,
        tuple(UUID(each) for each in matter.dispute.children[1:]),
    )


def _identity(row: Row) -> _Identity:
    return tuple(row[place] for place in _PLACES)


def write(changes: Sequence[Change]) -> None:
    """Write changes of different disputes, in the caller's transaction.

    Raises StaleRecord when one of the disputes has moved on since it was read; the whole
    transaction is then to be given up.
    """
    log.append(row for each in changes for row in each.events)
    _update(changes)
    _replace_siblings(changes)
    _replace_duties(changes)
    outbox.post(row for each in changes for row in each.notices)


def _update(changes: Sequence[Change]) -> None:
    names = ", ".join(f"{name} = %s" for name in changes[0].columns)
    statement = f"UPDATE dispute SET {names}, troubled_at = NULL WHERE id = %s AND version = %s"
    values = [[*each.columns.values(), each.before.id, each.before.version] for each in changes]
    if change_many(statement, values) != len(changes):
        raise log.StaleRecord


def _replace_siblings(changes: Sequence[Change]) -> None:
    for each in changes:
        row = each.before
        if each.siblings != tuple(place.child for place in row.places[1:]):
            change("DELETE FROM sibling WHERE dispute_id = %s", [row.id])
            insert(
                "sibling",
                ("authority_id", "dispute_id", "child_id", "place"),
                [(row.authority_id, row.id, pk, n) for n, pk in enumerate(each.siblings, start=1)],
            )


def _replace_duties(changes: Sequence[Change]) -> None:
    ids = [each.before.id for each in changes]
    wanted = {(each.before.id, key): row for each in changes for key, row in each.duties.items()}
    kept: set[tuple[UUID, _Identity]] = set()
    gone = []
    statement = f"""SELECT id, dispute_id, {", ".join(_SAYS)} FROM duty
        WHERE dispute_id IN ({marks(ids)})"""
    for pk, dispute, key, person, child, *says, must, since, due_at in select(statement, ids):
        moments = (moment(since), moment(due_at) if due_at else None)
        told = (key, person, ident(child), *says, bool(must), *moments)
        stored = (ident(dispute), told)
        if stored in wanted and stored not in kept:
            kept.add(stored)
        else:
            gone.append(pk)
    if gone:
        change(f"DELETE FROM duty WHERE id IN ({marks(gone)})", gone)
    insert("duty", DUTY, (row for key, row in wanted.items() if key not in kept))
