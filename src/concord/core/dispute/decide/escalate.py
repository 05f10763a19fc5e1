"""Up the ladder, by the next rung or past rungs, and holding still on one."""

from collections.abc import Collection

from concord.core.dispute.decide.answer import on_hold
from concord.core.dispute.decide.before import first_unmet
from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.entry import way_into
from concord.core.dispute.decide.informal import carriers
from concord.core.dispute.decide.sooner import too_late_or_unasked
from concord.core.dispute.decide.spec import FORMAL, ActSpec, anyone_with_a_part
from concord.core.dispute.events import (
    AlertIssued,
    Escalated,
    HoldChecked,
    HoldLifted,
    HoldPlaced,
    HoldReported,
)
from concord.core.dispute.ladder import (
    answer_rule,
    answered_at,
    holding_rule,
    judging_rule,
    next_stage,
    stage_of,
)
from concord.core.dispute.state import Run
from concord.core.dispute.words import day
from concord.core.protocol.definition import Stage, WayIn
from concord.core.protocol.vocabulary import Act, NotStated, StageKind
from concord.core.record.fields import changed


def escalation_clause(case: Case) -> str:
    """The clause about what follows when a stage does not resolve the matter."""
    rule, answer = judging_rule(case.stage), answer_rule(case.stage)
    if case.run.missed and answer and answer.if_none_clause:
        return answer.if_none_clause
    return rule.clause if rule else case.stage.clause


def _ready(case: Case, proposal: Escalated) -> Refused | None:
    held = on_hold(case)
    if held:
        return held
    target = _target(case, proposal)
    if isinstance(target, Refused):
        return target
    if not _by_ladder(case, target):
        return _may_pass(case, target, proposal)
    return first_unmet(case, Act.ESCALATE)


def _by_ladder(case: Case, target: Stage) -> bool:
    """Whether the ladder itself leads to a stage now: the next one, once this one has not resolved
    it, or, where no answer is asked for, once its report is made.
    """
    if target != next_stage(case.protocol, case.stage):
        return False
    reported = answer_rule(case.stage) is None and case.run.alert_at is not None
    return reported or case.run.unresolved_at is not None


def _target(case: Case, proposal: Escalated) -> Stage | Refused:
    above = next_stage(case.protocol, case.stage)
    if above is None:
        return Refused(
            "last-stage",
            f"{case.stage.label} is the last stage of this protocol",
            case.stage.clause,
            "Consider a referral, resolve or withdraw",
        )
    if not proposal.to:
        return above
    stages = case.protocol.stages
    higher = stages[stages.index(case.stage) + 1 :]
    wanted = stage_of(case.protocol, proposal.to)
    if wanted in higher and wanted is not None:
        return wanted
    names = ", ".join(each.id for each in higher)
    sentence = f'"{proposal.to}" is not a stage above {case.stage.label}'
    return Refused("not-a-higher-stage", sentence, case.stage.clause, f"Name one of: {names}")


def _may_pass(case: Case, target: Stage, proposal: Escalated) -> Refused | None:
    way = way_into(case, target, when="while it runs")
    if way is None:
        return _no_way_past(case, target)
    waits = first_unmet(case, Act.BYPASS)
    return waits and (_too_soon(case, target, way, proposal) or waits)


def _no_way_past(case: Case, target: Stage) -> Refused:
    if target != next_stage(case.protocol, case.stage):
        return Refused(
            "bypass-not-allowed",
            f"This protocol has no way from {case.stage.label} past other stages to {target.label}",
            target.only_after_clause or target.clause,
            "Escalate stage by stage",
        )
    return _still_running(case)


def _too_soon(case: Case, target: Stage, way: WayIn | None, proposal: Escalated) -> Refused | None:
    """The refusal of the next stage while this one runs, when no reason is given for the way that
    there is: that it runs says more than what the exception would need.
    """
    if way is None or proposal.reason or not _needs_reason(way):
        return None
    if target != next_stage(case.protocol, case.stage):
        return None
    condition = f" when {way.only_if}" if way.only_if else ""
    return _still_running(case, f", or write down why it cannot wait{condition}")


def _still_running(case: Case, otherwise: str = "") -> Refused:
    if case.stage.kind is StageKind.HAND_OVER:
        waiting = f"until it is referred to {case.words.body(case.stage.refers_to or '')}"
    elif case.run.alert_at is None:
        waiting = f"until the {case.words.alert} is issued and answered"
    elif answered_at(case.stage, case.run):
        waiting = f"until the {case.words.answer} is judged not satisfactory"
    else:
        waiting = f"until the {case.words.answer} is judged, or its time has passed without one"
    return Refused(
        "not-yet-unresolved",
        f"{case.stage.label} is still running",
        escalation_clause(case),
        f"Wait {waiting}{otherwise}",
    )


def _settle(case: Case, proposal: Escalated) -> Outcome:
    target = _target(case, proposal)
    if isinstance(target, Refused):
        return target
    way = None if _by_ladder(case, target) else way_into(case, target, when="while it runs")
    wrong = (
        _too_soon(case, target, way, proposal)
        or _rationale(case, proposal)
        or _reserved(target, proposal)
        or _bypass_reason(way, proposal)
        or too_late_or_unasked(case, target, proposal.answer_by)
    )
    if wrong:
        return wrong
    moved = changed(
        proposal, to=target.id, left=case.stage.id, way=way.id if way else "ladder", by_rule=False
    )
    if case.capacity not in target.raised_by or target.kind is StageKind.HAND_OVER:
        return (moved,)
    return (moved, carried_up(case.run, target, moved))


def _rationale(case: Case, proposal: Escalated) -> Refused | None:
    rule = case.protocol.escalating
    if isinstance(rule, NotStated) or not rule.rationale_needed or proposal.rationale:
        return None
    sentence = "Escalating needs its rationale on the record"
    hint = "Write down why it escalates"
    return Refused("rationale-needed", sentence, rule.clause, hint, "rationale")


def _reserved(target: Stage, proposal: Escalated) -> Refused | None:
    if target.reserved_for is None or proposal.reason:
        return None
    return Refused(
        "reserved-stage",
        f"{target.label} is for {target.reserved_for}",
        target.reserved_clause or target.clause,
        "Write down how this matter is one of those",
        "reason",
    )


_REASON_NEEDED = "Passing over stages needs a reason"


def _bypass_reason(way: WayIn | None, proposal: Escalated) -> Refused | None:
    if way is None or proposal.reason or not _needs_reason(way):
        return None
    only = f"Stages are only passed over when {way.only_if}" if way.only_if else ""
    sentence = f"{only}, and the reason is written down" if only else _REASON_NEEDED
    return Refused("reason-needed", sentence, way.clause, "Write the reason down", "reason")


def _needs_reason(way: WayIn) -> bool:
    return way.reason_needed or way.only_if is not None


def carried_up(run: Run, target: Stage, moved: Escalated) -> AlertIssued:
    """The alert of the next stage: the same concern, the outcome as it is sought now."""
    before = run.alert or AlertIssued()
    return AlertIssued(
        stage=target.id,
        reason=moved.rationale or moved.reason,
        concern=before.concern,
        outcome_sought=moved.outcome_sought or before.outcome_sought,
        actions=before.actions,
        answer_by=moved.answer_by,
        carried_up=True,
    )


def holders(case: Case) -> Collection[str]:
    """Who may place and lift a hold; where the protocol has none, everybody hears just that."""
    rule = holding_rule(case.protocol)
    return rule.by if rule else anyone_with_a_part(case)


def checkers(case: Case) -> Collection[str]:
    """Who checks the task when a hold ends."""
    rule = holding_rule(case.protocol)
    return rule.checked_by if rule else carriers(case)


def task_owner(case: Case) -> Collection[str]:
    """Who does the task of the hold that stands; anybody who may be asked to while none does."""
    pause = case.matter.dispute.pause
    return (pause.owner,) if pause else anyone_with_a_part(case)


def holding_clause(case: Case) -> str:
    """The clause about holds; about the stage where the protocol has none."""
    rule = holding_rule(case.protocol)
    return rule.clause if rule else case.stage.clause


def _no_hold(case: Case) -> Refused:
    return Refused(
        "no-hold",
        "This protocol says nothing about putting a dispute on hold",
        case.stage.clause,
        "Agree actions with dates, or resolve and raise it again if they are not done",
    )


def _may_hold(case: Case, _proposal: HoldPlaced) -> Refused | None:
    rule = holding_rule(case.protocol)
    if rule is None:
        return _no_hold(case)
    if case.stage.id not in rule.at:
        sentence = f"There is no hold at {case.stage.label}"
        return Refused("no-hold-here", sentence, rule.clause, "Judge, escalate or resolve")
    return on_hold(case)


def _hold(case: Case, proposal: HoldPlaced) -> Outcome:
    if proposal.until is not None and proposal.until <= case.today:
        sentence = f"{day(proposal.until)} is not ahead"
        return Refused(
            "day-has-passed", sentence, holding_clause(case), "Give a later day", "until"
        )
    return (changed(proposal, stage=case.stage.id),)


def _held(case: Case, _proposal: object) -> Refused | None:
    if case.matter.dispute.pause is not None:
        return None
    if holding_rule(case.protocol) is None:
        return _no_hold(case)
    return Refused(
        "not-on-hold",
        f"The {case.words.alert} is not on hold",
        holding_clause(case),
        "Put it on hold until an agreed day first",
    )


def _unreported(case: Case, proposal: HoldReported) -> Refused | None:
    pause = case.matter.dispute.pause
    if pause is None or pause.reported_at is None:
        return _held(case, proposal)
    return Refused(
        "already-done",
        "The task of the hold is already reported as done",
        holding_clause(case),
        "Correct your entry by a further one, or record a conversation",
    )


def _check(case: Case, proposal: HoldChecked) -> Outcome:
    pause = case.matter.dispute.pause
    if pause and proposal.done == "no" and case.today < pause.until:
        return Refused(
            "hold-still-runs",
            f"The agreed day, {day(pause.until)}, is still ahead",
            holding_clause(case),
            "Lift the hold with a reason if it cannot wait",
            "done",
        )
    return (proposal,)


SPECS = (
    ActSpec(Escalated, FORMAL, carriers, escalation_clause, _ready, _settle),
    ActSpec(HoldPlaced, FORMAL, holders, holding_clause, _may_hold, _hold),
    ActSpec(HoldReported, FORMAL, task_owner, holding_clause, _unreported),
    ActSpec(HoldChecked, FORMAL, checkers, holding_clause, _held, _check),
    ActSpec(HoldLifted, FORMAL, holders, holding_clause, _held),
)
