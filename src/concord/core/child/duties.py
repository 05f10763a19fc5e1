"""What is owed in a child's record: a pure function of the record, its rules and the calendar."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from concord.core.child.beside_duties import complaint_duties, submission_duties
from concord.core.child.matter import ChildMatter, chairs, changes_of, reviews_of
from concord.core.child.state import Change, Decision, GraveEvent, Request, Review
from concord.core.clock.earliest import earliest
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.london import end_of
from concord.core.dispute.due import Due, TimeLimit, counted, fixed
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.words import Words
from concord.core.protocol.around import NotCarriedOut, Papers, Report
from concord.core.protocol.vocabulary import NotStated


def child_duties(matter: ChildMatter) -> tuple[Duty, ...]:
    """Every duty that a child's record has made so far, fulfilled and missed ones included.

    Each review and each change follows the version of the protocol under which it was begun. A
    duty that no document asks for has no clause.
    """
    record = matter.record
    return (
        *(duty for review in record.reviews for duty in _of_review(matter, review)),
        *(duty for decision in record.decisions for duty in _of_decision(matter, decision)),
        *(_of_change(matter, change) for change in record.changes),
        *(_of_request(matter, request) for request in record.requests),
        *(duty for each in record.submissions for duty in submission_duties(matter, each)),
        *(duty for each in record.complaints for duty in complaint_duties(matter, each)),
        *(duty for grave in record.grave_events for duty in _of_grave_event(matter, grave)),
        *_next_review(matter),
    )


def _chairs_of(matter: ChildMatter, content_hash: str) -> tuple[str, ...]:
    return matter.for_this_child(chairs(matter.under(content_hash)))


def _of_review(matter: ChildMatter, review: Review) -> Iterator[Duty]:
    rule = reviews_of(matter.under(review.protocol))
    owners = _chairs_of(matter, review.protocol)
    terms = Terms(f"Hold the {review.called}", rule.clause if rule else "", "record review")
    due = fixed(review.on, set_by="the day that was planned for it")
    yield Duty(
        *(f"review:{review.number}:hold", terms, owners, review.planned_at, due),
        review.held_at,
        review.cancelled_at,
    )
    if rule and rule.papers:
        yield _papers(matter, review, rule.papers)
    if rule and rule.report and review.held_at:
        yield _report(matter, review, rule.report, review.held_at)


def _papers(matter: ChildMatter, review: Review, rule: Papers) -> Duty:
    due = papers_due(matter, review, rule)
    came = dict(review.papers)
    done = max(came.values()) if rule.kinds.keys() <= came.keys() else None
    terms = Terms(f"Provide the papers for the {review.called}", rule.clause, "record papers")
    over = earliest(review.held_at, review.cancelled_at)
    done = done if done is None or over is None or done <= over else None
    return Duty(
        *(f"review:{review.number}:papers", terms, rule.by, review.planned_at),
        due if review.planned_at < due.at else None,
        done,
        over,
    )


def papers_due(matter: ChildMatter, review: Review, rule: Papers) -> Due:
    """When the papers of a review are due: so many days before its day, at the end of that day."""
    before = _before(matter, review.on, rule.before)
    return fixed(before, set_by=f"{rule.before} before the {review.called}")


def _before(matter: ChildMatter, on: date, length: Limit) -> date:
    if length.unit is Unit.WORKING_DAYS:
        return matter.calendar.add(on, -length.amount)
    days = length.amount if length.unit is Unit.CALENDAR_DAYS else -(-length.amount // 24)
    return on - timedelta(days=days)


def _report(matter: ChildMatter, review: Review, rule: Report, held_at: datetime) -> Duty:
    reached = dict(review.report_to)
    done = max(reached[role] for role in rule.sent_to) if {*rule.sent_to} <= {*reached} else None
    due = None
    if isinstance(rule.within, Limit):
        limit = TimeLimit(rule.within, f"the {review.label} was held", rule.clause)
        due = counted(limit, held_at, matter.calendar)
    terms = Terms(f"Send the report of the {review.called}", rule.clause, "send report")
    owners = _chairs_of(matter, review.protocol)
    return Duty(f"review:{review.number}:report", terms, owners, held_at, due, done)


def _next_review(matter: ChildMatter) -> Iterator[Duty]:
    """The next review has no day, though the last one that was held expected one."""
    held, planned = matter.record.held, matter.record.planned
    if not held or planned or not held[0].next_expected or held[0].held_at is None:
        return
    rule = reviews_of(matter.protocol)
    clause = (rule.next_clause or rule.clause) if rule else ""
    terms = Terms("Set the day of the next review", clause, "plan review")
    yield Duty(f"review:{held[0].number}:next", terms, matter.chairs, held[0].held_at)


def _of_decision(matter: ChildMatter, decision: Decision) -> Iterator[Duty]:
    review = matter.record.review(decision.review)
    version = review.protocol if review else ""
    rule = reviews_of(matter.under(version))
    clause, called = rule.clause if rule else "", matter.record.called(decision)
    on, number = decision.action.on, decision.number
    due = fixed(on, set_by="the day that the review decided") if on else None
    done = earliest(decision.reported_at, decision.checked_at if decision.done else None)
    terms = Terms(f"Carry out {called}", clause, "report decision")
    owner = (decision.action.by,) if decision.action.by else ()
    yield Duty(
        f"decision:{number}:do", terms, owner, decision.decided_at, due, done, decision.refused_at
    )
    since = earliest(decision.reported_at, end_of(on) if on else None)
    if since is not None:
        looked = decision.checked_at
        checked = looked if looked and (decision.done or looked >= since) else None
        terms = Terms(f"Look whether {called} was carried out", clause, "check decision")
        yield Duty(
            *(f"decision:{number}:check", terms, _chairs_of(matter, version), since),
            None,
            checked,
            decision.refused_at,
        )
    if decision.refused_at and rule and rule.not_carried_out:
        yield from _tell(matter, decision, decision.refused_at, rule.not_carried_out)


def _tell(
    matter: ChildMatter, decision: Decision, refused_at: datetime, rule: NotCarriedOut
) -> Iterator[Duty]:
    told, clause = dict(decision.told), rule.told_clause or rule.clause
    words, called = Words(matter.protocol), matter.record.called(decision)
    for role in rule.told:
        what = f"Tell {words.the(role)} in good time that {called} is not to be carried out"
        terms = Terms(what, clause, "tell of refusal", whom=(role,))
        key = f"decision:{decision.number}:tell-{role}"
        yield Duty(key, terms, rule.by, refused_at, None, told.get(role))


def _of_change(matter: ChildMatter, change: Change) -> Duty:
    rule = changes_of(matter.under(change.protocol))
    clause, due = rule.clause if rule else "", None
    if rule and not isinstance(rule.within, NotStated):
        limit = TimeLimit(rule.within, "the change was notified", rule.clause)
        due = counted(limit, change.notified_at, matter.calendar)
    what = f"Decide whether change {change.number} brings the review forward"
    owners = _chairs_of(matter, change.protocol)
    terms = Terms(what, clause, "weigh change")
    key = f"change:{change.number}"
    return Duty(key, terms, owners, change.notified_at, due, change.weighed_at)


def _of_grave_event(matter: ChildMatter, grave: GraveEvent) -> Iterator[Duty]:
    """Those who are told at once and are not of the council are told by a person."""
    inside = matter.inside
    owners = tuple(dict.fromkeys((*(each for each in grave.told if each in inside), grave.by)))
    reached = dict(grave.reached)
    for role in (each for each in grave.told if each not in inside):
        what = f"Tell {Words(matter.protocol).the(role)} of the grave event at once"
        terms = Terms(what, grave.clause, "tell of grave event", whom=(role,))
        key = f"grave:{grave.number}:tell-{role}"
        yield Duty(key, terms, owners, grave.recorded_at, None, reached.get(role))


def _of_request(matter: ChildMatter, request: Request) -> Duty:
    clause = matter.protocol.child_asks_clause or ""
    terms = Terms(f"Answer request {request.number} of the child", clause, "answer request")
    owners = matter.for_this_child(matter.protocol.raisers)
    key = f"request:{request.number}"
    return Duty(key, terms, owners, request.asked_at, None, request.answered_at)
