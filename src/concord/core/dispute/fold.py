"""Entries become state, one at a time. Every kind has its line here; an unknown kind raises."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import reduce

from concord.core.dispute import events as e
from concord.core.dispute.state import Agreed, Dispute, Handing, Pause, Phase, Run
from concord.core.record.codec import UnknownKind
from concord.core.record.envelope import Recorded


class GapInRecord(ValueError):
    """The entries of a dispute are not numbered 1, 2, 3 and so on."""


def fold(entries: Iterable[Recorded], *, dispute: Dispute) -> Dispute:
    """Add entries to a dispute's state, in order.

    Raises GapInRecord when a number is missing or comes twice, UnknownKind for an event kind
    that has no line here.
    """
    return reduce(add, entries, dispute)


def add(dispute: Dispute, entry: Recorded) -> Dispute:
    """Add one entry to a dispute's state; raises like `fold`."""
    if entry.seq != dispute.version + 1:
        raise GapInRecord(f"entry {entry.seq} follows entry {dispute.version}")
    change = _CHANGES.get(type(entry.event))
    if change is None:
        raise UnknownKind(entry.event.KIND or type(entry.event).__name__)
    return change(replace(dispute, entries=(*dispute.entries, entry)), entry, entry.event)


def _kept(dispute: Dispute, _entry: Recorded, _event: object) -> Dispute:
    return dispute


def _raised(dispute: Dispute, entry: Recorded, event: e.ConcernRaised) -> Dispute:
    return replace(
        dispute,
        phase=Phase.INFORMAL,
        raiser=entry.capacity,
        raised_at=entry.happened_at,
        child_status=event.child_status,
        in_court=event.in_court,
        identified_on=event.identified_on,
        respond_by=event.respond_by,
        runs=(Run(1, event.tier, "ladder", entry.happened_at, entry.seq),),
    )


def _actions(dispute: Dispute, entry: Recorded, actions: tuple[e.Action, ...]) -> Dispute:
    first = len(dispute.agreed) + 1
    added = tuple(Agreed(first + n, each, entry.happened_at) for n, each in enumerate(actions))
    return replace(dispute, agreed=(*dispute.agreed, *added))


def _agreed(dispute: Dispute, entry: Recorded, event: e.ActionsAgreed) -> Dispute:
    return _actions(dispute, entry, event.actions)


def _action_checked(dispute: Dispute, entry: Recorded, event: e.ActionChecked) -> Dispute:
    agreed = tuple(
        _as_found(each, entry, done=event.done == "yes") if each.number == event.action else each
        for each in dispute.agreed
    )
    return replace(dispute, agreed=agreed)


def _as_found(agreed: Agreed, entry: Recorded, *, done: bool) -> Agreed:
    """A report that turned out wrong is no report."""
    reported_at = agreed.reported_at if done else None
    return replace(agreed, checked_at=entry.happened_at, done=done, reported_at=reported_at)


def _action_reported(dispute: Dispute, entry: Recorded, event: e.ActionReported) -> Dispute:
    agreed = tuple(
        replace(each, reported_at=each.reported_at or entry.happened_at)
        if each.number == event.action
        else each
        for each in dispute.agreed
    )
    return replace(dispute, agreed=agreed)


def _extended(dispute: Dispute, _entry: Recorded, event: e.InformalExtended) -> Dispute:
    return replace(dispute, informal_until=event.until)


def _informal_ended(dispute: Dispute, entry: Recorded, _event: e.InformalEnded) -> Dispute:
    return replace(dispute, informal_ended_at=entry.happened_at)


def _court(dispute: Dispute, _entry: Recorded, event: e.CourtNoted) -> Dispute:
    return replace(dispute, in_court=event.current == "yes")


def _last(dispute: Dispute, changed: Run) -> Dispute:
    return replace(dispute, runs=(*dispute.runs[:-1], changed))


def _open_run(dispute: Dispute, entry: Recorded, *, rung: str, way: str) -> Dispute:
    left = replace(dispute.runs[-1], left_at=entry.happened_at)
    opened = Run(left.number + 1, rung, way, entry.happened_at, entry.seq)
    return replace(dispute, runs=(*dispute.runs[:-1], left, opened))


def _formal(dispute: Dispute, entry: Recorded, event: e.FormalBegun) -> Dispute:
    begun = replace(dispute, phase=Phase.FORMAL, formal_at=entry.happened_at)
    return _open_run(begun, entry, rung=event.stage, way=event.way)


def _escalated(dispute: Dispute, entry: Recorded, event: e.Escalated) -> Dispute:
    opened = _open_run(dispute, entry, rung=event.to, way=event.way)
    return _last(opened, replace(opened.runs[-1], by_rule=True)) if event.by_rule else opened


def _alert(dispute: Dispute, entry: Recorded, event: e.AlertIssued) -> Dispute:
    return _last(dispute, replace(dispute.runs[-1], alert=event, alert_at=entry.happened_at))


def _answered(dispute: Dispute, entry: Recorded, event: e.Answered) -> Dispute:
    return _actions(_adjudicated(dispute, entry, event), entry, event.actions)


def _adjudicated(dispute: Dispute, entry: Recorded, _event: e.Adjudicated | e.Answered) -> Dispute:
    run = dispute.runs[-1]
    answered = replace(
        run,
        answers=(*run.answers, entry),
        judgements=(),
        unresolved_at=None,
        task_done_at=None,
        missed=False,
    )
    return _last(dispute, answered)


def _judged(dispute: Dispute, entry: Recorded, event: e.AnswerJudged) -> Dispute:
    run = dispute.runs[-1]
    judged = replace(run, judgements=(*run.judgements, entry))
    if event.satisfied == "yes":
        return _last(dispute, judged)
    unresolved = run.unresolved_at or entry.happened_at
    return _last(dispute, replace(judged, unresolved_at=unresolved, task_done_at=None))


def _met(dispute: Dispute, entry: Recorded, _event: e.MeetingHeld) -> Dispute:
    run = dispute.runs[-1]
    return _last(dispute, replace(run, meetings=(*run.meetings, entry)))


def _held(dispute: Dispute, entry: Recorded, event: e.HoldPlaced) -> Dispute:
    if event.until is None:
        raise ValueError("a hold without a date is never recorded")
    number = len(dispute.pauses) + 1
    run = dispute.runs[-1].number
    pause = Pause(number, run, entry.happened_at, event.until, event.task, event.owner)
    return replace(dispute, pauses=(*dispute.pauses, pause))


def _hold_ended(dispute: Dispute, entry: Recorded, done: bool | None) -> Dispute:
    last = replace(dispute.pauses[-1], ended_at=entry.happened_at, done=done)
    return replace(dispute, pauses=(*dispute.pauses[:-1], last))


def _hold_checked(dispute: Dispute, entry: Recorded, event: e.HoldChecked) -> Dispute:
    ended = _hold_ended(dispute, entry, event.done == "yes")
    if event.done == "yes":
        return _last(ended, replace(ended.runs[-1], task_done_at=entry.happened_at))
    return _last(ended, replace(ended.runs[-1], unresolved_at=entry.happened_at))


def _hold_lifted(dispute: Dispute, entry: Recorded, _event: e.HoldLifted) -> Dispute:
    return _hold_ended(dispute, entry, None)


def _handing(dispute: Dispute, changed: Handing) -> Dispute:
    others = tuple(each for each in dispute.handings if each.to != changed.to)
    return replace(dispute, handings=(*others, changed))


def _considered(dispute: Dispute, entry: Recorded, event: e.ReferralConsidered) -> Dispute:
    intended = event.decision == "refer"
    found = dispute.handing(event.to)
    return _handing(dispute, replace(found, considered_at=entry.happened_at, intended=intended))


def _referred(dispute: Dispute, entry: Recorded, event: e.Referred) -> Dispute:
    found = dispute.handing(event.to)
    written = event.how == "writing"
    return _handing(
        dispute,
        replace(
            found,
            referred_at=found.referred_at or entry.happened_at,
            in_writing=found.in_writing or written,
            confirmed_at=found.confirmed_at or (entry.happened_at if written else None),
        ),
    )


def _confirmed(dispute: Dispute, entry: Recorded, event: e.ReferralConfirmed) -> Dispute:
    found = dispute.handing(event.to)
    return _handing(dispute, replace(found, in_writing=True, confirmed_at=entry.happened_at))


def _outcome(dispute: Dispute, entry: Recorded, event: e.ReferralOutcomeRecorded) -> Dispute:
    return _handing(dispute, replace(dispute.handing(event.to), outcome_at=entry.happened_at))


def _closed(dispute: Dispute, entry: Recorded, phase: Phase) -> Dispute:
    ended = _last(dispute, replace(dispute.runs[-1], left_at=entry.happened_at))
    return replace(ended, phase=phase, closed_at=entry.happened_at)


def _resolved(dispute: Dispute, entry: Recorded, _event: e.Resolved) -> Dispute:
    return _closed(dispute, entry, Phase.RESOLVED)


def _withdrawn(dispute: Dispute, entry: Recorded, _event: e.Withdrawn) -> Dispute:
    return _closed(dispute, entry, Phase.WITHDRAWN)


def _missed(dispute: Dispute, _entry: Recorded, event: e.DutyMissed) -> Dispute:
    marked = replace(dispute, missed=dispute.missed | {event.duty})
    run = marked.run
    if run is None or not event.duty.startswith(f"{run.number}:answer") or event.due_at is None:
        return marked
    return _last(marked, replace(run, unresolved_at=event.due_at, missed=True))


# The values are narrower than the keys' common base: each function takes the event of its key.
_CHANGES: dict[type, Callable[..., Dispute]] = {
    e.ConcernRaised: _raised,
    e.ConversationRecorded: _kept,
    e.ActionsAgreed: _agreed,
    e.ActionReported: _action_reported,
    e.ActionChecked: _action_checked,
    e.CaseNoteWritten: _kept,
    e.InformalExtended: _extended,
    e.InformalEnded: _informal_ended,
    e.ObstacleRecorded: _kept,
    e.CourtNoted: _court,
    e.FormalBegun: _formal,
    e.AlertIssued: _alert,
    e.Answered: _answered,
    e.AnswerJudged: _judged,
    e.Escalated: _escalated,
    e.Informed: _kept,
    e.Consulted: _kept,
    e.Considered: _kept,
    e.StatementGiven: _kept,
    e.MeetingHeld: _met,
    e.Adjudicated: _adjudicated,
    e.HoldPlaced: _held,
    e.HoldChecked: _hold_checked,
    e.HoldLifted: _hold_lifted,
    e.AdviceSought: _kept,
    e.AdviceReceived: _kept,
    e.ReferralConsidered: _considered,
    e.Referred: _referred,
    e.ReferralConfirmed: _confirmed,
    e.ContactRecorded: _kept,
    e.ReferralOutcomeRecorded: _outcome,
    e.Resolved: _resolved,
    e.Withdrawn: _withdrawn,
    e.ReviewCalled: _kept,
    e.Corrected: _kept,
    e.DutyMissed: _missed,
}
