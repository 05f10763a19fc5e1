"""The moments from which a rule of the protocol file counts, for the dispute and on each rung."""

from collections.abc import Callable
from datetime import datetime

from concord.core.clock.london import start_of
from concord.core.dispute.events import ActionsAgreed, InformalEnded
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Act, Moment
from concord.core.record.envelope import Event, Recorded

OfDispute = Callable[[Matter, DutyRule], datetime | None]
OnRung = Callable[[Matter, DutyRule, Run], datetime | None]

STAGE_MOMENTS = frozenset(
    (Moment.STAGE_ENTERED, Moment.ALERT_ISSUED, Moment.ANSWER_RECEIVED, Moment.UNRESOLVED)
)


_OF_THE_DISPUTE = frozenset(
    (
        *(Moment.CONCERN_IDENTIFIED, Moment.CONCERN_RAISED, Moment.FORMAL_BEGUN),
        *(Moment.REFERRED, Moment.CLOSED, Moment.OUTSIDE_DATE),
    )
)
# A case note written before the agreement is no note of it: these moments are entries of the
# record, and only what is done from that entry on counts.
_ENTRIES: dict[Moment | None, type[Event]] = {
    Moment.ACTIONS_AGREED: ActionsAgreed,
    Moment.INFORMAL_ENDED: InformalEnded,
}


def moment_of(rule: DutyRule) -> OfDispute:
    """How the moment from which a rule counts for the whole dispute is found."""
    return _MOMENTS.get(rule.counted_from, _recorded)


def moment_on(rule: DutyRule) -> OnRung:
    """How the moment from which a rule counts on a rung is found."""
    if rule.counted_from in _ENTRIES:
        return _recorded_on
    if rule.counted_from in _OF_THE_DISPUTE:
        return _while_on
    if rule.counted_from is Moment.ALERT_ISSUED:
        return _alert_on
    if rule.counted_from is Moment.ANSWER_RECEIVED:
        return _answer_on
    if rule.counted_from is Moment.UNRESOLVED or Act.ESCALATE in rule.before:
        return unresolved_on
    return _entered_on


def _recorded_on(matter: Matter, rule: DutyRule, run: Run) -> datetime | None:
    entry = _entry(matter, rule, run)
    return entry.happened_at if entry else None


def _alert_on(_matter: Matter, _rule: DutyRule, run: Run) -> datetime | None:
    return run.alert_at


def _answer_on(_matter: Matter, _rule: DutyRule, run: Run) -> datetime | None:
    return run.answers[-1].happened_at if run.answers else None


def unresolved_on(_matter: Matter, _rule: DutyRule, run: Run) -> datetime | None:
    """When a rung did not resolve the matter."""
    return run.unresolved_at


def _entered_on(_matter: Matter, _rule: DutyRule, run: Run) -> datetime | None:
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


def referring_on(matter: Matter, rule: DutyRule, run: Run) -> datetime | None:
    """When a referral came in sight while the dispute was on a rung, or before."""
    wanted = _wanted(matter, rule)
    return max(wanted, run.opened_at) if wanted else None


def entry_window(matter: Matter, rule: DutyRule, run: Run | None) -> int:
    """The number of the entry from which alone what is done counts for a rule; 0 for from ever."""
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


def _outside(matter: Matter, rule: DutyRule) -> datetime | None:
    on = matter.dispute.outside_date(rule.which_date or "")
    return start_of(on) if on else None


_MOMENTS: dict[Moment | None, OfDispute] = {
    None: _wanted,
    Moment.CONCERN_RAISED: lambda matter, _rule: matter.dispute.raised_at,
    Moment.CONCERN_IDENTIFIED: _identified,
    Moment.FORMAL_BEGUN: lambda matter, _rule: matter.dispute.formal_at,
    Moment.REFERRED: _referred,
    Moment.OUTSIDE_DATE: _outside,
    Moment.CLOSED: lambda matter, _rule: matter.dispute.closed_at,
}
