"""The duties of a stage: issue the alert, answer it, meet, judge, decide what follows."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.clock.deadline import Anchor, deadline
from concord.core.clock.limit import Limit
from concord.core.dispute.clocks import answer_due, holds
from concord.core.dispute.due import Due, counted
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.ladder import (
    answer_rule,
    answered_at,
    judges,
    judging_rule,
    next_stage,
    referrals,
    satisfied_at,
    stage_of,
)
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.definition import Referral, Stage
from concord.core.protocol.vocabulary import IfMissed, Moment, NotStated, StageKind

SILENT = NotStated.NOT_STATED
NOT_STATED = SILENT.value


def stage_duties(matter: Matter, run: Run) -> Iterator[Duty]:
    """The duties that come with a stage by itself, in the order in which they arise."""
    stage = stage_of(matter.protocol, run.rung)
    if stage is None:
        return
    yield _issue(matter, run, stage)
    if run.alert_at is not None:
        yield from _answers(matter, run, stage)
        yield from _meeting(matter, run, stage)
        yield from _judging(matter, run, stage)
        yield from _next(matter, run, stage)


def _issue(matter: Matter, run: Run, stage: Stage) -> Duty:
    return Duty(
        key=f"{run.number}:issue",
        what=f"Issue the {matter.protocol.labels.alert} at {stage.label}",
        owners=stage.raised_by,
        clause=stage.clause,
        since=run.opened_at,
        act="issue alert",
        no_date=NOT_STATED,
        fulfilled_at=run.alert_at,
        ended_at=run.left_at,
    )


def _answers(matter: Matter, run: Run, stage: Stage) -> Iterator[Duty]:
    rule = answer_rule(stage)
    if rule is None:
        return
    due = answer_due(matter, run)
    whole = Duty(
        key=f"{run.number}:answer",
        what=_answer_words(matter, stage),
        owners=rule.by,
        clause=rule.limit_clause or rule.clause,
        since=run.alert_at or run.opened_at,
        act="adjudicate" if stage.kind is StageKind.ADJUDICATION else "answer",
        due=due,
        no_date="" if due else NOT_STATED,
        fulfilled_at=answered_at(stage, run),
        ended_at=run.left_at,
    )
    yield from _each_of(run, whole) if rule.all_of_them else (whole,)
    if rule.answerable:
        what = f"See to it that the {matter.protocol.labels.answer} comes in time ({stage.label})"
        key, clause = f"{run.number}:see-to-answer", rule.answerable_clause or rule.clause
        yield whole._replace(key=key, what=what, owners=rule.answerable, clause=clause, act="")


def _each_of(run: Run, whole: Duty) -> Iterator[Duty]:
    for role in whole.owners:
        given = next((each.happened_at for each in run.answers if each.capacity == role), None)
        yield whole._replace(key=f"{whole.key}-{role}", owners=(role,), fulfilled_at=given)


def _answer_words(matter: Matter, stage: Stage) -> str:
    if stage.kind is StageKind.ADJUDICATION:
        return f"Decide in writing whether the challenge is upheld, with reasons ({stage.label})"
    return f"Answer the {matter.protocol.labels.alert} in writing ({stage.label})"


def _meeting(matter: Matter, run: Run, stage: Stage) -> Iterator[Duty]:
    if stage.meeting is None or stage.meeting.needed == "if necessary":
        return
    due = answer_due(matter, run)
    met = run.meetings[0].happened_at if run.meetings else None
    either = stage.meeting.needed == "or adjudication"
    yield Duty(
        key=f"{run.number}:meeting",
        what=f"Hold the {stage.label} meeting" + (" or adjudicate in writing" if either else ""),
        owners=stage.meeting.chair or stage.raised_by,
        clause=stage.meeting.clause,
        since=run.alert_at or run.opened_at,
        act="record meeting",
        due=due,
        no_date="" if due else NOT_STATED,
        fulfilled_at=met or (answered_at(stage, run) if either else None),
        ended_at=run.left_at,
    )


def _judging(matter: Matter, run: Run, stage: Stage) -> Iterator[Duty]:
    rule, answered = judging_rule(stage), answered_at(stage, run)
    if answered is None:
        return
    due = _in_time(_judging_due(matter, run, stage), answered)
    whole = Duty(
        key=f"{run.number}:judge",
        what=f"Judge the {matter.protocol.labels.answer} ({stage.label})",
        owners=judges(stage),
        clause=rule.clause if rule else stage.clause,
        since=answered,
        act="judge",
        due=due,
        no_date="" if due else NOT_STATED,
        fulfilled_at=satisfied_at(stage, run) or _found_wanting(run),
        ended_at=run.left_at,
    )
    if rule is None or not rule.all_of_them:
        yield whole
        return
    for role in rule.by:
        own = next((each.happened_at for each in run.judgements if each.capacity == role), None)
        yield whole._replace(key=f"{whole.key}-{role}", owners=(role,), fulfilled_at=own)


def _found_wanting(run: Run) -> datetime | None:
    return None if run.missed else run.unresolved_at


def _judging_due(matter: Matter, run: Run, stage: Stage) -> Due | None:
    rule, answered = judging_rule(stage), answered_at(stage, run)
    if rule is None or not isinstance(rule.within, Limit):
        return None
    from_alert = rule.counted_from is Moment.ALERT_ISSUED
    began = run.alert_at if from_alert else answered
    if began is None:
        return None
    anchor = Anchor(began, rule.counted_from, rule.clause)
    stopped = holds(matter, clock="stage", run=run.number)
    return counted(deadline(anchor, limit=rule.within, calendar=matter.calendar, holds=stopped))


def _in_time(due: Due | None, since: datetime) -> Due | None:
    """A date, unless it had passed when the duty arose: nothing is missed before it is owed."""
    return due if due and since < due.at else None


def _next(matter: Matter, run: Run, stage: Stage) -> Iterator[Duty]:
    satisfied = satisfied_at(stage, run)
    since = run.unresolved_at or satisfied
    if since is None or _only_flagged(run, stage):
        return
    act, words, clause = _what_next(matter, run, stage)
    act = "resolve" if satisfied else act
    undated = run.missed or satisfied or _handed(matter, stage)
    due = None if undated else _in_time(_judging_due(matter, run, stage), since)
    yield Duty(
        key=f"{run.number}:next",
        what="Record the outcome and close" if satisfied else f"{_why(run)}: {words}",
        owners=judges(stage),
        clause=_next_clause(run, stage) if satisfied else clause,
        since=since,
        act=act,
        due=due,
        no_date="" if due else NOT_STATED,
        fulfilled_at=run.left_at if _went_so(matter, run, act) else None,
        ended_at=run.left_at,
    )


def _went_so(matter: Matter, run: Run, act: str) -> bool:
    """Whether the rung was left in the way that was owed: upwards, or by a decided end."""
    went_up = run.number < len(matter.dispute.runs)
    return went_up if act in ("escalate", "record referral outcome") else not went_up


def _what_next(matter: Matter, run: Run, stage: Stage) -> tuple[str, str, str]:
    """The act that follows, what it is in words, and its clause."""
    above, clause = next_stage(matter.protocol, stage), _next_clause(run, stage)
    if above:
        return "escalate", f"escalate to {above.label}", clause
    bodies, handed = referrals(matter.protocol, matter.dispute), _handed(matter, stage)
    for each in handed:
        if matter.dispute.handing(each.to).outcome_at is None:
            words = f"it is with {each.label}, record what they decide"
            return "record referral outcome", words, each.remedy_clause or each.clause
    if bodies and not handed:
        return "consider referral", "decide on a referral, or how it ends", clause
    return "resolve", "decide how it ends", clause


def _handed(matter: Matter, stage: Stage) -> list[Referral]:
    """The bodies to which the matter went, on the last stage: its days bind none of them."""
    if next_stage(matter.protocol, stage):
        return []
    bodies = referrals(matter.protocol, matter.dispute)
    return [each for each in bodies if matter.dispute.handing(each.to).referred_at]


def _why(run: Run) -> str:
    return "No answer came in time" if run.missed else "It is not resolved"


def _only_flagged(run: Run, stage: Stage) -> bool:
    """Whether a missing answer is no more than shown: so it is said, or nothing is said of it."""
    rule = answer_rule(stage)
    return run.missed and rule is not None and rule.if_none in (IfMissed.FLAG, SILENT)


def _next_clause(run: Run, stage: Stage) -> str:
    rule, answer = judging_rule(stage), answer_rule(stage)
    if run.missed and answer and answer.if_none_clause:
        return answer.if_none_clause
    return rule.clause if rule else stage.clause
