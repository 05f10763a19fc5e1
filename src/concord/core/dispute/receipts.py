"""Every date of a dispute with its receipt, as a document that a stranger can count again."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from concord.core.clock.limit import Unit
from concord.core.clock.receipt import Receipt
from concord.core.clock.working_day import Calendar
from concord.core.dispute.clocks import Clock, clocks
from concord.core.dispute.counting import counts_now
from concord.core.dispute.due import Due
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import is_private_duty
from concord.core.dispute.words import Words
from concord.core.protocol.identity import content_hash

FORMAT = "concord receipts 1"


class Dated(NamedTuple):
    """A date of a dispute: the key of its duty or clock, what is due, the clause, the moment.

    Nothing in it is about a child: `what` is made of the protocol's words alone.
    """

    key: str
    what: str
    clause: str
    due: Due


def dates(
    matter: Matter, *, at: datetime, left_out: Callable[[Duty], bool] = is_private_duty
) -> tuple[Dated, ...]:
    """The date of every duty that has one, then those of both clocks at a moment (aware).

    Duties are left out of which a reader must not know: those of steps that the reviewing side
    alone sees, unless it is said otherwise. Raises BeyondCalendar when a date lies outside the
    years whose bank holidays are known.
    """
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    owed = (
        Dated(duty.key, duty.what, duty.clause, duty.due)
        for duty in made
        if duty.due is not None and not left_out(duty)
    )
    both = clocks(matter, at=at) if matter.dispute.runs else None
    return (*owed, *(_of_clocks(both.stage, both.total) if both else ()))


def _of_clocks(stage: Clock | None, total: Clock | None) -> Iterator[Dated]:
    if stage:
        yield Dated("clock:stage", f"The clock of {stage.label}", stage.clause, stage.due)
    if total:
        yield Dated("clock:total", "The clock of the whole", total.clause, total.due)


def receipt_of(found: Dated) -> Receipt | None:
    """The receipt of a date that was counted; None for a day that somebody set."""
    return found.due.deadline.receipt() if found.due.deadline else None


def as_data(matter: Matter, found: tuple[Dated, ...], *, at: datetime) -> dict[str, object]:
    """The document: its format, the protocol, each receipt, and the calendars that they were
    counted with, all their days included; the first one is the one that counts now.

    `at` (aware) is the moment at which the dates stand so.
    """
    protocol = matter.protocol
    counted_with = [each.due.deadline.calendar for each in found if each.due.deadline]
    calendars = {each.version: each for each in (counts_now(matter), *counted_with)}
    return {
        "format": FORMAT,
        "dispute": matter.dispute.id,
        "at": at.isoformat(),
        "protocol": {"id": protocol.id, "content_hash": content_hash(protocol)},
        "calendars": [_calendar_as_data(each) for each in calendars.values()],
        "receipts": [_date_as_data(each, matter) for each in found],
    }


def _calendar_as_data(calendar: Calendar) -> dict[str, object]:
    holidays = calendar.holidays
    return {
        "nation": holidays.nation.value,
        "version": holidays.version,
        "first": holidays.first.isoformat(),
        "last": holidays.last.isoformat(),
        "days": _named(calendar, holidays.first, holidays.last),
    }


def _date_as_data(found: Dated, matter: Matter) -> dict[str, object]:
    words = Words(matter.protocol)
    head: dict[str, object] = {
        "key": found.key,
        "what": found.what,
        "clause": words.clause(found.clause),
    }
    deadline = found.due.deadline
    if deadline is None:
        due = {"due_at": found.due.at.isoformat(), "due_on": found.due.on.isoformat()}
        return {**head, "origin": "set", "set_by": found.due.set_by, **due}
    receipt = deadline.receipt()
    said = receipt.as_data()
    anchor = receipt.anchor
    counts_with = receipt.limit.unit is Unit.WORKING_DAYS
    return {
        **head,
        "origin": "counted",
        "anchor": {
            "at": anchor.at.isoformat(),
            "on": anchor.day_0.isoformat(),
            "what": anchor.what,
            "clause": words.clause(anchor.clause),
        },
        "limit": said["limit"],
        "nation": receipt.calendar.nation.value,
        "calendar_version": receipt.calendar.version,
        "bank_holidays": _named(deadline.calendar, anchor.day_0, receipt.due_on)
        if counts_with
        else [],
        **{key: said[key] for key in ("reading", "holds", "days", "due_at", "due_on")},
    }


def _named(calendar: Calendar, first: date, last: date) -> list[dict[str, str]]:
    days = calendar.holidays.days
    return [{"date": d.isoformat(), "name": days[d]} for d in days if first <= d <= last]
