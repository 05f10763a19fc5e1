"""The two clocks of a dispute: the stage's and the total, each with its deadline."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from concord.core.clock.hold import Hold
from concord.core.clock.limit import Limit
from concord.core.clock.london import local_date, start_of
from concord.core.clock.spent import used
from concord.core.dispute.counting import counts_now, due_in
from concord.core.dispute.due import Due, TimeLimit, fixed
from concord.core.dispute.events import Adjudicated
from concord.core.dispute.ladder import answer_rule, answered_at, holding_rule, stage_of
from concord.core.dispute.limits import answer_limit, shares_total, total_limit
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.definition import Answer
from concord.core.protocol.vocabulary import Moment, NotStated, SetBy, StageKind


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock at a moment, in working days: used, left (below 0 when overdue), held or not.

    `handed_over` says of the total that it stands since the matter is with a body outside.
    """

    label: str
    due: Due
    used: int
    left: int
    limit: Limit | None
    held: bool
    clause: str
    handed_over: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both clocks; either is absent while nothing counts on it."""

    stage: Clock | None
    total: Clock | None


def holds(matter: Matter, *, clock: str, run: int = 0) -> tuple[Hold, ...]:
    """The periods that stop a clock ("stage" or "total"), as far as the protocol says so."""
    pauses = matter.dispute.pauses
    rule = holding_rule(matter.protocol) if pauses else None
    if rule is None or clock not in rule.stops:
        return ()
    return tuple(pause.period for pause in pauses if run in (0, pause.run))


def total_began(matter: Matter) -> datetime | None:
    """The instant from which the overall limit counts, once it has come."""
    rule, dispute = matter.protocol.total, matter.dispute
    if isinstance(rule, NotStated):
        return None
    if rule.counted_from is Moment.CONCERN_RAISED:
        return dispute.raised_at
    if rule.counted_from is Moment.FORMAL_BEGUN:
        return dispute.formal_at
    return next((run.alert_at for run in dispute.runs if run.alert_at), None)


def total_due(matter: Matter) -> Due | None:
    """When the overall limit ends; None before the moment it counts from, or without a limit.

    IRO Handbook 2010 chapter 6: 20 working days in total.
    """
    began = total_began(matter)
    return total_due_from(matter, began) if began else None


def total_due_from(matter: Matter, began: datetime) -> Due | None:
    """When the overall limit would end if it counted from a given instant (aware)."""
    limit = total_limit(matter.protocol)
    if limit is None:
        return None
    return due_in(matter, limit, began, holds(matter, clock="total"))


def handed_over_at(matter: Matter) -> datetime | None:
    """When the ladder was exhausted and the matter was referred outside: the process ends there.

    A referral beside a running ladder stops nothing.
    """
    top = matter.protocol.stages[-1]
    last = matter.dispute.runs[-1] if matter.dispute.runs else None
    if top.kind is StageKind.HAND_OVER and last and last.rung == top.id:
        return matter.dispute.handing(top.refers_to or "").referred_at
    unresolved = (last.unresolved_at or _not_upheld_at(last)) if last else None
    if last is None or last.rung != top.id or unresolved is None:
        return None
    referred = (each.referred_at for each in matter.dispute.handings if each.referred_at)
    return min((max(at, unresolved) for at in referred), default=None)


def _not_upheld_at(run: Run) -> datetime | None:
    """When the written decision on a rung was that the challenge is not upheld."""
    decided = run.answers[-1] if run.answers else None
    if decided is None or not isinstance(decided.event, Adjudicated):
        return None
    return decided.happened_at if decided.event.upheld == "no" else None


def answer_due(matter: Matter, run: Run) -> Due | None:
    """When the answer of a run on a stage is due; None without an alert or without a limit."""
    if run.alert is None or run.alert_at is None:
        return None
    due, asked = _answer_due(matter, run, run.alert_at), run.answer_by
    if asked is None or (due is not None and asked >= due.on):
        return due
    stage = stage_of(matter.protocol, run.rung)
    rule = answer_rule(stage) if stage else None
    if rule is None:
        return None
    agreed = rule.within is SetBy.NEGOTIATED
    return fixed(asked, set_by=f"the day that {'was agreed' if agreed else 'the raiser asked for'}")


def _answer_due(matter: Matter, run: Run, issued: datetime) -> Due | None:
    limit = answer_limit(matter.protocol, run.rung)
    if limit is None:
        shares = shares_total(matter.protocol, run.rung)
        return rest_of_total(matter, run.counts_from or issued) if shares else None
    began = answer_began(matter, run, issued, limit)
    if began is None:
        return None
    due = due_in(matter, limit, began, holds(matter, clock="stage", run=run.number))
    # What had passed when the alert came is no day by which anybody could have answered it.
    return due if due.at > issued else None


def answer_began(matter: Matter, run: Run, issued: datetime, limit: TimeLimit) -> datetime | None:
    """The instant from which the limit of a run's answer counts, once it has come.

    In: the run, when its alert was issued (aware), and the limit.
    """
    if limit.counted_from is Moment.ALERT_ISSUED:
        return run.counts_from or issued
    stage = stage_of(matter.protocol, run.rung)
    rule = answer_rule(stage) if stage else None
    return _BEGAN[rule.counted_from](matter, run, rule) if rule else None


def _answered_before(matter: Matter, run: Run, _rule: Answer) -> datetime | None:
    """The answer of the stage before; the alert where none was given there."""
    before = matter.dispute.runs[run.number - 2] if run.number > 1 else None
    return before.answers[-1].happened_at if before and before.answers else run.alert_at


def _due_before(matter: Matter, run: Run, _rule: Answer) -> datetime | None:
    """The last day for the answer of the stage before; the alert where there was none."""
    before = matter.dispute.runs[run.number - 2] if run.number > 1 else None
    due = answer_due(matter, before) if before else None
    return start_of(due.on) if due else run.alert_at


def _outside(matter: Matter, _run: Run, rule: Answer) -> datetime | None:
    on = matter.dispute.outside_date(rule.which_date or "")
    return start_of(on) if on else None


def _identified(matter: Matter, _run: Run, _rule: Answer) -> datetime | None:
    on = matter.dispute.identified_on
    return start_of(on) if on else matter.dispute.raised_at


_BEGAN: dict[Moment, Callable[[Matter, Run, Answer], datetime | None]] = {
    Moment.CONCERN_IDENTIFIED: _identified,
    Moment.CONCERN_RAISED: lambda matter, _run, _rule: matter.dispute.raised_at,
    Moment.ACTIONS_AGREED: lambda matter, _run, _rule: next(
        (each.agreed_at for each in matter.dispute.agreed), None
    ),
    Moment.INFORMAL_ENDED: lambda matter, _run, _rule: matter.dispute.informal_ended_at,
    Moment.FORMAL_BEGUN: lambda matter, _run, _rule: matter.dispute.formal_at,
    Moment.STAGE_ENTERED: lambda _matter, run, _rule: run.opened_at,
    Moment.ANSWER_RECEIVED: _answered_before,
    Moment.EARLIER_DEADLINE: _due_before,
    Moment.OUTSIDE_DATE: _outside,
}


def rest_of_total(matter: Matter, began: datetime) -> Due | None:
    """The end of the overall limit for a stage that shares it; None when none of it was left.

    In: when the stage's alert is issued (aware); the limit counts from then if not from before.
    """
    due = total_due(matter) or total_due_from(matter, began)
    return due if due and due.at > began else None


def clocks(matter: Matter, *, at: datetime) -> Clocks:
    """Both clocks at a moment (aware).

    A stage's clock stands when its answer is complete; the total stands when the dispute is closed
    or, its ladder exhausted, handed to a body outside.
    """
    closed_at = matter.dispute.closed_at
    handed = handed_over_at(matter)
    moment = min(filter(None, (at, closed_at)))
    total = _total_clock(matter, at=min(filter(None, (moment, handed))))
    if total and handed and handed <= moment:
        total = replace(total, handed_over=True)
    return Clocks(_stage_clock(matter, at=moment), total)


def _total_clock(matter: Matter, *, at: datetime) -> Clock | None:
    rule, began = matter.protocol.total, total_began(matter)
    due = total_due(matter)
    if due is None or began is None or isinstance(rule, NotStated):
        return None
    stopped = holds(matter, clock="total")
    spent = used(counts_now(matter), since=began, at=at, holds=stopped)
    left = rule.within.amount - spent
    return Clock("total", due, spent, left, rule.within, _stands(stopped, at), rule.clause)


def _stage_clock(matter: Matter, *, at: datetime) -> Clock | None:
    run = matter.dispute.run
    stage = stage_of(matter.protocol, run.rung) if run else None
    rule = answer_rule(stage) if stage else None
    due = answer_due(matter, run) if run else None
    if run is None or run.alert_at is None or stage is None or rule is None or due is None:
        return None
    stopped = holds(matter, clock="stage", run=run.number)
    at = min(filter(None, (at, answered_at(stage, run))))
    counts = answer_limit(matter.protocol, run.rung)
    since = answer_began(matter, run, run.alert_at, counts) if counts else run.counts_from
    since = since or run.alert_at
    spent = used(counts_now(matter), since=min(since, at), at=at, holds=stopped)
    limit = rule.within if isinstance(rule.within, Limit) else None
    left = _days_left(matter, due, at=at, holds=stopped)
    held, clause = _stands(stopped, at), rule.limit_clause or rule.clause
    return Clock(stage.label, due, spent, left, limit, held, clause)


def _days_left(matter: Matter, due: Due, *, at: datetime, holds: tuple[Hold, ...]) -> int:
    today = local_date(at)
    if today > due.on:
        return -counts_now(matter).between(due.on, today)
    return used(counts_now(matter), since=at, at=start_of(due.on), holds=holds)


def _stands(periods: tuple[Hold, ...], at: datetime) -> bool:
    return any(each.from_at <= at < each.until_at for each in periods)
