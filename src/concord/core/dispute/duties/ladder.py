"""The duties of a stage: issue the alert, answer it, meet, judge, decide what follows."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.clock.london import start_of
from concord.core.dispute.clocks import answer_due, holds
from concord.core.dispute.counting import due_in
from concord.core.dispute.due import Due
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.duties.terms import AnswerTerms, MeetingTerms, StageTerms, stage_terms
from concord.core.dispute.ladder import answered_at, next_stage, referrals, satisfied_at
from concord.core.dispute.limits import judging_limit
from concord.core.dispute.matter import Matter
from concord.core.dispute.own_words import own
from concord.core.dispute.state import Run
from concord.core.dispute.words import inside, name_of
from concord.core.protocol.definition import Referral, Stage
from concord.core.protocol.vocabulary import IfMissed, Moment, NotStated


def stage_duties(matter: Matter, run: Run) -> Iterator[Duty]:
    """The duties that come with a stage by itself, in the order in which they arise."""
    terms = stage_terms(matter.protocol, run.rung)
    if terms is None:
        return
    if terms.stage.refers_to is not None:
        yield _hand_over(matter, run, terms)
        return
    issued, left, key = run.alert_at, run.left_at, f"{run.number}:issue"
    yield Duty(key, terms.issue, terms.stage.raised_by, run.opened_at, None, issued, left)
    if issued is None:
        return
    due, answered = answer_due(matter, run), answered_at(terms.stage, run)
    if terms.answer is not None:
        yield from _answers(run, terms.answer, due, answered)
    if terms.meeting is not None:
        yield _meeting(run, terms.meeting, due, answered)
    if answered is not None:
        yield from _judging(matter, run, terms, answered)
    if run.unresolved_at or run.judgements or run.task_done_at or terms.answer is None:
        yield from _next(matter, run, terms)


def _hand_over(matter: Matter, run: Run, terms: StageTerms) -> Duty:
    referred = matter.dispute.handing(terms.stage.refers_to or "").referred_at
    key, owners = f"{run.number}:hand-over", terms.stage.raised_by
    return Duty(key, terms.issue, owners, run.opened_at, None, referred, run.left_at)


def _answers(
    run: Run, terms: AnswerTerms, due: Due | None, answered: datetime | None
) -> Iterator[Duty]:
    rule, since, left = terms.rule, run.alert_at or run.opened_at, run.left_at
    whole = Duty(f"{run.number}:answer", terms.given, rule.by, since, due, answered, left)
    if rule.all_of_them:
        yield from _each_of(run, whole)
    else:
        yield whole
    if terms.seen_to is not None:
        key = f"{run.number}:see-to-answer"
        yield Duty(key, terms.seen_to, rule.answerable, since, due, answered, left)


def _each_of(run: Run, whole: Duty) -> Iterator[Duty]:
    for role in whole.owners:
        given = next((each.happened_at for each in run.answers if each.capacity == role), None)
        yield whole._replace(key=f"{whole.key}-{role}", owners=(role,), fulfilled_at=given)


def _meeting(run: Run, terms: MeetingTerms, due: Due | None, answered: datetime | None) -> Duty:
    met = run.meetings[0].happened_at if run.meetings else None
    done = met or (answered if terms.or_adjudication else None)
    key, since = f"{run.number}:meeting", run.alert_at or run.opened_at
    return Duty(key, terms.held, terms.owners, since, due, done, run.left_at)


def _judging(matter: Matter, run: Run, terms: StageTerms, answered: datetime) -> Iterator[Duty]:
    due = _in_time(_judging_due(matter, run, terms, answered), answered)
    done = satisfied_at(terms.stage, run) or _found_wanting(run)
    key = f"{run.number}:judge"
    whole = Duty(key, terms.judged, terms.judges, answered, due, done, run.left_at)
    rule = terms.judging
    if rule is None or not rule.all_of_them:
        yield whole
        return
    for role in rule.by:
        own = next((each.happened_at for each in run.judgements if each.capacity == role), None)
        ends = own or _found_wanting(run)
        yield whole._replace(key=f"{whole.key}-{role}", owners=(role,), fulfilled_at=ends)


def _found_wanting(run: Run) -> datetime | None:
    return None if run.missed else run.unresolved_at


def _judging_due(
    matter: Matter, run: Run, terms: StageTerms, answered: datetime | None
) -> Due | None:
    limit, rule = judging_limit(matter.protocol, run.rung), terms.judging
    if limit is None or rule is None:
        return None
    began = run.alert_at if rule.counted_from is Moment.ALERT_ISSUED else answered
    if rule.counted_from is Moment.OUTSIDE_DATE:
        on = matter.dispute.outside_date(rule.which_date or "")
        began = start_of(on) if on else None
    if began is None:
        return None
    return due_in(matter, limit, began, holds(matter, clock="stage", run=run.number))


def _in_time(due: Due | None, since: datetime) -> Due | None:
    """A date, unless it had passed when the duty arose: nothing is missed before it is owed."""
    return due if due and since < due.at else None


def _next(matter: Matter, run: Run, terms: StageTerms) -> Iterator[Duty]:
    satisfied = satisfied_at(terms.stage, run)
    reported = run.alert_at if terms.answer is None else None
    since = run.unresolved_at or satisfied or reported
    if since is None or _only_flagged(run, terms):
        return
    what = _what_next(matter, run, terms, is_satisfied=satisfied is not None)
    due = None
    if not (run.missed or satisfied or _handed(matter, terms.stage)):
        answered = answered_at(terms.stage, run)
        due = _in_time(_judging_due(matter, run, terms, answered), since)
    done = run.left_at if _went_so(matter, run, what.act) else None
    yield Duty(f"{run.number}:next", what, terms.judges, since, due, done, run.left_at)


def _went_so(matter: Matter, run: Run, act: str) -> bool:
    """Whether the rung was left in the way that was owed: upwards, or by a decided end."""
    went_up = run.number < len(matter.dispute.runs)
    return went_up if act in ("escalate", "record referral outcome") else not went_up


def _what_next(matter: Matter, run: Run, terms: StageTerms, *, is_satisfied: bool) -> Terms:
    """The step that follows: what it is in words, its clause, and its act."""
    clause, why = _next_clause(run, terms), own(matter.protocol, _why(run, terms))
    if is_satisfied:
        return Terms("Record the outcome and close", clause, "resolve")
    above = next_stage(matter.protocol, terms.stage)
    if above:
        return Terms(f"{why}: escalate to {inside(above.label)}", clause, "escalate")
    bodies, handed = referrals(matter.protocol, matter.dispute), _handed(matter, terms.stage)
    for each in handed:
        if matter.dispute.handing(each.to).outcome_at is None:
            words = f"{why}: it is with {name_of(each.label)}, record what they decide"
            return Terms(words, each.remedy_clause or each.clause, "record referral outcome")
    if bodies and not handed:
        return Terms(f"{why}: decide on a referral, or how it ends", clause, "consider referral")
    return Terms(f"{why}: decide how it ends", clause, "resolve")


def _handed(matter: Matter, stage: Stage) -> list[Referral]:
    """The bodies to which the matter went, on the last stage: its days bind none of them."""
    if next_stage(matter.protocol, stage):
        return []
    bodies = referrals(matter.protocol, matter.dispute)
    return [each for each in bodies if matter.dispute.handing(each.to).referred_at]


def _why(run: Run, terms: StageTerms) -> str:
    if terms.answer is None and run.unresolved_at is None:
        return "The report is made"
    return "No answer came in time" if run.missed else "It is not resolved"


def _only_flagged(run: Run, terms: StageTerms) -> bool:
    """Whether a missing answer is no more than shown: so it is said, or nothing is said of it."""
    if not run.missed or terms.answer is None:
        return False
    return terms.answer.rule.if_none in (IfMissed.FLAG, NotStated.NOT_STATED)


def _next_clause(run: Run, terms: StageTerms) -> str:
    if run.missed and terms.answer and terms.answer.rule.if_none_clause:
        return terms.answer.rule.if_none_clause
    return terms.judging.clause if terms.judging else terms.stage.clause
