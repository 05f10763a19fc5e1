"""Who sees what in a child's record: sight follows the part that somebody has in each matter."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from concord.core.child import events as e
from concord.core.child.duties import child_duties
from concord.core.child.matter import (
    ChildMatter,
    changes_of,
    complaints_of,
    final_plan_of,
    grave_events_of,
    reviews_of,
)
from concord.core.child.state import Decision, Review
from concord.core.dispute.duties.model import Duty
from concord.core.record.envelope import SYSTEM, Recorded


def seen_by(matter: ChildMatter, roles: Iterable[str], *, person: str) -> tuple[Recorded, ...]:
    """The entries that somebody sees. In: the roles that the person holds for this child, and the
    person's opaque id; whoever made an entry sees it.
    """
    held = frozenset(roles)
    return tuple(
        entry
        for entry in matter.record.entries
        if entry.person == person or not held.isdisjoint(audience(matter, entry))
    )


def audience(matter: ChildMatter, entry: Recorded) -> frozenset[str]:
    """The roles that see an entry: those with a part in what it is about, the chair of the child's
    reviews, whom the chair answers to, and who looks on.
    """
    rule = _RULES.get(type(entry.event), _nobody_else)
    own = () if entry.capacity == SYSTEM else (entry.capacity,)
    found = {*_around(matter), *own, *rule(matter, entry, entry.event)}
    return frozenset(matter.for_this_child(tuple(found & matter.protocol.roles.keys())))


def duty_audience(matter: ChildMatter, duty: Duty) -> frozenset[str]:
    """The roles that may know of a duty: who owes it, and who sees what it is about."""
    about, number, *_ = duty.key.split(":")
    found = {*_around(matter), *duty.owners, *_about(matter, about, int(number))}
    return frozenset(matter.for_this_child(tuple(found & matter.protocol.roles.keys())))


def _about(matter: ChildMatter, about: str, number: int) -> Iterator[str]:
    record = matter.record
    if about == "review":
        yield from reviewers(matter, record.review(number))
    elif about == "decision":
        decision = record.decision(number)
        yield from reviewers(matter, record.review(decision.review) if decision else None)
    elif about == "change":
        rule = changes_of(matter.protocol)
        yield from (*(rule.by if rule else ()), record.changes[number - 1].by)
    elif about == "submission":
        plan = final_plan_of(matter.protocol)
        yield from (*plan.by, *plan.viewed_by) if plan else ()
    elif about == "complaint":
        told = complaints_of(matter.protocol)
        yield from told.told if told else ()
    elif about == "grave":
        grave = record.grave_events[number - 1]
        yield from (*grave.told, grave.by)


def roles_seeing(matter: ChildMatter) -> frozenset[str]:
    """Every role that sees something of the record or owes something in it."""
    owing = {role for duty in child_duties(matter) for role in duty.owners}
    seeing = {role for entry in matter.record.entries for role in audience(matter, entry)}
    return frozenset((owing | seeing) & matter.protocol.roles.keys())


def manager_of(matter: ChildMatter, role: str) -> Iterator[str]:
    """Whom a role answers to, if the protocol says it."""
    found = matter.protocol.roles.get(role)
    if found and found.manager:
        yield found.manager


def _around(matter: ChildMatter) -> Iterator[str]:
    for role in matter.chairs:
        yield role
        yield from manager_of(matter, role)
    yield from matter.protocol.overseers


def reviewers(matter: ChildMatter, review: Review | None) -> Iterator[str]:
    """Those with a part in a review: who provides papers, who gets the report, who took part, and
    who carries out its decisions.
    """
    rule = reviews_of(matter.under(review.protocol)) if review else reviews_of(matter.protocol)
    if rule:
        yield from rule.papers.by if rule.papers else ()
        yield from rule.report.sent_to if rule.report else ()
        yield from rule.not_carried_out.by if rule.not_carried_out else ()
    if review is None:
        return
    for entry in matter.record.entries:
        if isinstance(entry.event, e.ReviewHeld) and entry.event.review == review.number:
            yield from entry.event.took_part
    of_review = (each for each in matter.record.decisions if each.review == review.number)
    yield from (role for each in of_review for role in carriers(matter, each))


def carriers(matter: ChildMatter, decision: Decision) -> Iterator[str]:
    """Who carries out a decision, and whom they answer to."""
    yield decision.action.by
    yield from manager_of(matter, decision.action.by)


def _nobody_else(_matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[str]:
    yield from ()


def _planned(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[str]:
    return reviewers(matter, None)


def _review(matter: ChildMatter, _entry: Recorded, event: Any) -> Iterator[str]:
    return reviewers(matter, matter.record.review(event.review))


def _decision(matter: ChildMatter, _entry: Recorded, event: Any) -> Iterator[str]:
    decision = matter.record.decision(event.decision)
    return reviewers(matter, matter.record.review(decision.review) if decision else None)


def _change(matter: ChildMatter, entry: Recorded, _event: object) -> Iterator[str]:
    rule = changes_of(matter.protocol)
    yield from rule.by if rule else ()
    yield from manager_of(matter, entry.capacity)


def _whose(matter: ChildMatter, _entry: Recorded, event: Any) -> Iterator[str]:
    yield event.whom
    yield from manager_of(matter, event.whom)


def _court(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[str]:
    """Those with a part in a final care plan: who sends it, and whose view goes with it."""
    rule = final_plan_of(matter.protocol)
    yield from (*rule.by, *rule.viewed_by) if rule else ()


def _complaint(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[str]:
    rule = complaints_of(matter.protocol)
    yield from rule.told if rule else ()


def _grave(matter: ChildMatter, entry: Recorded, event: e.GraveEventRecorded) -> Iterator[str]:
    rule = grave_events_of(matter.protocol)
    yield from (*event.told, *(rule.told if rule else ()))
    yield from manager_of(matter, entry.capacity)


def _grave_told(matter: ChildMatter, _entry: Recorded, event: e.GraveEventTold) -> Iterator[str]:
    found = (each for each in matter.record.grave_events if each.number == event.event)
    for each in found:
        yield from (*each.told, each.by, *manager_of(matter, each.by))


def _missed(_matter: ChildMatter, _entry: Recorded, event: e.ChildDutyMissed) -> Iterator[str]:
    yield from event.owners


_RULES: dict[type, Callable[[ChildMatter, Recorded, Any], Iterator[str]]] = {
    e.ReviewPlanned: _planned,
    e.ReviewMoved: _review,
    e.ReviewCancelled: _review,
    e.PapersReceived: _review,
    e.ReviewHeld: _review,
    e.ReportSent: _review,
    e.DecisionReported: _decision,
    e.DecisionChecked: _decision,
    e.DecisionRefused: _decision,
    e.RefusalTold: _decision,
    e.ChangeNotified: _change,
    e.ChangeWeighed: _change,
    e.PracticeRecognised: _whose,
    e.ComplimentPassedOn: _whose,
    e.SubmissionPlanned: _court,
    e.SubmissionMoved: _court,
    e.FinalPlanReceived: _court,
    e.AssessmentReceived: _court,
    e.ViewGiven: _court,
    e.ComplaintNoted: _complaint,
    e.ComplaintWeighed: _complaint,
    e.ComplaintEnded: _complaint,
    e.GraveEventRecorded: _grave,
    e.GraveEventTold: _grave_told,
    e.ChildDutyMissed: _missed,
}
