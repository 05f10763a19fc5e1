"""May this person take this step now, and what follows from it?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from concord.core.dispute.decide import (
    answer,
    around,
    ending,
    entry,
    escalate,
    informal,
    override,
    raising,
    referral,
    restraint,
    voice,
)
from concord.core.dispute.decide.case import Case, Decided, Refused
from concord.core.dispute.decide.given import stop_at_gaps
from concord.core.dispute.decide.happened import stop_at_wrong_days
from concord.core.dispute.decide.informal import closing_clause
from concord.core.dispute.decide.spec import ActSpec
from concord.core.dispute.duties.voice import told_to_the_child
from concord.core.dispute.events import (
    AdviceReceived,
    AdviceSought,
    ChildOutcomeAnswered,
    ConcernRaised,
    DisputeEvent,
    HoldChecked,
    HoldLifted,
    HoldReported,
    NotToldExplained,
    ReferralConfirmed,
    ReferralConsidered,
    ReferralOutcomeRecorded,
    Referred,
    RestraintBroken,
    StagesResumed,
)
from concord.core.dispute.ladder import not_for_this_child, without_part
from concord.core.dispute.state import Phase
from concord.core.protocol.ladders import is_about_another, raisers_about
from concord.core.protocol.vocabulary import NotStated, Verb

_SPECS: dict[type, ActSpec] = {
    spec.kind: spec
    for part in (
        *(raising, informal, entry, answer, escalate, around, restraint, voice, override),
        *(referral, ending),
    )
    for spec in part.SPECS
}
ACTS: dict[str, type[DisputeEvent]] = {spec.kind.VERB: spec.kind for spec in _SPECS.values()}

__all__ = ["ACTS", "Case", "Decided", "Option", "Refused", "decide", "options"]


def decide(case: Case, proposal: DisputeEvent) -> Decided | Refused:
    """Decide on a step. In: the case (protocol, dispute, calendar, who, when) and the event that
    the person proposes. Out: the events to record with the person's capacity, or the refusal
    with the clause that forbids it and what would allow it.

    Raises WrongData, one finding for a place, when something needed is empty, when somebody is
    named whom the protocol does not know, or when a day cannot be.
    """
    outcome = _decide(case, proposal)
    return _in_own_words(case, outcome) if isinstance(outcome, Refused) else outcome


def _in_own_words(case: Case, refused: Refused) -> Refused:
    sentence, allowed_by = map(case.words.own, (refused.sentence, refused.allowed_by))
    return replace(refused, sentence=sentence, allowed_by=allowed_by)


def _decide(case: Case, proposal: DisputeEvent) -> Decided | Refused:
    spec = _SPECS[type(proposal)]
    acting = _as_part(case, spec, proposal)
    if isinstance(acting, Refused):
        return acting
    refused = spec.ready(acting, proposal)
    if refused:
        return refused
    stop_at_gaps(proposal, case.protocol)
    stop_at_wrong_days(acting, proposal)
    outcome = spec.settle(acting, proposal)
    return outcome if isinstance(outcome, Refused) else Decided(acting.capacity, outcome)


@dataclass(frozen=True, slots=True)
class Option:
    """A step on the page: its verb and label, and why it is not possible if it is not."""

    verb: str
    label: str
    refused: Refused | None


def options(case: Case) -> Iterator[Option]:
    """Every step that this protocol has for the dispute now, possible for this person or not."""
    for spec in _SPECS.values():
        if case.matter.dispute.phase not in spec.phases or _has_no_such_thing(case, spec):
            continue
        acting = _as_part(case, spec)
        refused = acting if isinstance(acting, Refused) else spec.ready(acting, spec.kind())
        told = _in_own_words(case, refused) if refused else None
        yield Option(spec.kind.VERB, case.words.own(spec.kind.LABEL), told)


def _has_no_such_thing(case: Case, spec: ActSpec) -> bool:
    """Whether a step is about something that the protocol does not have: that it says nothing
    about holds is said once, at the step that would begin one.
    """
    if spec.kind is RestraintBroken:
        return all(rule.verb is not Verb.REFRAIN for rule in case.protocol.duties)
    if spec.kind is ChildOutcomeAnswered:
        return not case.matter.dispute.outcomes
    if spec.kind is NotToldExplained:
        return not told_to_the_child(case.protocol)
    if spec.kind is StagesResumed:
        return isinstance(case.protocol.grave_events, NotStated)
    if is_about_another(case.protocol):
        gone = _ABOUT_THE_SERVICE if case.protocol.referrals else (*_ABOUT_THE_SERVICE, *_REFERRING)
        if spec.kind in gone:
            return True
    return spec.kind in _DURING_A_HOLD and isinstance(case.protocol.holding, NotStated)


_DURING_A_HOLD = (HoldReported, HoldChecked, HoldLifted)
_ABOUT_THE_SERVICE = (AdviceSought, AdviceReceived, ReferralConsidered)
_REFERRING = (Referred, ReferralConfirmed, ReferralOutcomeRecorded)


def _as_part(case: Case, spec: ActSpec, proposal: DisputeEvent | None = None) -> Case | Refused:
    if case.matter.dispute.phase not in spec.phases:
        return _wrong_phase(case, spec)
    roles = _for_this_child(case, spec.doers(case), proposal)
    for role in roles:
        if role in case.actor.roles:
            return case._replace(capacity=role)
    who = case.words.roles(dict.fromkeys(roles), last="or")
    sentence = f"This step is for {who}" if who else "This stage of the protocol has no such step"
    hint = f"Ask {who}" if who else "Take one of the steps that it has"
    return Refused("not-your-part", sentence, spec.clause(case), hint)


def _for_this_child(
    case: Case, roles: Collection[str], proposal: DisputeEvent | None
) -> Collection[str]:
    """Those whose post is there for this child, as far as it is known which child it is; of a
    concern, those who may raise one about what it is about.
    """
    if isinstance(proposal, ConcernRaised):
        others = not_for_this_child(case.protocol, proposal.child_status)
        roles = raisers_about(case.protocol, proposal.about) or roles
    elif case.matter.dispute.phase is Phase.NEW:
        return roles
    else:
        others = without_part(case.protocol, case.matter.dispute)
    return [role for role in roles if role not in others] if others else roles


def _wrong_phase(case: Case, spec: ActSpec) -> Refused:
    phase = case.matter.dispute.phase
    clause = closing_clause(case)
    if phase in (Phase.RESOLVED, Phase.WITHDRAWN):
        sentence = f"The {case.protocol.labels.dispute} is {phase.value}"
        return Refused("already-closed", sentence, clause, "Raise a new concern")
    if phase is Phase.OVERRIDDEN:
        return Refused(
            "overridden",
            "A grave event overrides the stages",
            override.override_clause(case),
            "Go on with the stages first, or record how it ends",
        )
    if Phase.OVERRIDDEN in spec.phases and len(spec.phases) == 1:
        sentence, hint = "No grave event overrides the stages", "Go on at its stage"
        return Refused("not-overridden", sentence, override.override_clause(case), hint)
    if phase is Phase.NEW:
        return Refused(
            "nothing-raised", "No concern has been raised yet", clause, "Raise a concern"
        )
    if Phase.NEW in spec.phases:
        return Refused("already-raised", "The concern is already raised", clause, "Go on with it")
    if phase is Phase.INFORMAL:
        sentence = "The formal process has not begun"
        return Refused(
            "not-formal", sentence, case.protocol.stages[0].clause, "Issue the alert first"
        )
    sentence = "The formal process has begun"
    return Refused("already-formal", sentence, case.protocol.stages[0].clause, "Go on at its stage")
