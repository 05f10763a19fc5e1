"""Steps of an example on the ladder: alert, answer, judgement, escalation, hold."""

from dataclasses import replace
from datetime import date

from concord.casework.examples import phrases
from concord.casework.examples.between import before
from concord.casework.examples.informal_steps import carriers
from concord.casework.examples.walk import StoppedShort, Walk, take, try_to
from concord.core.clock.london import local_date
from concord.core.dispute import events as e
from concord.core.dispute.decide.entry import issuers
from concord.core.dispute.ladder import (
    answer_rule,
    answered_at,
    current_stage,
    holding_rule,
    judges,
    judging_rule,
    next_stage,
)
from concord.core.protocol.definition import Stage
from concord.core.protocol.vocabulary import Act, NotStated, SharesTotal, StageKind

DAYS_TO_ANSWER = 5
_MEETS_ANYWAY = 0.15


def here(walk: Walk) -> Stage:
    """The stage on which the dispute stands."""
    stage = current_stage(walk.matter.protocol, walk.matter.dispute)
    if stage is None:
        raise StoppedShort("it is not on a stage")
    return stage


def go_formal(walk: Walk, *, stage: Stage) -> None:
    """Begin the formal process at a stage, with a reason where it is not the first."""
    first = stage is walk.matter.protocol.stages[0]
    before(walk, Act.GO_FORMAL)
    if not first:
        before(walk, Act.BYPASS)
    concern, outcome = walk.one_of(phrases.REMAINS), walk.one_of((walk.theme.outcome,))
    reason = "" if first else walk.one_of(phrases.WELFARE)
    alert = e.AlertIssued(stage=stage.id, reason=reason, concern=concern, outcome_sought=outcome)
    sooner = replace(alert, answer_by=_answer_by(walk, stage))
    if try_to(walk, issuers(walk.case), sooner) is not None:
        take(walk, issuers(walk.case), alert)
    _issue(walk, concern, outcome)


def _issue(walk: Walk, concern: str, outcome: str) -> None:
    """Issue the alert where somebody else than the one who moved it raises at the stage."""
    run = walk.matter.dispute.run
    if run is not None and run.alert is None and here(walk).kind is not StageKind.HAND_OVER:
        alert = e.AlertIssued(concern=concern, outcome_sought=outcome)
        take(walk, here(walk).raised_by, alert)


def _answer_by(walk: Walk, stage: Stage) -> date | None:
    """A day for the answer where the stage has none of its own and the raiser may set one."""
    rule = answer_rule(stage)
    if rule is None or not rule.sooner or rule.within is not SharesTotal.SHARES_TOTAL:
        return None
    return walk.matter.calendar.add(local_date(walk.at), DAYS_TO_ANSWER)


def answer(walk: Walk, *, good: bool) -> None:
    """Answer as the stage asks for: meet first, adjudicate, or answer in writing, all who must."""
    stage, rule = here(walk), answer_rule(here(walk))
    either = stage.meeting is not None and stage.meeting.needed == "or adjudication"
    adjudicated = stage.kind is StageKind.ADJUDICATION or (
        either and stage.adjudication is not None and walk.chance.random() < 0.5
    )
    if adjudicated:
        _adjudicate(walk, good=good)
        return
    _meet(walk, stage)
    if rule is None:
        return
    roles = [(role,) for role in rule.by] if rule.all_of_them else [rule.by]
    for who in roles:
        take(walk, who, _answer(walk, stage, by=who[0], good=good))


def _adjudicate(walk: Walk, *, good: bool) -> None:
    stage = here(walk)
    reasons = walk.one_of(phrases.UPHELD if good else phrases.NOT_UPHELD)
    by = stage.adjudication.by if stage.adjudication else ()
    take(walk, by, e.Adjudicated(upheld="yes" if good else "no", reasons=reasons))


def _meet(walk: Walk, stage: Stage) -> None:
    meeting, run = stage.meeting, walk.matter.dispute.run
    if meeting is None or (run is not None and run.meetings):
        return
    if meeting.needed == "if necessary" and walk.chance.random() > _MEETS_ANYWAY:
        return
    before(walk, Act.MEET)
    chair = (*meeting.chair, *meeting.attend, *stage.addressed_to)[0]
    raiser = stage.raised_by[:1] if meeting.raiser_attends == "yes" else ()
    held = e.MeetingHeld(
        chair=chair,
        attended=tuple(dict.fromkeys((chair, *meeting.attend, *raiser))),
        minutes=walk.one_of(phrases.MINUTES),
        minuted_by="A minute taker from another service",
        independent="yes",
        on=local_date(walk.at),
    )
    take(walk, (chair, *meeting.attend, *stage.raised_by), held)


def _answer(walk: Walk, stage: Stage, *, by: str, good: bool) -> e.Answered:
    rule = answer_rule(stage)
    kinds = [] if rule is None or isinstance(rule.kinds, NotStated) else list(rule.kinds)
    kind = "" if not kinds else kinds[0] if good else walk.chance.choice(kinds[1:] or kinds)
    on = walk.matter.calendar.add(local_date(walk.at), DAYS_TO_ANSWER)
    actions = (e.Action(walk.theme.action, by, on),) if good else ()
    text = walk.one_of((walk.theme.good if good else walk.theme.weak,))
    return e.Answered(kind=kind, text=text, actions=actions)


def judge(walk: Walk, *, satisfied: bool) -> None:
    """Judge the answer, all who must."""
    stage, run = here(walk), walk.matter.dispute.run
    if run is None or answered_at(stage, run) is None:
        return
    rule = judging_rule(stage)
    reasons = phrases.SATISFIED if satisfied else phrases.NOT_SATISFIED
    verdict = e.AnswerJudged(
        satisfied="yes" if satisfied else "no",
        reasons=walk.one_of(reasons),
        impact=walk.one_of((walk.theme.impact,) if satisfied else phrases.NO_IMPACT),
        outcome=walk.one_of(phrases.OUTCOME if satisfied else phrases.NO_OUTCOME),
    )
    everyone = [(role,) for role in judges(stage)]
    for who in everyone if rule and rule.all_of_them else [judges(stage)]:
        take(walk, who, verdict)


def escalate(walk: Walk) -> None:
    """Go to the next stage, with everything that the protocol asks for before it."""
    above = next_stage(walk.matter.protocol, here(walk))
    if above is None:
        return
    before(walk, Act.ESCALATE)
    rationale = walk.one_of(phrases.RATIONALE)
    reason = walk.one_of(phrases.WELFARE) if above.reserved_for else ""
    moved = e.Escalated(rationale=rationale, reason=reason)
    sooner = replace(moved, answer_by=_answer_by(walk, above))
    if try_to(walk, carriers(walk), sooner) is not None:
        take(walk, carriers(walk), moved)
    _issue(walk, walk.one_of(phrases.REMAINS), walk.one_of((walk.theme.outcome,)))


def give_up_waiting(walk: Walk, *, stage: Stage) -> None:
    """Leave a stage after its time without an answer, unless the protocol has done so already.

    Where no answer can be missed there, a late one comes that does not help.
    """
    run = walk.matter.dispute.run
    if run is None or run.rung != stage.id:
        return
    if run.unresolved_at is None:
        answer(walk, good=False)
        judge(walk, satisfied=False)
    escalate(walk)


def hold(walk: Walk, *, days: int) -> None:
    """Wait until an agreed day for a task of the one who answers."""
    rule, asked = holding_rule(walk.matter.protocol), answer_rule(here(walk))
    owner = asked.by[0] if asked else here(walk).addressed_to[0]
    until = walk.matter.calendar.add(local_date(walk.at), days)
    placed = e.HoldPlaced(until=until, task=walk.one_of(phrases.HOLD_TASK), owner=owner)
    take(walk, rule.by if rule else (), placed)


def report_hold(walk: Walk) -> None:
    """Say that the task of the hold is done."""
    pause = walk.matter.dispute.pause
    take(walk, (pause.owner,) if pause else (), e.HoldReported())


def check_hold(walk: Walk) -> None:
    """See that the task of the hold was done."""
    rule = holding_rule(walk.matter.protocol)
    checked = e.HoldChecked(done="yes", text=walk.one_of(phrases.HOLD_DONE))
    take(walk, rule.checked_by if rule else (), checked)
