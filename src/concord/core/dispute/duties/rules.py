"""The duties that the protocol file writes out one by one: inform, consult, consider, state ..."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from concord.core.clock.earliest import earliest
from concord.core.clock.limit import Limit
from concord.core.clock.london import start_of
from concord.core.dispute.due import Due, TimeLimit, counted, fixed
from concord.core.dispute.duties.fulfilment import act_of, fulfilled_at
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.events import ActionsAgreed, InformalEnded, InformalExtended
from concord.core.dispute.ladder import tier_of, way_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.vocabulary import Act, ChildStatus, Condition, Moment, Verb
from concord.core.record.envelope import Event, Recorded


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

    `began` gives the moment from which it counts, `terms` what its duties are about.
    """

    rule: DutyRule
    terms: Terms
    limit: TimeLimit | None
    rungs: frozenset[str]
    began: Callable[[Matter, DutyRule], datetime | None]
    occasions: Callable[[Matter, "_Planned"], Iterator[Occasion]]


def rule_duties(matter: Matter) -> Iterator[Duty]:
    """The duties of all rules that have come up so far: once for the dispute, or once for each
    rung that a rule names.
    """
    reached = {run.rung for run in matter.dispute.runs}
    for planned in _plan(matter.protocol):
        if planned.rungs:
            if not planned.rungs.isdisjoint(reached):
                yield from _on_rungs(matter, planned)
        elif (since := planned.began(matter, planned.rule)) is not None:
            yield from _once(matter, planned, since)


def _on_rungs(matter: Matter, planned: _Planned) -> Iterator[Duty]:
    found = tuple(planned.occasions(matter, planned))
    for occasion, later in zip_longest(found, found[1:]):
        yield _duty(matter, planned, occasion, until=later.window if later else None)


def applies(matter: Matter, rule: DutyRule, run: Run | None) -> bool:
    """Whether a rule's conditions hold, on a rung where it names rungs."""
    return not rule.only_if or applies_at(
        matter, rule, rung=run.rung if run else "", way=run.way if run else ""
    )


def applies_at(matter: Matter, rule: DutyRule, *, rung: str, way: str) -> bool:
    """Whether a rule's conditions hold on a rung that was entered by a way in; "" for neither."""
    return all(_condition(matter, each, rung=rung, way=way) for each in rule.only_if)


_ASKED_BY_THE_STEP = frozenset((Act.RESOLVE, Act.BYPASS))


@lru_cache(maxsize=512)
def _plan(protocol: Protocol) -> tuple[_Planned, ...]:
    """The rules that come up by themselves.

    Not those that only stand before resolving or before passing over stages: these can come at
    any time, or never, and the step itself asks for what comes before it.
    """
    stages = frozenset(stage.id for stage in protocol.stages)
    return tuple(
        _planned(rule, stages)
        for rule in protocol.duties
        if rule.counted_from or not _ASKED_BY_THE_STEP.issuperset(rule.before)
    )


def _planned(rule: DutyRule, stages: frozenset[str]) -> _Planned:
    terms = Terms(
        what=rule.what,
        clause=rule.clause,
        act=act_of(rule),
        must=rule.must is not None,
        before=rule.before,
        whom=rule.whom,
        about=rule.about or rule.refers_to or "",
    )
    limit = None
    if isinstance(rule.within, Limit) and rule.counted_from is not None:
        limit = TimeLimit(rule.within, rule.counted_from, rule.clause)
    began = _MOMENTS.get(rule.counted_from, _recorded)
    plan = _Planned(rule, terms, limit, frozenset(), began, _on_each_rung)
    if rule.at and rule.before == (Act.REFER,):
        return plan._replace(rungs=frozenset(rule.at), occasions=_before_referring)
    if rule.at or rule.counted_from in _STAGE_MOMENTS or Act.ESCALATE in rule.before:
        return plan._replace(rungs=frozenset(rule.at) or stages)
    return plan


def _once(matter: Matter, planned: _Planned, since: datetime) -> Iterator[Duty]:
    rule = planned.rule
    if applies(matter, rule, matter.dispute.run):
        ends_at, window = _ends_at(rule, _over(matter, rule)), _window(matter, rule, None)
        yield _duty(matter, planned, Occasion(since, since, None, window, ends_at), until=None)


def _on_each_rung(matter: Matter, planned: _Planned) -> Iterator[Occasion]:
    rule = planned.rule
    for run in matter.dispute.runs:
        began = _moment_on(matter, rule, run) if run.rung in planned.rungs else None
        if began is not None and applies(matter, rule, run):
            window = max(run.opened_seq, _window(matter, rule, run))
            ends_at = _ends_at(rule, _left_at(matter, rule, run))
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
    moments = [_referring_on(matter, rule, run) for run in runs]
    since = min(filter(None, moments), default=None)
    referred = matter.dispute.handing(rule.refers_to or "").referred_at
    if since is not None and (referred is None or since <= referred):
        yield Occasion(since, since, None, 0, _ends_at(rule, _over(matter, rule)))


def _referring_on(matter: Matter, rule: DutyRule, run: Run) -> datetime | None:
    wanted = _wanted(matter, rule)
    if rule.counted_from is not None:
        return _moment_on(matter, rule, run)
    return max(wanted, run.opened_at) if wanted else None


def _duty(matter: Matter, planned: _Planned, occasion: Occasion, *, until: int | None) -> Duty:
    """The duty of one occasion; what is done from entry `until` on is done for the next one."""
    number = occasion.run.number if occasion.run else 0
    rule, due = planned.rule, None
    if planned.limit is not None:
        due = counted(planned.limit, occasion.counts_from, matter.calendar)
        due = _given_more_time(matter, due) if rule.verb is Verb.AGREE_ACTIONS else due
        due = due if occasion.since < due.at else None
    done = _done_while_owed(matter, rule, occasion, until)
    key = f"{number}:{rule.id}"
    return Duty(key, planned.terms, rule.who, occasion.since, due, done, occasion.ends_at)


def _done_while_owed(
    matter: Matter, rule: DutyRule, occasion: Occasion, until: int | None
) -> datetime | None:
    """When it was done, while somebody owed it: what is done afterwards is done freely."""
    done = fulfilled_at(matter.dispute, rule, window=occasion.window, until=until)
    return done if done is None or occasion.ends_at is None or done <= occasion.ends_at else None


_STAGE_MOMENTS = frozenset(
    (Moment.STAGE_ENTERED, Moment.ALERT_ISSUED, Moment.ANSWER_RECEIVED, Moment.UNRESOLVED)
)


_OF_THE_DISPUTE = frozenset(
    (
        *(Moment.CONCERN_IDENTIFIED, Moment.CONCERN_RAISED, Moment.FORMAL_BEGUN),
        *(Moment.REFERRED, Moment.CLOSED),
    )
)


# What follows from an agreement, a referral or the closing itself is owed when it is closed.
_AFTER_CLOSING = frozenset((Moment.ACTIONS_AGREED, Moment.CLOSED, Moment.REFERRED))
# A case note written before the agreement is no note of it: these moments are entries of the
# record, and only what is done from that entry on counts.
_ENTRIES: dict[Moment | None, type[Event]] = {
    Moment.ACTIONS_AGREED: ActionsAgreed,
    Moment.INFORMAL_ENDED: InformalEnded,
}


def _ends_at(rule: DutyRule, over: datetime | None) -> datetime | None:
    return None if rule.counted_from in _AFTER_CLOSING else over


def _over(matter: Matter, rule: DutyRule) -> datetime | None:
    """When a rule of the whole dispute is over: at the end, or at the referral before which alone
    it stands, when that was made without it.
    """
    closed, handing = matter.dispute.closed_at, matter.dispute.handing(rule.refers_to or "")
    referred = handing.referred_at if rule.before == (Act.REFER,) else None
    return earliest(closed, referred)


def _window(matter: Matter, rule: DutyRule, run: Run | None) -> int:
    entry = _entry(matter, rule, run)
    return entry.seq if entry else 0


def _entry(matter: Matter, rule: DutyRule, run: Run | None) -> Recorded | None:
    kind = _ENTRIES.get(rule.counted_from)
    if kind is None:
        return None
    entries = matter.dispute.entries
    if run is not None:
        later = matter.dispute.runs[run.number : run.number + 1]
        entries = entries[run.opened_seq - 1 : later[0].opened_seq - 1 if later else None]
    return next((each for each in entries if isinstance(each.event, kind)), None)


def _given_more_time(matter: Matter, due: Due) -> Due:
    """Informal resolution that was given more time in time has more time to agree actions."""
    for entry in matter.dispute.entries:
        event = entry.event
        if isinstance(event, InformalExtended) and event.until and entry.happened_at < due.at:
            due = max(due, fixed(event.until, set_by="the later day that was given"), key=_at)
    return due


def _at(due: Due) -> datetime:
    return due.at


def _moment_on(matter: Matter, rule: DutyRule, run: Run) -> datetime | None:
    if rule.counted_from in _ENTRIES:
        entry = _entry(matter, rule, run)
        return entry.happened_at if entry else None
    if rule.counted_from in _OF_THE_DISPUTE:
        return _while_on(matter, rule, run)
    if rule.counted_from is Moment.ALERT_ISSUED:
        return run.alert_at
    if rule.counted_from is Moment.ANSWER_RECEIVED:
        return run.answers[-1].happened_at if run.answers else None
    if rule.counted_from is Moment.UNRESOLVED or Act.ESCALATE in rule.before:
        return run.unresolved_at
    return run.opened_at


def _while_on(matter: Matter, rule: DutyRule, run: Run) -> datetime | None:
    """A moment of the whole dispute, for a rung that it has reached: what the beginning asks for
    is owed on each, and what a referral or the end asks for on the rung on which that happened.
    """
    moment = _MOMENTS[rule.counted_from](matter, rule)
    if moment is None or (run.left_at and run.left_at < moment):
        return None
    here = rule.counted_from in (Moment.REFERRED, Moment.CLOSED)
    return None if here and moment < run.opened_at else moment


def _identified(matter: Matter, _rule: DutyRule) -> datetime | None:
    on = matter.dispute.identified_on
    return start_of(on) if on else matter.dispute.raised_at


def _referred(matter: Matter, rule: DutyRule) -> datetime | None:
    return matter.dispute.handing(rule.refers_to or "").referred_at


def _recorded(matter: Matter, rule: DutyRule) -> datetime | None:
    entry = _entry(matter, rule, None)
    return entry.happened_at if entry else None


def _wanted(matter: Matter, rule: DutyRule) -> datetime | None:
    """A duty before a step comes up when the step is in sight, not on the first day."""
    if Act.GO_FORMAL in rule.before:
        return matter.dispute.informal_ended_at
    if Act.REFER in rule.before:
        handing = matter.dispute.handing(rule.refers_to or "")
        return handing.considered_at if handing.intended else None
    return None


_MOMENTS: dict[Moment | None, Callable[[Matter, DutyRule], datetime | None]] = {
    None: _wanted,
    Moment.CONCERN_RAISED: lambda matter, _rule: matter.dispute.raised_at,
    Moment.CONCERN_IDENTIFIED: _identified,
    Moment.FORMAL_BEGUN: lambda matter, _rule: matter.dispute.formal_at,
    Moment.REFERRED: _referred,
    Moment.CLOSED: lambda matter, _rule: matter.dispute.closed_at,
}


def _condition(matter: Matter, condition: Condition, *, rung: str, way: str) -> bool:
    if condition is Condition.IN_CARE:
        return matter.dispute.child_status is ChildStatus.IN_CARE
    if condition is Condition.COURT:
        return matter.dispute.in_court
    if condition is Condition.EXCEPTIONAL:
        way_in = way_of(matter.protocol, way)
        return way_in is not None and way_in.only_if is not None
    return rung == matter.protocol.stages[-1].id
