"""Decisions about the decisions of a review: carried out, checked, or refused with reasons."""

from collections.abc import Collection

from concord.core.child.decide.case import (
    ChildActSpec,
    ChildCase,
    Outcome,
    chairs,
    review_clause,
)
from concord.core.child.events import (
    DecisionChecked,
    DecisionRefused,
    DecisionReported,
    RefusalTold,
)
from concord.core.child.matter import reviews_of
from concord.core.child.state import Decision
from concord.core.dispute.decide.case import Refused
from concord.core.protocol.around import NotCarriedOut
from concord.core.record.fields import changed


def _refusing(case: ChildCase) -> NotCarriedOut | None:
    rule = reviews_of(case.protocol)
    return rule.not_carried_out if rule else None


def refusing_clause(case: ChildCase) -> str:
    """The clause about a decision that is not to be carried out, or that of reviews."""
    rule = _refusing(case)
    return rule.clause if rule else review_clause(case)


def _told_clause(case: ChildCase) -> str:
    rule = _refusing(case)
    return (rule.told_clause or rule.clause) if rule else review_clause(case)


def _refusers(case: ChildCase) -> Collection[str]:
    rule = _refusing(case)
    return rule.by if rule else case.matter.line


def _tellers(case: ChildCase) -> Collection[str]:
    return (*_refusers(case), *case.matter.chairs)


def _owners(case: ChildCase) -> Collection[str]:
    """Whoever has a decision to carry out."""
    found = [each.action.by for each in case.record.decisions if each.is_open]
    return list(dict.fromkeys(filter(None, found)))


def _some_open(case: ChildCase, _proposal: object) -> Refused | None:
    if any(each.is_open for each in case.record.decisions):
        return None
    sentence = "No decision of a review is open"
    return Refused("nothing-open", sentence, review_clause(case), "Record a review first")


def open_decision(case: ChildCase, number: int) -> Decision | Refused:
    """The open decision with a number, or why there is none."""
    decision = case.record.decision(number)
    if decision and decision.is_open:
        return decision
    found = "is not open any more" if decision else "is not there"
    hint = "Choose one that is still to be carried out"
    return Refused(
        "no-such-decision", f"Decision {number} {found}", review_clause(case), hint, "decision"
    )


def _report(case: ChildCase, proposal: DecisionReported) -> Outcome:
    decision = open_decision(case, proposal.decision)
    if isinstance(decision, Refused):
        return decision
    if decision.action.by != case.capacity:
        who = case.words.the(decision.action.by)
        sentence = f"Decision {decision.number} is to be carried out by {who}"
        return Refused("not-your-decision", sentence, review_clause(case), f"Ask {who}", "decision")
    return (changed(proposal, called=case.record.called(decision)),)


def _check(case: ChildCase, proposal: DecisionChecked) -> Outcome:
    decision = open_decision(case, proposal.decision)
    if isinstance(decision, Refused):
        return decision
    return (changed(proposal, called=case.record.called(decision)),)


def _refuse(case: ChildCase, proposal: DecisionRefused) -> Outcome:
    decision = open_decision(case, proposal.decision)
    if isinstance(decision, Refused):
        return decision
    return (changed(proposal, called=case.record.called(decision)),)


def _some_refused(case: ChildCase, _proposal: object) -> Refused | None:
    if any(each.refused_at for each in case.record.decisions):
        return None
    sentence = "No decision of a review was refused"
    return Refused("nothing-refused", sentence, _told_clause(case), "Give the reasons first")


def _tell(case: ChildCase, proposal: RefusalTold) -> Outcome:
    decision = case.record.decision(proposal.decision)
    if decision is None or decision.refused_at is None:
        sentence = f"Decision {proposal.decision} was not refused"
        hint = "Choose one that is not to be carried out"
        return Refused("not-refused", sentence, _told_clause(case), hint, "decision")
    return (changed(proposal, called=case.record.called(decision)),)


SPECS = (
    ChildActSpec(DecisionReported, _owners, review_clause, _report, _some_open),
    ChildActSpec(DecisionChecked, chairs, review_clause, _check, _some_open),
    ChildActSpec(DecisionRefused, _refusers, refusing_clause, _refuse, _some_open),
    ChildActSpec(RefusalTold, _tellers, _told_clause, _tell, _some_refused),
)
