"""Who is told when something comes on a child's record. A telling carries no word about a child."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from concord.core.child import events as e
from concord.core.child.audience import manager_of
from concord.core.child.duties import papers_due
from concord.core.child.matter import (
    ChildMatter,
    complaints_of,
    final_plan_of,
    recognition_of,
    reviews_of,
)
from concord.core.dispute.tellings import Telling, TellingKind
from concord.core.record.envelope import Recorded


def child_tellings(matter: ChildMatter, entry: Recorded) -> tuple[Telling, ...]:
    """Who is told because of an entry. In: the matter after the entry, and the entry.

    Out: one telling for a role, the most demanding kind where several apply; nobody outside the
    council.
    """
    rule = _RULES.get(type(entry.event))
    found: dict[str, Telling] = {}
    inside = matter.inside
    for telling in rule(matter, entry, entry.event) if rule else ():
        if telling.role in inside:
            found.setdefault(telling.role, telling)
    return tuple(found.values())


def _to(roles: Iterable[str], kind: TellingKind, due_on: date | None = None) -> Iterator[Telling]:
    return (Telling(role, kind, due_on) for role in roles)


def _planned(
    matter: ChildMatter, _entry: Recorded, event: e.ReviewPlanned | e.ReviewMoved
) -> Iterator[Telling]:
    """Whoever provides the papers, with the day on which they are due."""
    number = event.review if isinstance(event, e.ReviewMoved) else len(matter.record.reviews)
    review = matter.record.review(number)
    rule = reviews_of(matter.under(review.protocol)) if review else None
    if review and rule and rule.papers:
        due = papers_due(matter, review, rule.papers)
        yield from _to(rule.papers.by, TellingKind.DO, due.on)


def _held(_matter: ChildMatter, _entry: Recorded, event: e.ReviewHeld) -> Iterator[Telling]:
    for decision in event.decisions:
        yield from _to((decision.by,), TellingKind.DO, decision.on)
    yield from _to(event.took_part, TellingKind.READ)


def _sent(_matter: ChildMatter, _entry: Recorded, event: e.ReportSent) -> Iterator[Telling]:
    yield from _to(event.whom, TellingKind.READ)


def _reported(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    yield from _to(matter.chairs, TellingKind.DO)


def _unchecked(
    matter: ChildMatter, _entry: Recorded, event: e.DecisionChecked
) -> Iterator[Telling]:
    """A decision that was found not to be carried out: whose it is, and whom they answer to."""
    decision = matter.record.decision(event.decision)
    if event.done == "no" and decision:
        owner = decision.action.by
        yield from _to((owner,), TellingKind.DO)
        yield from _to(manager_of(matter, owner), TellingKind.READ)


def _to_chairs(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    yield from _to(matter.chairs, TellingKind.READ)


def _weighed(matter: ChildMatter, _entry: Recorded, event: e.ChangeWeighed) -> Iterator[Telling]:
    notifiers = (each.by for each in matter.record.changes if each.number == event.notified)
    yield from _to(notifiers, TellingKind.READ)


def _recognised(
    matter: ChildMatter, _entry: Recorded, event: e.PracticeRecognised | e.ComplimentPassedOn
) -> Iterator[Telling]:
    """Whose practice it is, their line manager where the protocol says so, and whom it names."""
    rule = recognition_of(matter.protocol)
    yield from _to((event.whom,), TellingKind.READ)
    if rule and rule.line_manager:
        yield from _to(manager_of(matter, event.whom), TellingKind.READ)
    yield from _to(rule.told if rule else (), TellingKind.READ)


def _asked(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    officers = matter.for_this_child(matter.protocol.raisers)
    yield from _to(officers, TellingKind.ANSWER)


def _plan_due(
    matter: ChildMatter, _entry: Recorded, event: e.SubmissionPlanned | e.SubmissionMoved
) -> Iterator[Telling]:
    """Who sends the plan, and whose view goes with it, with the day."""
    rule = final_plan_of(matter.protocol)
    if rule:
        yield from _to(rule.by, TellingKind.DO, event.on)
        yield from _to(rule.viewed_by, TellingKind.READ)


def _plan_came(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    rule = final_plan_of(matter.protocol)
    yield from _to(rule.viewed_by if rule else (), TellingKind.DO)


def _viewed(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    rule = final_plan_of(matter.protocol)
    yield from _to(rule.by if rule else (), TellingKind.READ)


def _complained(matter: ChildMatter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    rule = complaints_of(matter.protocol)
    yield from _to(rule.told if rule else (), TellingKind.DO)


def _grave(matter: ChildMatter, _entry: Recorded, event: e.GraveEventRecorded) -> Iterator[Telling]:
    yield from _to(event.told, TellingKind.GRAVE)
    for role in matter.chairs:
        yield from _to((role, *manager_of(matter, role)), TellingKind.GRAVE)


def _missed(matter: ChildMatter, _entry: Recorded, event: e.ChildDutyMissed) -> Iterator[Telling]:
    yield from _to((*event.owners, *matter.chairs), TellingKind.MISSED)


_RULES: dict[type, Callable[[ChildMatter, Recorded, Any], Iterator[Telling]]] = {
    e.ReviewPlanned: _planned,
    e.ReviewMoved: _planned,
    e.ReviewHeld: _held,
    e.ReportSent: _sent,
    e.DecisionReported: _reported,
    e.DecisionChecked: _unchecked,
    e.DecisionRefused: _to_chairs,
    e.ChangeNotified: _reported,
    e.ChangeWeighed: _weighed,
    e.PracticeRecognised: _recognised,
    e.ComplimentPassedOn: _recognised,
    e.ChildAsked: _asked,
    e.SubmissionPlanned: _plan_due,
    e.SubmissionMoved: _plan_due,
    e.FinalPlanReceived: _plan_came,
    e.ViewGiven: _viewed,
    e.ComplaintNoted: _complained,
    e.GraveEventRecorded: _grave,
    e.ChildDutyMissed: _missed,
}
