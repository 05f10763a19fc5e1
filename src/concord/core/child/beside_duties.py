"""What is owed about a final care plan for the court, and about a complaint."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.child.matter import ChildMatter, complaints_of, final_plan_of
from concord.core.child.state import Complaint, Submission
from concord.core.dispute.due import Due, fixed
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.protocol.around import FinalPlan


def submission_duties(matter: ChildMatter, submission: Submission) -> Iterator[Duty]:
    """The plan, each assessment and the reviewing officer's view, all before the plan goes to
    court. What is late or missing shows as such.
    """
    rule = final_plan_of(matter.under(submission.protocol))
    if rule is None:
        return
    terms = Terms(f"Send {submission.called}", rule.clause, "record final plan")
    since, key = submission.planned_at, f"submission:{submission.number}"
    due = _in_time(submission, since)
    yield Duty(f"{key}:plan", terms, rule.by, since, due, submission.plan_at)
    yield from _assessments(submission, rule)
    if submission.plan_at is not None:
        clause = rule.view_clause or rule.clause
        terms = Terms(f"Give your view on {submission.called}", clause, "give view on plan")
        owners, came = matter.for_this_child(rule.viewed_by), submission.plan_at
        due = _in_time(submission, came)
        yield Duty(f"{key}:view", terms, owners, came, due, submission.view_at)


def _assessments(submission: Submission, rule: FinalPlan) -> Iterator[Duty]:
    """Each assessment by its number, since what it is called may be about the child."""
    came, since = dict(submission.came), submission.planned_at
    for number, name in enumerate(submission.assessments, start=1):
        what = f"Send assessment {number} made for {submission.called}"
        terms = Terms(what, rule.assessments_clause or rule.clause, "record assessment")
        key = f"submission:{submission.number}:assessment-{number}"
        yield Duty(key, terms, rule.by, since, _in_time(submission, since), came.get(name))


def _in_time(submission: Submission, since: datetime) -> Due | None:
    """The day on which it goes to court; none for what only came up when that had passed."""
    due = fixed(submission.on, set_by="the day on which the plan goes to court")
    return due if since < due.at else None


def complaint_duties(matter: ChildMatter, complaint: Complaint) -> Iterator[Duty]:
    """Whoever raises concerns judges whether a complaint is to be acted on at once, where the
    protocol asks for it; no limit is stated.
    """
    rule = complaints_of(matter.under(complaint.protocol))
    if rule is None or rule.weighed_clause is None:
        return
    what = f"Judge whether complaint {complaint.number} is to be acted on at once"
    terms = Terms(what, rule.weighed_clause, "weigh complaint")
    owners = matter.for_this_child(matter.protocol.raisers)
    key, noted = f"complaint:{complaint.number}", complaint.noted_at
    yield Duty(key, terms, owners, noted, None, complaint.weighed_at, complaint.ended_at)
