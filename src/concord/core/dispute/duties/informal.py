"""The duties of informal resolution, of agreed actions and of holds."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.clock.deadline import Anchor, deadline
from concord.core.clock.earliest import earliest
from concord.core.dispute.due import Due, counted, fixed
from concord.core.dispute.duties.ladder import NOT_STATED
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.ladder import holding_rule, tier_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Agreed, Pause, Run
from concord.core.protocol.definition import AtMost, Holding, Informal
from concord.core.protocol.vocabulary import NotStated


def informal_duties(matter: Matter, run: Run) -> Iterator[Duty]:
    """The duties that come with an informal tier by itself."""
    tier = tier_of(matter.protocol, run.rung)
    if tier is None:
        return
    yield from _respond(matter, run, tier)
    yield from _at_most(matter, run, tier)


def _respond(matter: Matter, run: Run, tier: Informal) -> Iterator[Duty]:
    day = matter.dispute.informal_until or matter.dispute.respond_by
    if day is None:
        return
    due = fixed(day, set_by="the day that the raiser set")
    agreed = matter.dispute.agreed[0].agreed_at if matter.dispute.agreed else None
    over = _over(matter, run)
    if agreed and over and agreed > over:
        agreed = None
    done = earliest(agreed, _resolved_at(matter))
    yield Duty(
        key=f"{run.number}:respond",
        what="Respond to the concern and agree what will be done",
        owners=tier.talk_with,
        clause=tier.clause,
        since=run.opened_at,
        act="",
        due=due,
        fulfilled_at=done,
        ended_at=over,
    )
    yield from _time_is_up(matter, run, tier, due=due, agreed=done)


def _time_is_up(
    matter: Matter, run: Run, tier: Informal, *, due: Due, agreed: datetime | None
) -> Iterator[Duty]:
    over = earliest(agreed, _over(matter, run))
    if over is not None and over < due.at:
        return
    yield Duty(
        key=f"{run.number}:time-is-up",
        what="The time for informal resolution is up: agree actions, give more time or go formal",
        owners=(matter.dispute.raiser,),
        clause=tier.clause,
        since=due.at,
        act="issue alert",
        no_date=NOT_STATED,
        fulfilled_at=over,
    )


def _at_most(matter: Matter, run: Run, tier: Informal) -> Iterator[Duty]:
    if isinstance(tier.at_most, NotStated):
        return
    yield Duty(
        key=f"{run.number}:at-most",
        what=f"Bring {tier.label.lower()} to an end, or go formal",
        owners=(matter.dispute.raiser,),
        clause=tier.at_most.clause,
        since=run.opened_at,
        act="end informal",
        due=informal_due(matter, run.opened_at, tier.at_most),
        fulfilled_at=_over(matter, run),
    )


def informal_due(matter: Matter, began: datetime, rule: AtMost) -> Due:
    """When an informal tier that began at an instant (aware) has to be over at the latest."""
    anchor = Anchor(began, rule.counted_from, rule.clause)
    return counted(deadline(anchor, limit=rule.within, calendar=matter.calendar))


def _over(matter: Matter, run: Run) -> datetime | None:
    return earliest(matter.dispute.informal_ended_at, run.left_at)


def _resolved_at(matter: Matter) -> datetime | None:
    return matter.dispute.closed_at if matter.dispute.formal_at is None else None


def action_duties(matter: Matter) -> Iterator[Duty]:
    """Each agreed action with a date is a duty of its owner, and then of the raiser to check."""
    for agreed in matter.dispute.agreed:
        if agreed.action.on is not None:
            yield from _action(matter, agreed)


def _action(matter: Matter, agreed: Agreed) -> Iterator[Duty]:
    if agreed.action.on is None:
        return
    due = fixed(agreed.action.on, set_by="the day that was agreed")
    clause = matter.protocol.closing.clause
    owners = (agreed.action.by,) if agreed.action.by else ()
    yield Duty(
        key=f"action:{agreed.number}",
        what=f"Do agreed action {agreed.number} and report it as done",
        owners=owners,
        clause=clause,
        since=agreed.agreed_at,
        act="report action",
        due=due,
        fulfilled_at=agreed.done_at,
        ended_at=matter.dispute.closed_at,
    )
    yield from _looked_at(matter, agreed, since=_to_check_since(agreed, due), clause=clause)


def _to_check_since(agreed: Agreed, due: Due) -> datetime:
    """When there is something to look at: a report, a fresh one after an action was not done, or
    else the day's end.
    """
    reported = agreed.reported_at
    if reported and (reported < due.at or agreed.done is False):
        return reported
    return due.at


def _looked_at(matter: Matter, agreed: Agreed, *, since: datetime, clause: str) -> Iterator[Duty]:
    checked = agreed.checked_at
    if agreed.done and checked is not None and checked < since:
        return
    yield Duty(
        key=f"check-action:{agreed.number}",
        what=f"Check that agreed action {agreed.number} was done",
        owners=(matter.dispute.raiser,),
        clause=clause,
        since=since,
        act="check action",
        no_date=NOT_STATED,
        fulfilled_at=checked if checked is not None and checked >= since else None,
        ended_at=matter.dispute.closed_at,
    )


def hold_duties(matter: Matter) -> Iterator[Duty]:
    """Each hold's task is its owner's duty, and looking whether it was done the raising side's."""
    rule = holding_rule(matter.protocol)
    for pause in matter.dispute.pauses if rule else ():
        if rule is not None:
            run = next(run for run in matter.dispute.runs if run.number == pause.run)
            yield from _hold(pause, run, rule)


def _hold(pause: Pause, run: Run, rule: Holding) -> Iterator[Duty]:
    due = fixed(pause.until, set_by="the day until which it was put on hold")
    over = earliest(run.left_at, pause.ended_at)
    yield Duty(
        key=f"hold:{pause.number}:task",
        what="Complete the task of the hold and report it as done",
        owners=(pause.owner,),
        clause=rule.clause,
        since=pause.placed_at,
        act="report hold",
        due=due,
        fulfilled_at=pause.done_at,
        ended_at=over,
    )
    since = earliest(pause.reported_at, due.at) or due.at
    if over is None or over >= since:
        yield _hold_check(pause, run, rule, since=since)


def _hold_check(pause: Pause, run: Run, rule: Holding, *, since: datetime) -> Duty:
    """Looking is owed once there is something to look at: a report, or else the agreed day's end,
    since the whole of that day is there for the task. No day is stated for it.
    """
    return Duty(
        key=f"hold:{pause.number}:check",
        what="Check whether the task of the hold was completed",
        owners=rule.checked_by,
        clause=rule.clause,
        since=since,
        act="check hold",
        no_date=NOT_STATED,
        fulfilled_at=pause.ended_at,
        ended_at=run.left_at,
    )
