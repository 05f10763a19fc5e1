"""What time brings: missed duties, automatic escalation, reminders. Right after any pause."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actions.recording import record
from concord.casework.loading import caught_up, holders_of, matter_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.reminders import morning_of
from concord.core.problem import WrongData
from concord.records import find, outbox, reminding
from concord.records.log import StaleRecord
from concord.records.standing import standing


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

    Each dispute is a transaction of its own and is claimed by writing the next entry, so any
    number of sweeps may run, and one may be stopped anywhere.
    """
    done, entries, troubled = 0, 0, []
    for pk, authority in find.due_disputes(at=at, most=most):
        try:
            entries += bring_up(pk, authority, at=at)
            done += 1
        except StaleRecord:
            continue
        except (WrongData, BeyondCalendar):
            troubled.append(pk)
    return Swept(done, entries, tuple(troubled))


def bring_up(pk: UUID, authority: int, *, at: datetime) -> int:
    """Record what time has brought by `at` (aware) in one dispute. Out: how many entries.

    Raises StaleRecord when somebody else wrote first, BeyondCalendar past the known bank holidays.
    """
    with find.together():
        row = standing(pk, authority=authority, to_write=True)
        if row is None or row.next_due_at is None or row.next_due_at > at:
            return 0
        recorded = matter_of(row)
        _matter, entries = caught_up(recorded, at=at)
        holders = holders_of(row, today=local_date(at))
        record(row, recorded, entries, holders=holders, at=at)
        return len(entries)


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
    posting = outbox.Posting(row.authority, row.dispute, at)
    if row.person is not None and local_date(at) <= row.due_on:
        outbox.remind(posting, person=row.person, duty=row.key, kind=kind, due_on=row.due_on)
    reminding.move_on(row, to=_next(row, at))


def _next(row: reminding.Due, at: datetime) -> datetime | None:
    last = morning_of(row.due_on) if row.due_on else None
    return last if last and last > at else None
