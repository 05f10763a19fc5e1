"""Decisions about reviews: planning, papers, holding them, the report."""

from collections.abc import Collection

from concord.core.child.decide.case import (
    ChildActSpec,
    ChildCase,
    Outcome,
    chairs,
    not_past,
    planned_review,
    review_clause,
)
from concord.core.child.events import (
    PapersReceived,
    ReportSent,
    ReviewCancelled,
    ReviewHeld,
    ReviewMoved,
    ReviewPlanned,
)
from concord.core.child.matter import review_kinds, reviews_of
from concord.core.child.state import Review
from concord.core.dispute.decide.case import Refused
from concord.core.record.fields import changed


def planned(case: ChildCase, proposal: ReviewPlanned) -> ReviewPlanned:
    """A planned review with what its kind is called, and the version whose rules it follows."""
    called = review_kinds(case.protocol).get(proposal.kind, proposal.kind)
    return changed(proposal, called=called, protocol=case.matter.hash)


def _plan(case: ChildCase, proposal: ReviewPlanned) -> Outcome:
    kinds = review_kinds(case.protocol)
    if proposal.kind not in kinds:
        sentence = f'There is no kind of review "{proposal.kind}"'
        hint = f"Name one of: {', '.join(kinds)}"
        return Refused("unknown-review-kind", sentence, review_clause(case), hint, "kind")
    if proposal.urgent and not proposal.reason:
        hint = "Write why it cannot wait"
        sentence = "An urgent review says why it is urgent"
        return Refused("reason-needed", sentence, review_clause(case), hint, "reason")
    same = next((each for each in case.record.planned if each.kind == proposal.kind), None)
    if same and not proposal.urgent:
        sentence, hint = (
            f"The {same.called} is planned already",
            "Move it, or say that it is urgent",
        )
        return Refused("planned-already", sentence, review_clause(case), hint, "kind")
    return not_past(case, proposal.on) or (planned(case, proposal),)


def _move(case: ChildCase, proposal: ReviewMoved) -> Outcome:
    review = planned_review(case, proposal.review)
    if isinstance(review, Refused):
        return review
    return not_past(case, proposal.on) or (changed(proposal, called=review.called),)


def _cancel(case: ChildCase, proposal: ReviewCancelled) -> Outcome:
    review = planned_review(case, proposal.review)
    if isinstance(review, Refused):
        return review
    return (changed(proposal, called=review.called),)


def _some_planned(case: ChildCase, _proposal: object) -> Refused | None:
    if case.record.planned:
        return None
    return Refused("nothing-planned", "No review is planned", review_clause(case), "Plan one first")


def _providers(case: ChildCase) -> Collection[str]:
    rule = reviews_of(case.protocol)
    papers = rule.papers if rule else None
    return (*case.matter.chairs, *(papers.by if papers else ()))


def _asks_for_papers(case: ChildCase) -> bool:
    rule = reviews_of(case.protocol)
    return rule is not None and rule.papers is not None


def _papers_clause(case: ChildCase) -> str:
    rule = reviews_of(case.protocol)
    return rule.papers.clause if rule and rule.papers else review_clause(case)


def _receive(case: ChildCase, proposal: PapersReceived) -> Outcome:
    review = planned_review(case, proposal.review)
    if isinstance(review, Refused):
        return review
    rule = reviews_of(case.matter.under(review.protocol))
    kinds = rule.papers.kinds if rule and rule.papers else {}
    unknown = [each for each in proposal.papers if each not in kinds]
    if unknown:
        hint = f"Name one of: {', '.join(kinds)}"
        sentence = f'No papers called "{unknown[0]}" are asked for'
        return Refused("unknown-papers", sentence, _papers_clause(case), hint, "papers")
    return (changed(proposal, called=review.called),)


def _hold(case: ChildCase, proposal: ReviewHeld) -> Outcome:
    review = planned_review(case, proposal.review)
    if isinstance(review, Refused):
        return review
    wrong = _next_is_set(case, proposal) or _owners_known(case, proposal)
    if wrong:
        return wrong
    held = changed(proposal, called=review.called)
    return (held, *_next_one(case, proposal, review))


def _next_is_set(case: ChildCase, proposal: ReviewHeld) -> Refused | None:
    """At the end of a review the day of the next one is set, or it is said why none is."""
    rule = reviews_of(case.protocol)
    clause = (rule.next_clause or rule.clause) if rule else ""
    others = [each for each in case.record.planned if each.number != proposal.review]
    if proposal.next_on is None and not proposal.no_next and not others:
        sentence = "The day of the next review is set at the end of a review"
        hint = "Give the day, or say why no next review is planned"
        return Refused("next-review-needed", sentence, clause, hint, "next_on")
    if proposal.next_on and proposal.next_on < case.today:
        found = not_past(case, proposal.next_on)
        return found and Refused("day-past", found.sentence, clause, found.allowed_by, "next_on")
    return None


def _owners_known(case: ChildCase, proposal: ReviewHeld) -> Refused | None:
    nobodys = next((n for n, each in enumerate(proposal.decisions, 1) if not each.by), 0)
    if not nobodys:
        return None
    sentence = f"Decision {nobodys} does not say who carries it out"
    hint = "Choose who carries it out"
    return Refused("owner-needed", sentence, review_clause(case), hint, "decisions")


def _next_one(case: ChildCase, held: ReviewHeld, review: Review) -> tuple[ReviewPlanned, ...]:
    if held.next_on is None:
        return ()
    following = ReviewPlanned(kind=review.kind, on=held.next_on, place=held.next_place)
    return (planned(case, following),)


def _some_held(case: ChildCase, _proposal: object) -> Refused | None:
    if case.record.held:
        return None
    sentence = "No review has been held yet"
    return Refused("nothing-held", sentence, review_clause(case), "Record the review first")


def _report_clause(case: ChildCase) -> str:
    rule = reviews_of(case.protocol)
    return rule.report.clause if rule and rule.report else review_clause(case)


def _send(case: ChildCase, proposal: ReportSent) -> Outcome:
    review = case.record.review(proposal.review)
    if review is None or review.held_at is None:
        hint = "Choose a review that was held"
        sentence = "There is no report of a review that was not held"
        return Refused("not-held", sentence, _report_clause(case), hint, "review")
    return (changed(proposal, called=review.called),)


SPECS = (
    ChildActSpec(ReviewHeld, chairs, review_clause, _hold, _some_planned),
    ChildActSpec(ReviewPlanned, chairs, review_clause, _plan),
    ChildActSpec(ReviewMoved, chairs, review_clause, _move, _some_planned),
    ChildActSpec(ReviewCancelled, chairs, review_clause, _cancel, _some_planned),
    ChildActSpec(
        PapersReceived, _providers, _papers_clause, _receive, _some_planned, _asks_for_papers
    ),
    ChildActSpec(ReportSent, chairs, _report_clause, _send, _some_held),
)
