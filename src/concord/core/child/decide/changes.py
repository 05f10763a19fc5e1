"""Decisions about significant changes: who notifies them, and whether the review comes sooner."""

from collections.abc import Collection

from concord.core.child.decide.case import (
    ChildActSpec,
    ChildCase,
    Outcome,
    chairs,
    not_past,
)
from concord.core.child.decide.reviews import planned
from concord.core.child.events import ChangeNotified, ChangeWeighed, ReviewMoved, ReviewPlanned
from concord.core.child.matter import changes_of, review_kinds
from concord.core.child.state import Change
from concord.core.dispute.decide.case import Refused
from concord.core.record.fields import changed


def _stated(case: ChildCase) -> bool:
    return changes_of(case.protocol) is not None


def _clause(case: ChildCase) -> str:
    rule = changes_of(case.protocol)
    return rule.clause if rule else ""


def _notifiers(case: ChildCase) -> Collection[str]:
    rule = changes_of(case.protocol)
    return rule.by if rule else ()


def _notify(case: ChildCase, proposal: ChangeNotified) -> Outcome:
    rule = changes_of(case.protocol)
    kinds = rule.kinds if rule else {}
    unknown = [each for each in proposal.kinds if each not in kinds]
    if unknown:
        sentence = f'"{unknown[0]}" is not among the significant changes of this protocol'
        return Refused("unknown-change", sentence, _clause(case), "Choose one of them", "kinds")
    labels = tuple(kinds[each] for each in proposal.kinds)
    return (changed(proposal, labels=labels, protocol=case.matter.hash),)


def _some_open(case: ChildCase, _proposal: object) -> Refused | None:
    if any(each.weighed_at is None for each in case.record.changes):
        return None
    hint = "Wait until one is notified"
    return Refused("nothing-notified", "No change waits to be decided on", _clause(case), hint)


def _weigh(case: ChildCase, proposal: ChangeWeighed) -> Outcome:
    change = _open(case, proposal.notified)
    if isinstance(change, Refused):
        return change
    if proposal.forward != "yes":
        return (changed(proposal, on=None),)
    if proposal.on is None:
        sentence = "A review that is brought forward has a new day"
        return Refused("day-needed", sentence, _clause(case), "Give the new day", "on")
    return not_past(case, proposal.on) or _brought_forward(case, proposal)


def _open(case: ChildCase, number: int) -> Change | Refused:
    found = (each for each in case.record.changes if each.number == number)
    change = next(found, None)
    if change and change.weighed_at is None:
        return change
    sentence = f"Change {number} does not wait to be decided on"
    return Refused("no-such-change", sentence, _clause(case), "Choose one that does", "notified")


def _brought_forward(case: ChildCase, proposal: ChangeWeighed) -> Outcome:
    """The next planned review has the new day; where none is planned, one is."""
    review = case.record.planned[0] if case.record.planned else None
    if review is None:
        kind = next(iter(review_kinds(case.protocol)))
        return (proposal, planned(case, ReviewPlanned(kind=kind, on=proposal.on)))
    if proposal.on and proposal.on >= review.on:
        sentence = f"The {review.called} is not brought forward by this"
        return Refused("not-sooner", sentence, _clause(case), "Give an earlier day", "on")
    moved = ReviewMoved(
        review=review.number,
        on=proposal.on,
        place=review.place,
        reason=proposal.reason,
        called=review.called,
    )
    return (proposal, moved)


SPECS = (
    ChildActSpec(ChangeNotified, _notifiers, _clause, _notify, known=_stated),
    ChildActSpec(ChangeWeighed, chairs, _clause, _weigh, _some_open, _stated),
)
