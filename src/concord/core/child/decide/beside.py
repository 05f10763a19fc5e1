"""Decisions about a final care plan for the court, and about complaints."""

from collections.abc import Collection

from concord.core.child.decide.case import ChildActSpec, ChildCase, Outcome, not_past
from concord.core.child.events import (
    AssessmentReceived,
    ComplaintEnded,
    ComplaintNoted,
    ComplaintWeighed,
    FinalPlanReceived,
    SubmissionMoved,
    SubmissionPlanned,
    ViewGiven,
)
from concord.core.child.matter import complaints_of, final_plan_of
from concord.core.dispute.decide.case import Refused
from concord.core.record.fields import changed


def _to_court(case: ChildCase) -> bool:
    return final_plan_of(case.protocol) is not None


def _clause(case: ChildCase) -> str:
    rule = final_plan_of(case.protocol)
    return rule.clause if rule else ""


def _assessments_clause(case: ChildCase) -> str:
    rule = final_plan_of(case.protocol)
    return (rule.assessments_clause or rule.clause) if rule else ""


def _view_clause(case: ChildCase) -> str:
    rule = final_plan_of(case.protocol)
    return (rule.view_clause or rule.clause) if rule else ""


def _either(case: ChildCase) -> Collection[str]:
    """Whoever sends the plan, and whoever has to see it."""
    rule = final_plan_of(case.protocol)
    return (*rule.by, *case.matter.for_this_child(rule.viewed_by)) if rule else ()


def _viewers(case: ChildCase) -> Collection[str]:
    rule = final_plan_of(case.protocol)
    return case.matter.for_this_child(rule.viewed_by) if rule else ()


def _plan(case: ChildCase, proposal: SubmissionPlanned) -> Outcome:
    past = not_past(case, proposal.on)
    if past:
        return Refused(past.id, past.sentence, _clause(case), past.allowed_by, "on")
    return (changed(proposal, protocol=case.matter.hash),)


def _some(case: ChildCase, _proposal: object) -> Refused | None:
    if case.record.submissions:
        return None
    hint = "Note first when one goes to court"
    return Refused("no-submission", "No final care plan is noted", _clause(case), hint)


def _known(case: ChildCase, number: int) -> Refused | None:
    if any(each.number == number for each in case.record.submissions):
        return None
    sentence, hint = f"There is no final care plan {number}", "Choose one that is noted"
    return Refused("no-such-submission", sentence, _clause(case), hint, "submission")


def _move(case: ChildCase, proposal: SubmissionMoved) -> Outcome:
    past = not_past(case, proposal.on)
    if past:
        return Refused(past.id, past.sentence, _clause(case), past.allowed_by, "on")
    return _known(case, proposal.submission) or (proposal,)


def _came(case: ChildCase, proposal: FinalPlanReceived) -> Outcome:
    return _known(case, proposal.submission) or (proposal,)


def _assessed(_case: ChildCase, proposal: AssessmentReceived) -> Outcome:
    return (proposal,)


def _view(case: ChildCase, proposal: ViewGiven) -> Outcome:
    found = (each for each in case.record.submissions if each.number == proposal.submission)
    submission = next(found, None)
    if submission is None:
        return _known(case, proposal.submission) or (proposal,)
    if submission.plan_at is None:
        sentence = "The final care plan has not come yet"
        hint = "Record first that it came"
        return Refused("no-plan-yet", sentence, _view_clause(case), hint, "submission")
    return (proposal,)


def _complaints_stated(case: ChildCase) -> bool:
    return complaints_of(case.protocol) is not None


def _weighing_stated(case: ChildCase) -> bool:
    rule = complaints_of(case.protocol)
    return rule is not None and rule.weighed_clause is not None


def _complaints_clause(case: ChildCase) -> str:
    rule = complaints_of(case.protocol)
    return rule.clause if rule else ""


def _weighing_clause(case: ChildCase) -> str:
    rule = complaints_of(case.protocol)
    return (rule.weighed_clause or rule.clause) if rule else ""


def _inside(case: ChildCase) -> Collection[str]:
    return case.matter.inside


def _officers(case: ChildCase) -> Collection[str]:
    return case.matter.for_this_child(case.protocol.raisers)


def _note(case: ChildCase, proposal: ComplaintNoted) -> Outcome:
    return (changed(proposal, protocol=case.matter.hash),)


def _some_open(case: ChildCase, _proposal: object) -> Refused | None:
    if any(each.ended_at is None for each in case.record.complaints):
        return None
    sentence, hint = "No complaint is open", "Note one first"
    return Refused("no-complaint", sentence, _complaints_clause(case), hint)


def _open(case: ChildCase, number: int) -> Refused | None:
    open_ones = {each.number for each in case.record.complaints if each.ended_at is None}
    if number in open_ones:
        return None
    sentence, hint = f"Complaint {number} is not open", "Choose one that is"
    return Refused("no-such-complaint", sentence, _complaints_clause(case), hint, "complaint")


def _weigh(case: ChildCase, proposal: ComplaintWeighed) -> Outcome:
    return _open(case, proposal.complaint) or (proposal,)


def _end(case: ChildCase, proposal: ComplaintEnded) -> Outcome:
    return _open(case, proposal.complaint) or (proposal,)


SPECS = (
    ChildActSpec(SubmissionPlanned, _either, _clause, _plan, known=_to_court),
    ChildActSpec(SubmissionMoved, _either, _clause, _move, _some, _to_court),
    ChildActSpec(FinalPlanReceived, _either, _clause, _came, _some, _to_court),
    ChildActSpec(AssessmentReceived, _either, _assessments_clause, _assessed, _some, _to_court),
    ChildActSpec(ViewGiven, _viewers, _view_clause, _view, _some, _to_court),
    ChildActSpec(ComplaintNoted, _inside, _complaints_clause, _note, known=_complaints_stated),
    ChildActSpec(
        ComplaintWeighed, _officers, _weighing_clause, _weigh, _some_open, _weighing_stated
    ),
    ChildActSpec(
        ComplaintEnded, _officers, _complaints_clause, _end, _some_open, _complaints_stated
    ),
)
