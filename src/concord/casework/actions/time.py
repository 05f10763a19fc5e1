"""What time brings: missed duties, automatic escalation, reminders. Right after any pause."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actions.recording import change_of, record
from concord.casework.actor import Viewer
from concord.casework.loading import held_in, held_in_many, matter_from, matter_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.reminders import morning_of
from concord.core.problem import WrongData
from concord.core.record.codec import UnknownKind
from concord.records import find, log, outbox, reminding
from concord.records.standing import Standing, due_standings, lapsed_of, standing, step_aside
from concord.records.writing import Change, write

TROUBLE = (WrongData, BeyondCalendar, UnknownKind, LookupError, ValueError)
MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did: disputes brought up to date, entries written, and those that failed.

    `troubled` are ids of disputes that could not be brought up to date; they step aside for the
    others and are reported.
    """

    disputes: int = 0
    entries: int = 0
    troubled: tuple[UUID, ...] = ()


def sweep_deadlines(*, at: datetime, most: int) -> Swept:
    """Record what time has brought by `at` (aware) in at most `most` disputes, oldest first.

    They are written in one transaction. A dispute that somebody acts in meanwhile is left for the
    next round: on PostgreSQL its lock is passed by, on SQLite only one can write. So any number of
    sweeps may run, one may be stopped anywhere, and each entry is written once.
    """
    with find.together():
        rows = due_standings(at=at, most=most)
        changes, troubled = _changes(rows, at)
        if changes:
            write(changes)
        step_aside(troubled, at=at)
    entries = sum(len(each.events) for each in changes)
    return Swept(len(changes), entries, tuple(troubled))


def _changes(rows: list[Standing], at: datetime) -> tuple[list[Change], list[UUID]]:
    entries = log.entries_of_many([row.id for row in rows]) if rows else {}
    held = held_in_many(rows, today=local_date(at)) if rows else {}
    changes, troubled = list[Change](), list[UUID]()
    for row in rows:
        try:
            recorded = matter_from(row, entries[row.id])
            lapsed = catch_up(recorded, at=at)
            made = change_of(row, recorded, lapsed, held=held[row.id], at=at)
        except TROUBLE:
            troubled.append(row.id)
        else:
            changes.append(made)
    return changes, troubled


def bring_up_mine(viewer: Viewer, *, at: datetime) -> int:
    """Record what time has brought by `at` (aware) where a person owes or raised something, so that
    what they see is right before any sweep has run. Out: how many entries.

    A dispute that cannot be brought up to date steps aside, as in a sweep.
    """
    entries = 0
    for pk in lapsed_of(viewer.person, authority=viewer.authority, at=at, most=MOST_AT_ONCE):
        try:
            entries += bring_up(pk, viewer.authority, at=at)
        except TROUBLE:
            step_aside([pk], at=at)
    return entries


def bring_up(pk: UUID, authority: int, *, at: datetime) -> int:
    """Record what time has brought by `at` (aware) in one dispute. Out: how many entries."""
    with find.together():
        row = standing(pk, authority=authority, to_write=True)
        if row is None or row.next_due_at is None or row.next_due_at > at:
            return 0
        recorded = matter_of(row)
        lapsed = catch_up(recorded, at=at)
        record(row, recorded, lapsed, held=held_in(row, today=local_date(at)), at=at)
        return len(lapsed)


def sweep_reminders(*, at: datetime, most: int) -> int:
    """Write the reminders that are due by `at` (aware), at most `most`. Out: how many.

    After a pause of days only the latest reminder of a duty is written, and each once.
    """
    with find.together():
        rows = reminding.due(at=at, most=most)
        for row in rows:
            _remind(row, at)
    return len(rows)


def _remind(row: reminding.Due, at: datetime) -> None:
    if row.due_on is None:
        return
    kind = "today" if local_date(at) >= row.due_on else "soon"
    posting = outbox.Posting(row.authority, row.stream, at)
    if row.person is not None and local_date(at) <= row.due_on:
        outbox.remind(posting, person=row.person, duty=row.key, kind=kind, due_on=row.due_on)
    reminding.move_on(row, to=_next(row, at))


def _next(row: reminding.Due, at: datetime) -> datetime | None:
    last = morning_of(row.due_on) if row.due_on else None
    return last if last and last > at else None
