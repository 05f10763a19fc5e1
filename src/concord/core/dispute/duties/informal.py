"""The duties of informal resolution, of agreed actions and of holds."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.clock.earliest import earliest
from concord.core.dispute.counting import due_in
from concord.core.dispute.due import Due, fixed
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.duties.terms import TierTerms, tier_terms
from concord.core.dispute.ladder import holding_rule
from concord.core.dispute.limits import tier_limit
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Agreed, Pause, Run
from concord.core.protocol.definition import Holding, Informal


def informal_duties(matter: Matter, run: Run) -> Iterator[Duty]:
    """The duties that come with an informal tier by itself."""
    terms = tier_terms(matter.protocol, run.rung)
    if terms is None:
        return
    yield from _respond(matter, run, terms)
    yield from _failed(matter, run, terms)
    if terms.at_most is not None:
        due = informal_due(matter, run.opened_at, terms.tier)
        key, owners, over = f"{run.number}:at-most", (matter.dispute.raiser,), _over(matter, run)
        yield Duty(key, terms.at_most, owners, run.opened_at, due, over)


def _respond(matter: Matter, run: Run, terms: TierTerms) -> Iterator[Duty]:
    day, asked = matter.dispute.informal_until or matter.dispute.respond_by, _asked(matter, terms)
    if day is None and not matter.dispute.raised_with:
        return
    due = fixed(day, set_by="the day that the raiser set") if day else None
    agreed = matter.dispute.agreed[0].agreed_at if matter.dispute.agreed else None
    over = _over(matter, run)
    if agreed and over and agreed > over:
        agreed = None
    done, key = earliest(agreed, _resolved_at(matter)), f"{run.number}:respond"
    yield Duty(key, terms.respond, asked, run.opened_at, due, done, over)
    up_to = earliest(agreed, over)
    if due and (up_to is None or up_to >= due.at):
        key, owners = f"{run.number}:time-is-up", (matter.dispute.raiser,)
        yield Duty(key, terms.time_is_up, owners, due.at, None, up_to)


def _failed(matter: Matter, run: Run, terms: TierTerms) -> Iterator[Duty]:
    """Once it is on the record that talking did not help, the raiser says how it goes on."""
    ended = matter.dispute.informal_ended_at
    if ended is None or terms.decide is None or ended < run.opened_at:
        return
    key, owners = f"{run.number}:decide", (matter.dispute.raiser,)
    yield Duty(key, terms.decide, owners, ended, None, run.left_at)


def _asked(matter: Matter, terms: TierTerms) -> tuple[str, ...]:
    """Those with whom the concern was raised; everybody to talk with where nobody was named."""
    return matter.dispute.raised_with or terms.tier.talk_with


def informal_due(matter: Matter, began: datetime, tier: Informal) -> Due | None:
    """When an informal tier that began at an instant (aware) has to be over at the latest; None
    where the protocol does not say so.
    """
    limit = tier_limit(matter.protocol, tier.id)
    return due_in(matter, limit, began) if limit else None


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
    what = f"Do agreed action {agreed.number} and report it as done"
    yield Duty(
        key=f"action:{agreed.number}",
        terms=Terms(what, clause, "report action"),
        owners=(agreed.action.by,) if agreed.action.by else (),
        since=agreed.agreed_at,
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
        terms=Terms(f"Check that agreed action {agreed.number} was done", clause, "check action"),
        owners=(matter.dispute.raiser,),
        since=since,
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
        terms=Terms(
            "Complete the task of the hold and report it as done", rule.clause, "report hold"
        ),
        owners=(pause.owner,),
        since=pause.placed_at,
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
        terms=Terms("Check whether the task of the hold was completed", rule.clause, "check hold"),
        owners=rule.checked_by,
        since=since,
        fulfilled_at=pause.ended_at,
        ended_at=run.left_at,
    )
