"""What a step's form begins with: what the dispute already says, so that nobody types it again."""

from collections.abc import Callable
from typing import Any

from concord.casework.queries.dispute import DisputeView
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.duties.voice import not_told
from concord.core.dispute.events import (
    ActionChecked,
    ActionReported,
    AdviceReceived,
    AdviceSought,
    AlertIssued,
    Considered,
    Consulted,
    ConversationRecorded,
    DisputeEvent,
    Escalated,
    HoldPlaced,
    Informed,
    MeetingHeld,
    NotToldExplained,
    ReferralConsidered,
    ReviewCalled,
)
from concord.core.dispute.ladder import current_stage, next_stage
from concord.core.protocol.vocabulary import NotStated

Values = dict[str, Any]
_OF_ACTIONS = ("action:", "check-action:")


def beginning(view: DisputeView, kind: type[DisputeEvent], duty: str) -> Values:
    """The values that a form begins with. `duty` is the key of the duty that it was opened from."""
    found = next((line.duty for line in view.owed if line.duty.key == duty), None)
    maker = _MAKERS.get(kind)
    return maker(view, found) if maker else {}


def _telling(_view: DisputeView, duty: Duty | None) -> Values:
    return {"whom": list(duty.whom), "about": duty.about} if duty else {}


def _considering(_view: DisputeView, duty: Duty | None) -> Values:
    return {"about": duty.about, "with_roles": list(duty.whom)} if duty else {}


def _referring(view: DisputeView, duty: Duty | None) -> Values:
    bodies = [each.to for each in view.matter.protocol.referrals]
    owed = (line.duty for line in view.owed if line.mine and line.duty.act == "consider referral")
    rule = duty or next((each for each in owed if each.whom), None)
    to = rule.about if rule and rule.about in bodies else next(iter(bodies), "")
    return {"to": to, "with_roles": list(rule.whom) if rule else []}


def _escalating(view: DisputeView, duty: Duty | None) -> Values:
    """Where it goes by the ladder, for whoever comes to it because that is owed."""
    protocol, here = view.matter.protocol, current_stage(view.matter.protocol, view.matter.dispute)
    above = next_stage(protocol, here) if here and duty else None
    return {"to": above.id} if above else {}


def _talking(view: DisputeView, duty: Duty | None) -> Values:
    """Who responds to a concern has talked with whoever raised it."""
    return {"with_roles": [view.matter.dispute.raiser]} if duty else {}


def _alerting(view: DisputeView, _duty: Duty | None) -> Values:
    before = [run.alert for run in view.matter.dispute.runs if run.alert]
    said = before[-1] if before else view.concern
    first = view.matter.protocol.stages[0].id
    return {"concern": said.concern, "outcome_sought": said.outcome_sought, "stage": first}


def _meeting(view: DisputeView, _duty: Duty | None) -> Values:
    stage = current_stage(view.matter.protocol, view.matter.dispute)
    meeting = stage.meeting if stage else None
    if meeting is None:
        return {}
    return {"chair": next(iter(meeting.chair), ""), "attended": list(meeting.attend)}


def _advice(view: DisputeView, duty: Duty | None) -> Values:
    rules = view.matter.protocol.advice
    if isinstance(rules, NotStated):
        return {}
    rule = next((each for each in rules if duty and each.kind == duty.about), rules[0])
    giver = "" if rule.given_by == "not stated" else rule.given_by
    return {"kind": rule.kind, "given_by": giver}


def _holding(view: DisputeView, _duty: Duty | None) -> Values:
    dated = [each.action for each in view.matter.dispute.agreed if each.action.on and not each.done]
    if not dated:
        return {}
    last = max(dated, key=lambda action: str(action.on))
    return {"until": last.on, "task": last.what, "owner": last.by}


def _about_action(_view: DisputeView, duty: Duty | None) -> Values:
    number = duty.key.rpartition(":")[2] if duty and duty.key.startswith(_OF_ACTIONS) else ""
    return {"action": number}


def _reviewing(_view: DisputeView, duty: Duty | None) -> Values:
    return {"kind": "reconvened"} if duty else {}


def _explaining(view: DisputeView, duty: Duty | None) -> Values:
    """What it was opened for, or the first thing that the child is not told without a reason."""
    if duty is not None:
        return {"untold": duty.key.partition(":")[2]}
    explained = {each.rule for each in view.matter.dispute.explained}
    untold = [*not_told(view.matter)]
    left = [rule for rule in untold if rule not in explained]
    return {"untold": next(iter(left or untold), "")}


_MAKERS: dict[type[DisputeEvent], Callable[[DisputeView, Duty | None], Values]] = {
    Informed: _telling,
    Consulted: _telling,
    Considered: _considering,
    ReferralConsidered: _referring,
    AlertIssued: _alerting,
    ConversationRecorded: _talking,
    Escalated: _escalating,
    MeetingHeld: _meeting,
    AdviceSought: _advice,
    AdviceReceived: _advice,
    HoldPlaced: _holding,
    ActionReported: _about_action,
    ActionChecked: _about_action,
    ReviewCalled: _reviewing,
    NotToldExplained: _explaining,
}
