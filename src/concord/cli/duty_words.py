"""Duties, due dates and clocks in words for the terminal."""

from datetime import datetime, timedelta

from concord.core.clock.london import end_of, local_date
from concord.core.clock.words import long_day, long_instant
from concord.core.dispute.clocks import Clock
from concord.core.dispute.due import Due
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.words import Words, joined


def owed(duty: Duty, words: Words) -> str:
    """Who owes a duty by when: "Social worker must, by the end of Friday 3 April 2026, ..."."""
    owners = joined((words.role(role) for role in duty.owners), last="or") or "Nobody named"
    return f"{owners} {'must' if duty.must else 'should'}, {_due(duty)}"


def _due(duty: Duty) -> str:
    if duty.due is None:
        return "no date is stated"
    origin = duty.due.set_by
    if duty.due.deadline is not None:
        origin = f"{duty.due.deadline.limit} from {duty.due.deadline.anchor.what}"
    return f"{by(duty.due)} ({origin})"


def by(due: Due) -> str:
    """The due moment: by the end of its day, or before its moment for a limit in hours."""
    return f"by the end of {_end(due)}" if due.at == end_of(due.on) else _end(due)


def moment(at: datetime) -> str:
    """A moment; the midnight that ends a day is said as the end of that day."""
    eve = local_date(at) - timedelta(days=1)
    return f"at the end of {long_day(eve)}" if at == end_of(eve) else long_instant(at)


def stood(duty: Duty, state: DutyState) -> str:
    """How a duty stands, and since when: "Done Monday 9 March 2026 at 09:00"."""
    if state in (DutyState.OPEN, DutyState.NOT_YET):
        return f"{sentence_case(state.value)}, from {moment(duty.since).removeprefix('at ')}"
    moments = {
        DutyState.OVERDUE: duty.missed_at,
        DutyState.MISSED: duty.missed_at,
        DutyState.LAPSED: duty.ended_at,
    }
    at = moments.get(state, duty.fulfilled_at)
    return sentence_case(f"{state.value} {moment(at)}" if at else state.value)


def clock(each: Clock) -> str:
    """A clock in working days: used, left or over, due, and whether it stands still."""
    left = f"{each.left} left" if each.left >= 0 else f"{-each.left} over"
    days = "working day" if each.used == 1 else "working days"
    held = ", on hold" if each.held else ", stands since the referral" if each.handed_over else ""
    return f"{each.label}: {each.used} {days} used, {left}{held}, due {_end(each.due)}"


def sentence_case(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def _end(due: Due) -> str:
    return long_day(due.on) if due.at == end_of(due.on) else f"before {long_instant(due.at)}"
