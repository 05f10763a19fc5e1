"""The duties that the protocol file writes out one by one: inform, consult, consider, state ..."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from concord.core.clock.earliest import earliest
from concord.core.clock.limit import Limit
from concord.core.dispute.counting import due_in
from concord.core.dispute.due import Due, TimeLimit, fixed
from concord.core.dispute.duties.conditions import applies
from concord.core.dispute.duties.fulfilment import act_of, fulfilled_at
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.duties.moments import (
    STAGE_MOMENTS,
    OfDispute,
    OnRung,
    entry_window,
    moment_of,
    moment_on,
    referring_on,
    unresolved_on,
)
from concord.core.dispute.events import InformalExtended
from concord.core.dispute.ladder import tier_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.vocabulary import Act, Moment, Verb


class Occasion(NamedTuple):
    """One time that a rule comes up: since when, on which rung (None: the whole dispute).

    Its limit counts from `counts_from`, which can lie before the rung on which it comes up.
    """

    since: datetime
    counts_from: datetime
    run: Run | None
    window: int
    ends_at: datetime | None


class _Planned(NamedTuple):
    """A rule that can come up: how, and on which rungs alone (none: for the whole dispute).

    `began` and `began_on` give the moment from which it counts, for the dispute and on a rung.
    """

    rule: DutyRule
    terms: Terms
    limit: TimeLimit | None
    rungs: frozenset[str]
    began: OfDispute
    began_on: OnRung
    occasions: Callable[[Matter, "_Planned"], Iterator[Occasion]]


def rule_duties(matter: Matter) -> Iterator[Duty]:
    """The duties of all rules that have come up so far: once for the dispute, or once for each
    rung that a rule names.
    """
    runs = matter.dispute.runs
    reached = {run.rung for run in runs}
    unresolved = {run.rung for run in runs if run.unresolved_at}
    for planned in _plan(matter.protocol):
        if planned.rungs:
            there = unresolved if planned.began_on is unresolved_on else reached
            if not planned.rungs.isdisjoint(there):
                yield from _on_rungs(matter, planned)
            continue
        since = planned.began(matter, planned.rule)
        if since is not None and applies(matter, planned.rule, matter.dispute.run):
            yield _once(matter, planned, since)


def _on_rungs(matter: Matter, planned: _Planned) -> Iterator[Duty]:
    found = tuple(planned.occasions(matter, planned))
    for occasion, later in zip_longest(found, found[1:]):
        yield _duty(matter, planned, occasion, until=later.window if later else None)


_ASKED_BY_THE_STEP = frozenset((Act.RESOLVE, Act.BYPASS))


@lru_cache(maxsize=512)
def _plan(protocol: Protocol) -> tuple[_Planned, ...]:
    """The rules that come up by themselves.

    Not those that only stand before resolving or before passing over stages: these can come at
    any time, or never, and the step itself asks for what comes before it.
    """
    stages = frozenset(stage.id for stage in protocol.stages)
    return tuple(
        _planned(protocol, rule, stages)
        for rule in protocol.duties
        if rule.counted_from or not _ASKED_BY_THE_STEP.issuperset(rule.before)
    )


def _planned(protocol: Protocol, rule: DutyRule, stages: frozenset[str]) -> _Planned:
    terms = Terms(
        what=rule.what,
        clause=rule.clause,
        act=act_of(rule),
        must=rule.must is not None,
        before=rule.before,
        whom=rule.whom,
        about=rule.about or rule.refers_to or "",
        restraint=rule.verb is Verb.REFRAIN,
    )
    limit = None
    if isinstance(rule.within, Limit) and rule.counted_from is not None:
        since = protocol.dates.get(rule.which_date or "", rule.counted_from)
        limit = TimeLimit(rule.within, since, rule.clause)
    began = moment_of(rule)
    plan = _Planned(rule, terms, limit, frozenset(), began, moment_on(rule), _on_each_rung)
    if rule.at and rule.before == (Act.REFER,):
        on_rung = referring_on if rule.counted_from is None else plan.began_on
        return plan._replace(
            rungs=frozenset(rule.at), began_on=on_rung, occasions=_before_referring
        )
    if rule.at or rule.counted_from in STAGE_MOMENTS or Act.ESCALATE in rule.before:
        return plan._replace(rungs=frozenset(rule.at) or stages)
    return plan


def _once(matter: Matter, planned: _Planned, since: datetime) -> Duty:
    rule = planned.rule
    ends_at = _ends_at(matter, rule, _over(matter, rule))
    window = entry_window(matter, rule, None)
    return _duty(matter, planned, Occasion(since, since, None, window, ends_at), until=None)


def _on_each_rung(matter: Matter, planned: _Planned) -> Iterator[Occasion]:
    rule = planned.rule
    for run in matter.dispute.runs:
        began = planned.began_on(matter, rule, run) if run.rung in planned.rungs else None
        if began is not None and applies(matter, rule, run):
            window = max(run.opened_seq, entry_window(matter, rule, run))
            ends_at = _ends_at(matter, rule, _left_at(matter, rule, run))
            yield Occasion(max(began, run.opened_at), began, run, window, ends_at)


def _left_at(matter: Matter, rule: DutyRule, run: Run) -> datetime | None:
    """When a rung was left. An informal tier is over once its end is recorded, for all that does
    not follow from that very end.
    """
    if tier_of(matter.protocol, run.rung) is None or rule.counted_from is Moment.INFORMAL_ENDED:
        return run.left_at
    return earliest(run.left_at, matter.dispute.informal_ended_at)


def _before_referring(matter: Matter, planned: _Planned) -> Iterator[Occasion]:
    """What comes before a referral from certain rungs comes up once for the dispute, not again on
    each rung, and what was done for it before still counts; as the step itself sees it.
    """
    rule = planned.rule
    rungs = (run for run in matter.dispute.runs if run.rung in planned.rungs)
    runs = [run for run in rungs if applies(matter, rule, run)]
    moments = [planned.began_on(matter, rule, run) for run in runs]
    since = min(filter(None, moments), default=None)
    referred = matter.dispute.handing(rule.refers_to or "").referred_at
    if since is not None and (referred is None or since <= referred):
        yield Occasion(since, since, None, 0, _ends_at(matter, rule, _over(matter, rule)))


def _duty(matter: Matter, planned: _Planned, occasion: Occasion, *, until: int | None) -> Duty:
    """The duty of one occasion; what is done from entry `until` on is done for the next one."""
    number = occasion.run.number if occasion.run else 0
    rule, due = planned.rule, None
    if planned.limit is not None:
        due = due_in(matter, planned.limit, occasion.counts_from)
        due = _given_more_time(matter, due) if rule.verb is Verb.AGREE_ACTIONS else due
        due = due if occasion.since < due.at else None
    due = _look_again(matter, rule, due)
    done = _done_while_owed(matter, rule, occasion, until)
    key = f"{number}:{rule.id}"
    return Duty(key, planned.terms, rule.who, occasion.since, due, done, occasion.ends_at)


def _done_while_owed(
    matter: Matter, rule: DutyRule, occasion: Occasion, until: int | None
) -> datetime | None:
    """When it was done, while somebody owed it: what is done afterwards is done freely."""
    done = fulfilled_at(matter.dispute, rule, window=occasion.window, until=until)
    return done if done is None or occasion.ends_at is None or done <= occasion.ends_at else None


# What follows from an agreement, a referral or the closing itself is owed when it is closed.
_AFTER_CLOSING = frozenset((Moment.ACTIONS_AGREED, Moment.CLOSED, Moment.REFERRED))


def _ends_at(matter: Matter, rule: DutyRule, over: datetime | None) -> datetime | None:
    """When a rule that would be over at a moment is no longer owed: that the child is not told is
    looked at again on its day, also after the end, or else is settled by the reason.
    """
    if rule.counted_from in _AFTER_CLOSING:
        over = None
    explained = matter.dispute.explanation(rule.id)
    if explained is None or (over is not None and over != matter.dispute.closed_at):
        return over
    return None if explained.look_again else explained.at


def _look_again(matter: Matter, rule: DutyRule, due: Due | None) -> Due | None:
    """The day on which to look again takes the place of a limit that was not over by then."""
    explained = matter.dispute.explanation(rule.id)
    if explained is None or explained.look_again is None or (due and due.at <= explained.at):
        return due
    return fixed(explained.look_again, set_by="the day that was set for looking at it again")


def _over(matter: Matter, rule: DutyRule) -> datetime | None:
    """When a rule of the whole dispute is over: at the end, or at the referral before which alone
    it stands, when that was made without it.
    """
    closed = matter.dispute.closed_at
    if rule.before != (Act.REFER,):
        return closed
    return earliest(closed, matter.dispute.handing(rule.refers_to or "").referred_at)


def _given_more_time(matter: Matter, due: Due) -> Due:
    """Informal resolution that was given more time in time has more time to agree actions."""
    for entry in matter.dispute.entries:
        event = entry.event
        if isinstance(event, InformalExtended) and event.until and entry.happened_at < due.at:
            due = max(due, fixed(event.until, set_by="the later day that was given"), key=_at)
    return due


def _at(due: Due) -> datetime:
    return due.at
