"""Rows as folds: what lists and sweeps search, made from the dispute and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.core.clock.working_day import Calendar
from concord.core.dispute.clocks import answer_due, total_due
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.lapse import next_due_among
from concord.core.dispute.matter import Matter
from concord.core.dispute.reminders import reminders
from concord.core.dispute.state import Dispute
from concord.core.people.permission import roles_with_a_part
from concord.records.log import Head
from concord.records.posts import Held, Place
from concord.records.sql import Row
from concord.records.standing import Standing

DUTY = (
    *("authority_id", "dispute_id", "record_id", "person_id", "raiser_id", "child_id", "team_id"),
    *("service_id", "key", "role", "what", "clause", "act", "must", "since", "due_at", "due_on"),
    "remind_at",
)


@dataclass(frozen=True, slots=True)
class Written:
    """A dispute after its new entries: row before, matter and head after, who holds which role."""

    row: Standing
    matter: Matter
    head: Head
    held: Held


def columns(matter: Matter, head: Head, made: Sequence[Duty]) -> dict[str, object]:
    """The columns of a dispute's row that follow from its entries, given all its duties."""
    dispute = matter.dispute
    run = dispute.run
    total, stage = total_due(matter), answer_due(matter, run) if run else None
    return {
        "version": head.seq,
        "hash": head.hash,
        "phase": dispute.phase.value,
        "rung": dispute.runs[-1].rung if dispute.runs else "",
        "closed_at": dispute.closed_at,
        "total_due_on": total.on if total else None,
        "stage_due_on": stage.on if stage else None,
        "held_until": dispute.pause.until if dispute.pause else None,
        "with_outside": _with_outside(dispute),
        "next_due_at": next_due_among(dispute, made),
        "seen_by": "|".join(("", *sorted(roles_with_a_part(matter, made)), "")),
        "children": len(dispute.children) or 1,
    }


def _with_outside(dispute: Dispute) -> str:
    waiting = (each.to for each in dispute.handings if each.referred_at and not each.outcome_at)
    return next(waiting, "") if dispute.is_open else ""


def duty_rows(written: Written, made: Iterable[Duty], *, at: datetime) -> Iterator[Row]:
    """The rows of the duties that are owed: one for each person who may do it, or for nobody."""
    for duty in made:
        if not (duty.is_over or duty.is_restraint):
            for whose in people(duty, written.held):
                row, calendar = written.row, written.matter.calendar
                where = (row.authority_id, row.id, None, row.raiser_id)
                yield duty_row(where, duty, whose, remind_at(calendar, duty, at))


Whose = tuple[str, int | None, Place]
Where = tuple[int, UUID | None, UUID | None, int | None]


def people(duty: Duty, held: Held) -> Iterable[Whose]:
    """Who may do a duty: the role, the person, and the child for whom the person holds it, each
    person once: under the first of the duty's roles, for the first child.
    """
    found: dict[int, Whose] = {}
    for place, holders in held.of_each:
        for role in duty.owners:
            for person in holders.get(role, ()):
                found.setdefault(person, (role, person, place))
    return found.values() or [(duty.owners[0] if duty.owners else "", None, held.of_each[0][0])]


def duty_row(where: Where, duty: Duty, whose: Whose, reminded_at: datetime | None) -> Row:
    """The row of a duty: of which authority, dispute or record and raiser, and whose it is."""
    (authority, dispute, record, raiser), (role, person, place) = where, whose
    return (
        *(authority, dispute, record, person, raiser, place.child, place.team, place.service),
        *(duty.key, role, duty.what, duty.clause, duty.act, duty.must, duty.since),
        *(duty.due.at if duty.due else None, duty.due.on if duty.due else None, reminded_at),
    )


def remind_at(calendar: Calendar, duty: Duty, at: datetime) -> datetime | None:
    """When the next reminder of a duty is due after an instant (aware); None for none."""
    if duty.due is None:
        return None
    planned = reminders(since=duty.since, due_on=duty.due.on, calendar=calendar)
    return next((each.at for each in planned if each.at > at), None)
