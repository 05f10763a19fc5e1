"""Entries become state, one at a time. Every kind has its line here; an unknown kind raises."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from typing import Any

from concord.core.dispute import events as e
from concord.core.dispute.state import (
    Agreed,
    ChildOutcome,
    Dispute,
    Explained,
    Handing,
    LateHoliday,
    Pause,
    Phase,
    Run,
)
from concord.core.protocol.ladders import Facts
from concord.core.record.codec import UnknownKind
from concord.core.record.envelope import Recorded

# What an entry changes: fields of `Dispute` with their new values, so that each entry copies the
# state once.
Changes = dict[str, Any]


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
    changes = change(dispute, entry, entry.event)
    return dispute._replace(entries=(*dispute.entries, entry), **changes)


def _kept(_dispute: Dispute, _entry: Recorded, _event: object) -> Changes:
    return {}


def _raised(dispute: Dispute, entry: Recorded, event: e.ConcernRaised) -> Changes:
    return {
        "phase": Phase.INFORMAL,
        "raiser": entry.capacity,
        "raised_at": entry.happened_at,
        "child_status": event.child_status,
        "protocol": event.protocol,
        "children": event.children,
        "in_court": event.in_court,
        "facts": Facts(
            entry.capacity,
            event.child_status,
            event.in_court,
            event.issues,
            event.categories,
            event.priority,
            event.about,
        ),
        "identified_on": event.identified_on,
        "outcomes": tuple(_outcomes(dispute, entry, event.child_outcomes)),
        "respond_by": event.respond_by,
        "raised_with": event.raised_with,
        "runs": (Run(1, event.tier, "ladder", entry.happened_at, entry.seq),),
    }


def _heard(dispute: Dispute, entry: Recorded, event: e.ChildHeard) -> Changes:
    return {"outcomes": (*dispute.outcomes, *_outcomes(dispute, entry, event.outcomes))}


def _outcomes(dispute: Dispute, entry: Recorded, lines: str) -> Iterator[ChildOutcome]:
    """The outcomes that a child wants, one on each line."""
    wanted = (line.strip() for line in lines.splitlines())
    for n, text in enumerate(filter(None, wanted), len(dispute.outcomes) + 1):
        yield ChildOutcome(n, text, entry.happened_at)


def _outcome_answered(dispute: Dispute, entry: Recorded, event: e.ChildOutcomeAnswered) -> Changes:
    outcomes = (
        each._replace(
            answered_at=each.answered_at or entry.happened_at, came=event.came, answer=event.text
        )
        if each.number == event.outcome
        else each
        for each in dispute.outcomes
    )
    return {"outcomes": tuple(outcomes)}


def _explained(dispute: Dispute, entry: Recorded, event: e.NotToldExplained) -> Changes:
    explained = Explained(event.untold, entry.happened_at, event.look_again)
    return {"explained": (*dispute.explained, explained)}


def _actions(dispute: Dispute, entry: Recorded, actions: tuple[e.Action, ...]) -> Changes:
    first = len(dispute.agreed) + 1
    added = tuple(Agreed(first + n, each, entry.happened_at) for n, each in enumerate(actions))
    return {"agreed": (*dispute.agreed, *added)}


def _agreed(dispute: Dispute, entry: Recorded, event: e.ActionsAgreed) -> Changes:
    return _actions(dispute, entry, event.actions)


def _action_checked(dispute: Dispute, entry: Recorded, event: e.ActionChecked) -> Changes:
    """A report that turned out wrong is no report."""
    done = event.done == "yes"
    found: Changes = {"checked_at": entry.happened_at, "done": done}
    return _action(dispute, event.action, found if done else {**found, "reported_at": None})


def _action_reported(dispute: Dispute, entry: Recorded, event: e.ActionReported) -> Changes:
    return _action(dispute, event.action, {"reported_at": entry.happened_at})


def _action(dispute: Dispute, number: int, found: Changes) -> Changes:
    agreed = (each._replace(**found) if each.number == number else each for each in dispute.agreed)
    return {"agreed": tuple(agreed)}


def _extended(_dispute: Dispute, _entry: Recorded, event: e.InformalExtended) -> Changes:
    return {"informal_until": event.until}


def _informal_ended(_dispute: Dispute, entry: Recorded, _event: e.InformalEnded) -> Changes:
    return {"informal_ended_at": entry.happened_at}


def _court(dispute: Dispute, _entry: Recorded, event: e.CourtNoted) -> Changes:
    """The ladder is chosen by what is known when the formal process begins, and stays."""
    current = event.current == "yes"
    known = dispute.facts if dispute.formal_at else dispute.facts._replace(in_court=current)
    return {"in_court": current, "facts": known}


def _moved_on(dispute: Dispute, entry: Recorded, event: e.InformalMovedOn) -> Changes:
    opened = _opened(dispute, entry, rung=event.tier, way="ladder")
    return {"runs": opened, "informal_until": None, "respond_by": event.respond_by}


def _dated(dispute: Dispute, _entry: Recorded, event: e.DateNoted) -> Changes:
    if event.on is None:
        raise ValueError("a date from outside without its day is never recorded")
    return {"dates": (*dispute.dates, (event.which, event.on))}


def _answer_agreed(dispute: Dispute, _entry: Recorded, event: e.AnswerDateAgreed) -> Changes:
    return _last(dispute, dispute.runs[-1]._replace(answer_by=event.on))


def _last(dispute: Dispute, run: Run) -> Changes:
    return {"runs": (*dispute.runs[:-1], run)}


def _opened(dispute: Dispute, entry: Recorded, *, rung: str, way: str) -> tuple[Run, ...]:
    left = dispute.runs[-1]._replace(left_at=entry.happened_at)
    opened = Run(left.number + 1, rung, way, entry.happened_at, entry.seq)
    return (*dispute.runs[:-1], left, opened)


def _formal(dispute: Dispute, entry: Recorded, event: e.FormalBegun) -> Changes:
    opened = _opened(dispute, entry, rung=event.stage, way=event.way)
    return {"phase": Phase.FORMAL, "formal_at": entry.happened_at, "runs": opened}


def _escalated(dispute: Dispute, entry: Recorded, event: e.Escalated) -> Changes:
    *left, opened = _opened(dispute, entry, rung=event.to, way=event.way)
    return {"runs": (*left, opened._replace(by_rule=event.by_rule))}


def _alert(dispute: Dispute, entry: Recorded, event: e.AlertIssued) -> Changes:
    issued = dispute.runs[-1]._replace(
        alert=event, alert_at=entry.happened_at, answer_by=event.answer_by
    )
    return _last(dispute, issued)


def _answered(dispute: Dispute, entry: Recorded, event: e.Answered) -> Changes:
    if not event.complete:
        run = dispute.runs[-1]
        part = _last(dispute, run._replace(answers=(*run.answers, entry)))
        return part | _actions(dispute, entry, event.actions)
    return _adjudicated(dispute, entry, event) | _actions(dispute, entry, event.actions)


def _adjudicated(dispute: Dispute, entry: Recorded, _event: e.Adjudicated | e.Answered) -> Changes:
    run = dispute.runs[-1]
    answered = run._replace(
        answers=(*run.answers, entry),
        judgements=(),
        unresolved_at=None,
        task_done_at=None,
        missed=False,
    )
    return _last(dispute, answered)


def _judged(dispute: Dispute, entry: Recorded, event: e.AnswerJudged) -> Changes:
    run = dispute.runs[-1]
    judged = run._replace(judgements=(*run.judgements, entry))
    if event.satisfied == "yes":
        return _last(dispute, judged)
    unresolved = run.unresolved_at or entry.happened_at
    return _last(dispute, judged._replace(unresolved_at=unresolved, task_done_at=None))


def _met(dispute: Dispute, entry: Recorded, _event: e.MeetingHeld) -> Changes:
    run = dispute.runs[-1]
    return _last(dispute, run._replace(meetings=(*run.meetings, entry)))


def _held(dispute: Dispute, entry: Recorded, event: e.HoldPlaced) -> Changes:
    if event.until is None:
        raise ValueError("a hold without a date is never recorded")
    number = len(dispute.pauses) + 1
    run = dispute.runs[-1].number
    pause = Pause(number, run, entry.happened_at, event.until, event.task, event.owner)
    return {"pauses": (*dispute.pauses, pause)}


def _hold_reported(dispute: Dispute, entry: Recorded, _event: e.HoldReported) -> Changes:
    reported = dispute.pauses[-1]._replace(reported_at=entry.happened_at)
    return {"pauses": (*dispute.pauses[:-1], reported)}


def _hold_checked(dispute: Dispute, entry: Recorded, event: e.HoldChecked) -> Changes:
    """A report that turned out wrong is no report."""
    done, run = event.done == "yes", dispute.runs[-1]
    *others, last = dispute.pauses
    reported = last.reported_at if done else None
    checked = last._replace(ended_at=entry.happened_at, done=done, reported_at=reported)
    found: Changes = {"task_done_at" if done else "unresolved_at": entry.happened_at}
    return {"pauses": (*others, checked)} | _last(dispute, run._replace(**found))


def _hold_lifted(dispute: Dispute, entry: Recorded, _event: e.HoldLifted) -> Changes:
    lifted = dispute.pauses[-1]._replace(ended_at=entry.happened_at)
    return {"pauses": (*dispute.pauses[:-1], lifted)}


def _handing(dispute: Dispute, now: Handing) -> Changes:
    others = tuple(each for each in dispute.handings if each.to != now.to)
    return {"handings": (*others, now)}


def _considered(dispute: Dispute, entry: Recorded, event: e.ReferralConsidered) -> Changes:
    intended = event.decision == "refer"
    found = dispute.handing(event.to)
    return _handing(dispute, found._replace(considered_at=entry.happened_at, intended=intended))


def _referred(dispute: Dispute, entry: Recorded, event: e.Referred) -> Changes:
    found = dispute.handing(event.to)
    written = event.how == "writing"
    return _handing(
        dispute,
        found._replace(
            referred_at=found.referred_at or entry.happened_at,
            in_writing=found.in_writing or written,
            confirmed_at=found.confirmed_at or (entry.happened_at if written else None),
        ),
    )


def _confirmed(dispute: Dispute, entry: Recorded, event: e.ReferralConfirmed) -> Changes:
    found = dispute.handing(event.to)
    return _handing(dispute, found._replace(in_writing=True, confirmed_at=entry.happened_at))


def _outcome(dispute: Dispute, entry: Recorded, event: e.ReferralOutcomeRecorded) -> Changes:
    return _handing(dispute, dispute.handing(event.to)._replace(outcome_at=entry.happened_at))


def _closed(dispute: Dispute, entry: Recorded, phase: Phase) -> Changes:
    ended = _last(dispute, dispute.runs[-1]._replace(left_at=entry.happened_at))
    return ended | {"phase": phase, "closed_at": entry.happened_at}


def _resolved(dispute: Dispute, entry: Recorded, _event: e.Resolved) -> Changes:
    return _closed(dispute, entry, Phase.RESOLVED)


def _withdrawn(dispute: Dispute, entry: Recorded, _event: e.Withdrawn) -> Changes:
    return _closed(dispute, entry, Phase.WITHDRAWN)


def _overridden(dispute: Dispute, entry: Recorded, _event: e.Overridden) -> Changes:
    ended = _last(dispute, dispute.runs[-1]._replace(left_at=entry.happened_at))
    return ended | {"phase": Phase.OVERRIDDEN}


def _resumed(dispute: Dispute, entry: Recorded, _event: e.StagesResumed) -> Changes:
    """The rung is entered anew: its alert is issued again, and its limit counts from then."""
    last = dispute.runs[-1]
    opened = Run(last.number + 1, last.rung, last.way, entry.happened_at, entry.seq)
    phase = Phase.FORMAL if dispute.formal_at else Phase.INFORMAL
    return {"runs": (*dispute.runs, opened), "phase": phase, "informal_until": None}


def _missed(dispute: Dispute, _entry: Recorded, event: e.DutyMissed) -> Changes:
    marked: Changes = {"missed": dispute.missed | {event.duty}}
    run = dispute.run
    if run is None or not event.duty.startswith(f"{run.number}:answer") or event.due_at is None:
        return marked
    return marked | _last(dispute, run._replace(unresolved_at=event.due_at, missed=True))


def _late_holiday(dispute: Dispute, entry: Recorded, event: e.BankHolidayAdded) -> Changes:
    if event.day is None:
        raise ValueError("a bank holiday without a date is never recorded")
    late = LateHoliday(event.day, event.name, entry.happened_at)
    return {"late_holidays": (*dispute.late_holidays, late)}


def _moved(_dispute: Dispute, _entry: Recorded, event: e.MovedToVersion) -> Changes:
    return {"protocol": event.to}


# The values are narrower than the keys' common base: each function takes the event of its key.
_CHANGES: dict[type, Callable[..., Changes]] = {
    e.ConcernRaised: _raised,
    e.ConversationRecorded: _kept,
    e.ActionsAgreed: _agreed,
    e.ActionReported: _action_reported,
    e.ActionChecked: _action_checked,
    e.CaseNoteWritten: _kept,
    e.InformalExtended: _extended,
    e.InformalEnded: _informal_ended,
    e.ObstacleRecorded: _kept,
    e.RestraintBroken: _kept,
    e.ChildHeard: _heard,
    e.FamilyHeard: _kept,
    e.ChildOutcomeAnswered: _outcome_answered,
    e.NotToldExplained: _explained,
    e.AdvocateRecorded: _kept,
    e.Overridden: _overridden,
    e.StagesResumed: _resumed,
    e.CourtNoted: _court,
    e.FormalBegun: _formal,
    e.AlertIssued: _alert,
    e.Answered: _answered,
    e.AnswerJudged: _judged,
    e.Escalated: _escalated,
    e.InformalMovedOn: _moved_on,
    e.DateNoted: _dated,
    e.AnswerDateAgreed: _answer_agreed,
    e.Informed: _kept,
    e.Consulted: _kept,
    e.Considered: _kept,
    e.StatementGiven: _kept,
    e.MeetingHeld: _met,
    e.Adjudicated: _adjudicated,
    e.HoldPlaced: _held,
    e.HoldReported: _hold_reported,
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
    e.BankHolidayAdded: _late_holiday,
    e.MovedToVersion: _moved,
}
