"""Into the formal process: at which stage, by which way in, with which reason, after what."""

from collections.abc import Collection

from concord.core.dispute.begin import attempt_needed, reason_needed
from concord.core.dispute.decide.before import first_unmet
from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.sooner import too_late_or_unasked
from concord.core.dispute.decide.spec import OPEN, ActSpec
from concord.core.dispute.events import AlertIssued, ConversationRecorded, FormalBegun
from concord.core.dispute.ladder import exhausted, is_formal, stage_of, ways_in
from concord.core.dispute.words import joined
from concord.core.protocol.definition import Informal, Stage, WayIn
from concord.core.protocol.ladders import ladder_of, whole_of
from concord.core.protocol.vocabulary import Act, StageKind
from concord.core.record.envelope import Recorded
from concord.core.record.fields import changed


def issuers(case: Case) -> Collection[str]:
    """Who may issue the alert: who raises at the stage, or who may begin at some stage."""
    if is_formal(case.matter.dispute):
        return case.stage.raised_by
    roles = [role for way in ways_in(case.protocol) for role in way.by]
    return dict.fromkeys((*case.protocol.stages[0].raised_by, *roles))


def entry_clause(case: Case) -> str:
    """The clause about the stage that the alert belongs to."""
    return case.stage.clause if is_formal(case.matter.dispute) else case.protocol.stages[0].clause


def way_into(case: Case, stage: Stage, *, when: str) -> WayIn | None:
    """The way into a stage that this person has: at the start, or while it runs.

    None into a stage that is only reached after another, as long as that one is not exhausted.
    """
    if stage.only_after and not exhausted(case.matter.dispute, stage.only_after):
        return None
    for way in ways_in(case.protocol):
        if stage.id in way.into and case.capacity in way.by and when in way.when:
            return way
    return None


def _ready(case: Case, proposal: AlertIssued) -> Refused | None:
    if is_formal(case.matter.dispute):
        return _already_issued(case)
    stage = _wanted_stage(case, proposal)
    if isinstance(stage, Refused):
        return stage
    return _entry(case, stage)


def _already_issued(case: Case) -> Refused | None:
    if case.stage.kind is StageKind.HAND_OVER:
        body = case.words.body(case.stage.refers_to or "")
        sentence = f"{case.stage.label} has no {case.words.alert}: it hands over to {body}"
        return Refused("hand-over", sentence, case.stage.clause, f"Refer it to {body}")
    if case.run.alert_at is None:
        return None
    return Refused(
        "alert-already-issued",
        f"The {case.words.alert} of {case.stage.label} is already issued",
        case.stage.clause,
        "Record a conversation, judge the answer or escalate",
    )


def _wanted_stage(case: Case, proposal: AlertIssued) -> Stage | Refused:
    if not proposal.stage:
        return case.protocol.stages[0]
    stage = stage_of(case.protocol, proposal.stage)
    if stage:
        return stage
    names = ", ".join(each.id for each in case.protocol.stages)
    other, ladder = stage_of(whole_of(case.protocol), proposal.stage), ladder_of(case.protocol)
    if other and ladder:
        sentence = f"{other.label} is not on this ladder: {ladder.label}"
        return Refused("other-ladder", sentence, ladder.clause, f"Name one of: {names}")
    sentence = f'There is no stage "{proposal.stage}"'
    return Refused("unknown-stage", sentence, entry_clause(case), f"Name one of: {names}")


def _entry(case: Case, stage: Stage) -> Refused | None:
    way = way_into(case, stage, when="at the start")
    first = case.protocol.stages[0]
    if way is None and (stage is not first or case.capacity not in first.raised_by):
        return _no_way(case, stage)
    bypasses = stage is not first
    return (
        _attempt_first(case, way)
        or first_unmet(case, Act.GO_FORMAL)
        or (first_unmet(case, Act.BYPASS) if bypasses else None)
    )


def _no_way(case: Case, stage: Stage) -> Refused:
    """Why a stage cannot be entered at the start, and which can."""
    open_ways = [
        each
        for each in case.protocol.stages
        if way_into(case, each, when="at the start") or each is case.protocol.stages[0]
    ]
    names = joined([each.label for each in open_ways], last="or")
    return Refused(
        "entry-not-allowed",
        f"{case.words.who(case.capacity)} cannot begin at {stage.label}",
        stage.only_after_clause or stage.clause,
        f"Begin at {names}",
        "stage",
    )


def _attempt_first(case: Case, way: WayIn | None) -> Refused | None:
    tier = next((each for each in case.protocol.informal if _is_missing(case, each, way)), None)
    if tier is None:
        return None
    whom = case.words.roles(tier.talk_with, last="or")
    return Refused(
        "informal-first",
        f"No informal attempt with {whom} is on the record",
        tier.clause,
        f"Record the conversation in which you tried to resolve it informally{_ways(tier)}",
    )


def _is_missing(case: Case, tier: Informal, way: WayIn | None) -> bool:
    """Whether the attempt that a tier asks for is not on the record."""
    dispute = case.matter.dispute
    instead = {*tier.substitute} & {*dispute.raised_with}
    tried = (_is_attempt(tier, each, dispute.raiser, instead) for each in dispute.entries)
    return attempt_needed(tier, way) and not any(tried)


def _is_attempt(tier: Informal, entry: Recorded, raiser: str, instead: set[str]) -> bool:
    """Whether an entry is a talk with those with whom it is tried, or with whom it was raised in
    their place; whichever side recorded it.
    """
    event = entry.event
    if not isinstance(event, ConversationRecorded):
        return False
    partners = {*tier.talk_with, *instead}
    theirs = entry.capacity in partners and raiser in event.with_roles
    if not theirs and not set(event.with_roles) & partners:
        return False
    if not tier.talk_how or event.how == tier.talk_how[0]:
        return True
    return event.how in tier.talk_how and bool(event.why_this_way)


def _ways(tier: Informal) -> str:
    if not tier.talk_how:
        return ""
    first, *others = tier.talk_how
    return f", {first}" + (f", or by {joined(others, last='or')} and why" if others else "")


def _settle(case: Case, proposal: AlertIssued) -> Outcome:
    if is_formal(case.matter.dispute):
        issued = changed(proposal, stage=case.stage.id)
        return too_late_or_unasked(case, case.stage, proposal.answer_by) or (issued,)
    stage = _wanted_stage(case, proposal)
    if isinstance(stage, Refused):
        return stage
    way = way_into(case, stage, when="at the start")
    wrong = _reason(way, proposal) or too_late_or_unasked(case, stage, proposal.answer_by)
    if wrong:
        return wrong
    begun = FormalBegun(stage.id, way.id if way else "ladder", proposal.reason)
    if case.capacity not in stage.raised_by or stage.kind is StageKind.HAND_OVER:
        return (begun,)
    return (begun, changed(proposal, stage=stage.id))


def _reason(way: WayIn | None, proposal: AlertIssued) -> Refused | None:
    if way is None or proposal.reason or not reason_needed(way):
        return None
    only = f"It only begins at this stage when {way.only_if}" if way.only_if else ""
    return Refused(
        "reason-needed",
        f"{only}, and the reason is written down" if only else "Beginning here needs a reason",
        way.clause,
        "Write the reason down",
        "reason",
    )


SPECS = (ActSpec(AlertIssued, OPEN, issuers, entry_clause, _ready, _settle),)
