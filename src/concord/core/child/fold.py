"""Entries become the record of a child, one at a time; an unknown kind raises."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import reduce
from typing import Any

from concord.core.child import events as e
from concord.core.child.state import (
    Change,
    ChildRecord,
    Complaint,
    Decision,
    GraveEvent,
    Request,
    Review,
    Submission,
)
from concord.core.clock.london import end_of, local_date
from concord.core.record.codec import UnknownKind
from concord.core.record.envelope import Recorded

Changes = dict[str, Any]


def fold_child(entries: Iterable[Recorded], *, record: ChildRecord) -> ChildRecord:
    """Add entries to a child's record, in order.

    Raises ValueError for a gap in their numbers, UnknownKind for a kind that has no line here.
    """
    return reduce(add_entry, entries, record)


def add_entry(record: ChildRecord, entry: Recorded) -> ChildRecord:
    """Add one entry to a child's record; raises like `fold_child`."""
    if entry.seq != record.version + 1:
        raise ValueError(f"entry {entry.seq} follows entry {record.version}")
    change = _CHANGES.get(type(entry.event))
    if change is None:
        raise UnknownKind(entry.event.KIND or type(entry.event).__name__)
    changes = change(record, entry, entry.event)
    return record._replace(entries=(*record.entries, entry), **changes)


def when(entry: Recorded, on: date | None) -> datetime:
    """When something happened that is recorded with its day: the last moment of that day, or the
    moment of the entry where it was on the same day.
    """
    if on is None or on >= local_date(entry.happened_at):
        return entry.happened_at
    return min(end_of(on) - timedelta(microseconds=1), entry.happened_at)


def _kept(_record: ChildRecord, _entry: Recorded, _event: object) -> Changes:
    return {}


def _planned(record: ChildRecord, entry: Recorded, event: e.ReviewPlanned) -> Changes:
    if event.on is None:
        raise ValueError("a review without a day is never recorded")
    review = Review(
        number=len(record.reviews) + 1,
        kind=event.kind,
        label=event.called,
        on=event.on,
        place=event.place,
        planned_at=entry.happened_at,
        protocol=event.protocol,
        urgent=event.urgent,
    )
    return {"reviews": (*record.reviews, review)}


def _review(record: ChildRecord, number: int, **found: Any) -> Changes:
    changed = (each._replace(**found) if each.number == number else each for each in record.reviews)
    return {"reviews": tuple(changed)}


def _moved(record: ChildRecord, _entry: Recorded, event: e.ReviewMoved) -> Changes:
    return _review(record, event.review, on=event.on, place=event.place)


def _cancelled(record: ChildRecord, entry: Recorded, event: e.ReviewCancelled) -> Changes:
    return _review(record, event.review, cancelled_at=entry.happened_at)


def _papers(record: ChildRecord, entry: Recorded, event: e.PapersReceived) -> Changes:
    review = record.review(event.review)
    before = review.papers if review else ()
    came = when(entry, event.on)
    known = {kind for kind, _at in before}
    new = tuple((kind, came) for kind in event.papers if kind not in known)
    return _review(record, event.review, papers=(*before, *new))


def _held(record: ChildRecord, entry: Recorded, event: e.ReviewHeld) -> Changes:
    at, first = when(entry, event.on), len(record.decisions) + 1
    made = tuple(
        Decision(first + index, event.review, action, at)
        for index, action in enumerate(event.decisions)
    )
    held_on = event.on or local_date(entry.happened_at)
    expected = not event.no_next
    changed = _review(record, event.review, held_at=at, on=held_on, next_expected=expected)
    return changed | {"decisions": (*record.decisions, *made)}


def _report(record: ChildRecord, entry: Recorded, event: e.ReportSent) -> Changes:
    review = record.review(event.review)
    before = review.report_to if review else ()
    reached = {role for role, _at in before}
    new = tuple((role, when(entry, event.on)) for role in event.whom if role not in reached)
    return _review(record, event.review, report_to=(*before, *new))


def _decision(record: ChildRecord, number: int, **found: Any) -> Changes:
    changed = (
        each._replace(**found) if each.number == number else each for each in record.decisions
    )
    return {"decisions": tuple(changed)}


def _reported(record: ChildRecord, entry: Recorded, event: e.DecisionReported) -> Changes:
    """What is reported again after it was found not to be done is to be looked at again."""
    found: Changes = {"reported_at": entry.happened_at, "checked_at": None, "done": None}
    return _decision(record, event.decision, **found)


def _checked(record: ChildRecord, entry: Recorded, event: e.DecisionChecked) -> Changes:
    """A report that turned out wrong is no report."""
    done = event.done == "yes"
    found: Changes = {"checked_at": entry.happened_at, "done": done}
    return _decision(record, event.decision, **(found if done else {**found, "reported_at": None}))


def _refused(record: ChildRecord, entry: Recorded, event: e.DecisionRefused) -> Changes:
    return _decision(record, event.decision, refused_at=entry.happened_at)


def _told(record: ChildRecord, entry: Recorded, event: e.RefusalTold) -> Changes:
    decision = record.decision(event.decision)
    before = decision.told if decision else ()
    known = {role for role, _at in before}
    new = tuple((role, when(entry, event.on)) for role in event.whom if role not in known)
    return _decision(record, event.decision, told=(*before, *new))


def _notified(record: ChildRecord, entry: Recorded, event: e.ChangeNotified) -> Changes:
    number = len(record.changes) + 1
    change = Change(number, event.labels, entry.happened_at, entry.capacity, event.protocol)
    return {"changes": (*record.changes, change)}


def _weighed(record: ChildRecord, entry: Recorded, event: e.ChangeWeighed) -> Changes:
    found: Changes = {"weighed_at": entry.happened_at, "forward": event.forward == "yes"}
    changes = (
        each._replace(**found) if each.number == event.notified else each for each in record.changes
    )
    return {"changes": tuple(changes)}


def _asked(record: ChildRecord, entry: Recorded, event: e.ChildAsked) -> Changes:
    request = Request(len(record.requests) + 1, event.wish, entry.happened_at)
    return {"requests": (*record.requests, request)}


def _answered(record: ChildRecord, entry: Recorded, event: e.ChildAnswered) -> Changes:
    requests = (
        each._replace(answered_at=entry.happened_at) if each.number == event.request else each
        for each in record.requests
    )
    return {"requests": tuple(requests)}


def _submitted(record: ChildRecord, entry: Recorded, event: e.SubmissionPlanned) -> Changes:
    if event.on is None:
        raise ValueError("a submission without a day is never recorded")
    names = tuple(dict.fromkeys(filter(None, map(str.strip, event.assessments.splitlines()))))
    number = len(record.submissions) + 1
    found = Submission(number, event.on, names, entry.happened_at, event.protocol)
    return {"submissions": (*record.submissions, found)}


def _submission(record: ChildRecord, number: int, **found: Any) -> Changes:
    changed = (
        each._replace(**found) if each.number == number else each for each in record.submissions
    )
    return {"submissions": tuple(changed)}


def _submission_moved(record: ChildRecord, _entry: Recorded, event: e.SubmissionMoved) -> Changes:
    return _submission(record, event.submission, on=event.on)


def _plan_came(record: ChildRecord, entry: Recorded, event: e.FinalPlanReceived) -> Changes:
    return _submission(record, event.submission, plan_at=when(entry, event.on))


def _assessed(record: ChildRecord, entry: Recorded, event: e.AssessmentReceived) -> Changes:
    """The last submission that names the assessment has it; another one is on record by itself."""
    found = [each for each in record.submissions if event.assessment in each.assessments]
    if not found:
        return {}
    came = (*found[-1].came, (event.assessment, when(entry, event.on)))
    return _submission(record, found[-1].number, came=came)


def _viewed(record: ChildRecord, entry: Recorded, event: e.ViewGiven) -> Changes:
    return _submission(record, event.submission, view_at=entry.happened_at)


def _complained(record: ChildRecord, entry: Recorded, event: e.ComplaintNoted) -> Changes:
    number, at = len(record.complaints) + 1, entry.happened_at
    found = Complaint(number, event.giver, at, entry.capacity, event.protocol)
    return {"complaints": (*record.complaints, found)}


def _complaint(record: ChildRecord, number: int, **found: Any) -> Changes:
    changed = (
        each._replace(**found) if each.number == number else each for each in record.complaints
    )
    return {"complaints": tuple(changed)}


def _complaint_weighed(record: ChildRecord, entry: Recorded, event: e.ComplaintWeighed) -> Changes:
    return _complaint(record, event.complaint, weighed_at=entry.happened_at)


def _complaint_ended(record: ChildRecord, entry: Recorded, event: e.ComplaintEnded) -> Changes:
    return _complaint(record, event.complaint, ended_at=entry.happened_at)


def _grave(record: ChildRecord, entry: Recorded, event: e.GraveEventRecorded) -> Changes:
    found = GraveEvent(
        *(len(record.grave_events) + 1, event.kind, event.label, entry.happened_at),
        *(entry.capacity, event.told, event.clause),
    )
    return {"grave_events": (*record.grave_events, found)}


def _grave_told(record: ChildRecord, entry: Recorded, event: e.GraveEventTold) -> Changes:
    new = tuple((role, when(entry, event.on)) for role in event.whom)
    found = (
        each._replace(reached=(*each.reached, *new)) if each.number == event.event else each
        for each in record.grave_events
    )
    return {"grave_events": tuple(found)}


def _missed(record: ChildRecord, _entry: Recorded, event: e.ChildDutyMissed) -> Changes:
    return {"missed": record.missed | {event.duty}}


_CHANGES: dict[type, Callable[..., Changes]] = {
    e.ReviewPlanned: _planned,
    e.ReviewMoved: _moved,
    e.ReviewCancelled: _cancelled,
    e.PapersReceived: _papers,
    e.ReviewHeld: _held,
    e.ReportSent: _report,
    e.DecisionReported: _reported,
    e.DecisionChecked: _checked,
    e.DecisionRefused: _refused,
    e.RefusalTold: _told,
    e.ChangeNotified: _notified,
    e.ChangeWeighed: _weighed,
    e.PracticeRecognised: _kept,
    e.ComplimentPassedOn: _kept,
    e.ChildAsked: _asked,
    e.ChildAnswered: _answered,
    e.SubmissionPlanned: _submitted,
    e.SubmissionMoved: _submission_moved,
    e.FinalPlanReceived: _plan_came,
    e.AssessmentReceived: _assessed,
    e.ViewGiven: _viewed,
    e.ComplaintNoted: _complained,
    e.ComplaintWeighed: _complaint_weighed,
    e.ComplaintEnded: _complaint_ended,
    e.GraveEventRecorded: _grave,
    e.GraveEventTold: _grave_told,
    e.ChildDutyMissed: _missed,
}
