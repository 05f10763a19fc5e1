"""Decisions about good practice, praise, what a child asks for, and grave events."""

from collections.abc import Collection

from concord.core.child.decide.case import ChildActSpec, ChildCase, Outcome
from concord.core.child.events import (
    ChildAnswered,
    ChildAsked,
    ComplimentPassedOn,
    GraveEventRecorded,
    GraveEventTold,
    PracticeRecognised,
)
from concord.core.child.matter import grave_events_of, recognition_of
from concord.core.dispute.decide.case import Refused
from concord.core.record.fields import changed


def _recognises(case: ChildCase) -> bool:
    return recognition_of(case.protocol) is not None


def _clause(case: ChildCase) -> str:
    rule = recognition_of(case.protocol)
    return rule.clause if rule else ""


def _recognisers(case: ChildCase) -> Collection[str]:
    rule = recognition_of(case.protocol)
    return case.matter.for_this_child(rule.by) if rule else ()


def _recognise(case: ChildCase, proposal: PracticeRecognised) -> Outcome:
    rule = recognition_of(case.protocol)
    known = rule.characteristics if rule else {}
    unknown = [each for each in proposal.characteristics if each not in known]
    if unknown:
        sentence = f'"{unknown[0]}" is not among the characteristics of this protocol'
        hint = f"Choose among: {', '.join(known)}"
        return Refused("unknown-characteristic", sentence, _clause(case), hint, "characteristics")
    return (changed(proposal, labels=tuple(known[each] for each in proposal.characteristics)),)


def _passes_on(case: ChildCase) -> bool:
    rule = recognition_of(case.protocol)
    return rule is not None and rule.compliments_clause is not None


def _compliments_clause(case: ChildCase) -> str:
    rule = recognition_of(case.protocol)
    return (rule.compliments_clause or rule.clause) if rule else ""


def _pass_on(case: ChildCase, proposal: ComplimentPassedOn) -> Outcome:
    rule = recognition_of(case.protocol)
    stated = rule is not None and rule.compliments_to != "not stated"
    return (changed(proposal, to=rule.compliments_to if rule and stated else ""),)


def _inside(case: ChildCase) -> Collection[str]:
    return case.matter.inside


def _nothing_said(_case: ChildCase) -> str:
    return ""


def _ask(_case: ChildCase, proposal: ChildAsked) -> Outcome:
    return (proposal,)


def _officers(case: ChildCase) -> Collection[str]:
    return case.matter.for_this_child(case.protocol.raisers)


def _some_asked(case: ChildCase, _proposal: object) -> Refused | None:
    if any(each.answered_at is None for each in case.record.requests):
        return None
    hint = "Record what the child asks for first"
    return Refused("nothing-asked", "No request of the child is open", "", hint)


def _answer(case: ChildCase, proposal: ChildAnswered) -> Outcome:
    open_ones = {each.number for each in case.record.requests if each.answered_at is None}
    if proposal.request in open_ones:
        return (proposal,)
    sentence = f"Request {proposal.request} of the child is not open"
    return Refused("no-such-request", sentence, "", "Choose one that is", "request")


def _grave_stated(case: ChildCase) -> bool:
    return grave_events_of(case.protocol) is not None


def _grave_clause(case: ChildCase) -> str:
    rule = grave_events_of(case.protocol)
    return rule.clause if rule else ""


def _record_grave(case: ChildCase, proposal: GraveEventRecorded) -> Outcome:
    rule = grave_events_of(case.protocol)
    kinds = rule.kinds if rule else {}
    if proposal.kind not in kinds:
        sentence = f'"{proposal.kind}" is not among the events that override the stages'
        hint = f"Choose among: {', '.join(kinds)}"
        return Refused("unknown-grave-event", sentence, _grave_clause(case), hint, "kind")
    told = rule.told if rule else ()
    clause = rule.clause if rule else ""
    return (changed(proposal, label=kinds[proposal.kind], told=told, clause=clause),)


def _some_grave(case: ChildCase, _proposal: object) -> Refused | None:
    if case.record.grave_events:
        return None
    hint = "Record it first"
    return Refused("nothing-grave", "No grave event is recorded", _grave_clause(case), hint)


def _tell_outside(case: ChildCase, proposal: GraveEventTold) -> Outcome:
    if any(each.number == proposal.event for each in case.record.grave_events):
        return (proposal,)
    sentence = f"There is no grave event {proposal.event}"
    return Refused(
        "no-such-event", sentence, _grave_clause(case), "Choose one that is recorded", "event"
    )


SPECS = (
    ChildActSpec(PracticeRecognised, _recognisers, _clause, _recognise, known=_recognises),
    ChildActSpec(ComplimentPassedOn, _inside, _compliments_clause, _pass_on, known=_passes_on),
    ChildActSpec(ChildAsked, _inside, _nothing_said, _ask),
    ChildActSpec(ChildAnswered, _officers, _nothing_said, _answer, _some_asked),
    ChildActSpec(GraveEventRecorded, _inside, _grave_clause, _record_grave, known=_grave_stated),
    ChildActSpec(
        *(GraveEventTold, _inside, _grave_clause, _tell_outside, _some_grave), known=_grave_stated
    ),
)
