"""Answering an alert, meeting about it, adjudicating, and judging what came."""

from collections.abc import Collection

from concord.core.dispute.decide.before import first_unmet
from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import passed_day
from concord.core.dispute.decide.spec import FORMAL, ActSpec
from concord.core.dispute.events import (
    Adjudicated,
    AnswerDateAgreed,
    Answered,
    AnswerJudged,
    MeetingHeld,
)
from concord.core.dispute.ladder import answer_rule, answered_at, judges, judging_rule
from concord.core.dispute.words import capital, day
from concord.core.protocol.definition import Answer, Meeting, Stage
from concord.core.protocol.vocabulary import Act, NotStated, SetBy, StageKind
from concord.core.record.fields import changed


def answerers(case: Case) -> Collection[str]:
    """Who answers at the stage."""
    rule = answer_rule(case.stage)
    return (*rule.by, *rule.substitute) if rule else ()


def adjudicators(case: Case) -> Collection[str]:
    """Who adjudicates at the stage; nobody where it has no adjudication."""
    return case.stage.adjudication.by if case.stage.adjudication else ()


def meeting_recorders(case: Case) -> Collection[str]:
    """Who may record the meeting: its chair, who attends, who raised the alert and who has it."""
    meeting = case.stage.meeting
    if meeting is None:
        return ()
    return (*meeting.chair, *meeting.attend, *case.stage.raised_by, *case.stage.addressed_to)


def judges_here(case: Case) -> Collection[str]:
    """Who judges at the stage."""
    return judges(case.stage)


def answer_clause(case: Case) -> str:
    """The clause about answering at the stage."""
    rule = answer_rule(case.stage)
    return rule.clause if rule else case.stage.clause


def judging_clause(case: Case) -> str:
    """The clause about judging at the stage."""
    rule = judging_rule(case.stage)
    return rule.clause if rule else case.stage.clause


def stage_clause(case: Case) -> str:
    """The clause about the stage."""
    return case.stage.clause


def _issued(case: Case) -> Refused | None:
    if case.run.alert_at is not None:
        return None
    return Refused(
        "no-alert-yet",
        f"The {case.words.alert} of {case.stage.label} is not issued yet",
        case.stage.clause,
        f"It waits for {case.words.roles(case.stage.raised_by, last='or')}",
    )


def _may_answer(case: Case, _proposal: Answered) -> Refused | None:
    stage = case.stage
    return (
        _issued(case)
        or _adjudication_instead(stage)
        or _already_answered(case, stage)
        or _meeting(case, stage)
    )


def _adjudication_instead(stage: Stage) -> Refused | None:
    if stage.kind is not StageKind.ADJUDICATION:
        return None
    return Refused(
        "adjudicate-instead",
        f"{stage.label} is answered by a written adjudication",
        stage.clause,
        "Give a written adjudication",
    )


def _already_answered(case: Case, stage: Stage) -> Refused | None:
    answers, rule = case.run.answers, answer_rule(stage)
    mine = any(each.capacity == case.capacity for each in answers) if answers else False
    if not mine and (rule is None or rule.all_of_them or not answers):
        return None
    return Refused(
        "already-answered",
        f"The {case.words.answer} is given, and what was given is not changed",
        answer_clause(case),
        "Correct your entry by a further one, or record a conversation",
    )


def _meeting(case: Case, stage: Stage) -> Refused | None:
    meeting = stage.meeting
    if meeting is None or meeting.needed == "if necessary" or case.run.meetings:
        return None
    other = " or adjudicate in writing" if meeting.needed == "or adjudication" else ""
    return Refused(
        "meet-first",
        f"The meeting of {stage.label} is not on the record",
        meeting.clause,
        f"Record the meeting with its minutes{other}",
    )


def _answer(case: Case, proposal: Answered) -> Outcome:
    stage = case.stage
    rule = answer_rule(stage)
    kinds = rule.kinds if rule else NotStated.NOT_STATED
    if isinstance(kinds, NotStated) or proposal.kind in kinds:
        passed = passed_day(case, proposal.actions, clause=answer_clause(case))
        complete = rule is None or not _others_owe(case, rule)
        return passed or (changed(proposal, stage=stage.id, complete=complete),)
    offered = ", ".join(f'"{label}"' for label in kinds.values())
    sentence = f"This protocol has other kinds of {case.words.answer} at {stage.label}"
    hint = f"Choose one of: {offered}"
    return Refused("kind-not-offered", sentence, answer_clause(case), hint, "kind")


def _others_owe(case: Case, rule: Answer) -> bool:
    """Whether all have to answer, and not all have done so with this answer."""
    given = {case.capacity, *(each.capacity for each in case.run.answers)}
    return rule.all_of_them and not given.issuperset(rule.by)


def _to_agree(case: Case, _proposal: AnswerDateAgreed) -> Refused | None:
    rule = answer_rule(case.stage)
    if rule is None or rule.within is not SetBy.NEGOTIATED:
        sentence = f"The time for the {case.words.answer} is not agreed at {case.stage.label}"
        hint = "The time limit of the protocol counts"
        return Refused("time-not-negotiated", sentence, answer_clause(case), hint)
    return _issued(case) or _already_answered(case, case.stage)


def _agree_date(case: Case, proposal: AnswerDateAgreed) -> Outcome:
    if proposal.on is not None and proposal.on < case.today:
        clause = answer_clause(case)
        sentence = f"{day(proposal.on)} has passed"
        return Refused("day-has-passed", sentence, clause, "Give today or a later day")
    return (changed(proposal, stage=case.stage.id),)


def agreeing(case: Case) -> Collection[str]:
    """Who records by when the answer is agreed to come: either side."""
    return (*judges(case.stage), *case.stage.raised_by, *answerers(case))


def _may_adjudicate(case: Case, _proposal: Adjudicated) -> Refused | None:
    return _issued(case) or _already_answered(case, case.stage)


def _adjudicate(case: Case, proposal: Adjudicated) -> Outcome:
    return (changed(proposal, stage=case.stage.id),)


def _may_meet(case: Case, _proposal: MeetingHeld) -> Refused | None:
    return _issued(case) or first_unmet(case, Act.MEET, owed_by=case.capacity)


def _meet(case: Case, proposal: MeetingHeld) -> Outcome:
    meeting = case.stage.meeting
    if meeting is None:
        return (proposal,)
    if meeting.chair and proposal.chair not in meeting.chair:
        chair = case.words.roles(meeting.chair, last="or")
        sentence = f"The meeting of {case.stage.label} is chaired by {chair}"
        hint = f"Record a meeting with {chair}"
        return Refused("other-chair", sentence, meeting.clause, hint, "chair")
    absent = [role for role in meeting.attend if role not in proposal.attended]
    if absent:
        sentence = f"The meeting was without {case.words.roles(absent)}"
        hint = "Meet again with all of them"
        return Refused("someone-missing", sentence, meeting.clause, hint, "attended")
    wrongly = _raiser_there(case, meeting, proposal)
    if wrongly:
        return wrongly
    if meeting.minutes == "independent" and proposal.independent != "yes":
        sentence = "The minutes have to be taken by somebody with no part in the matter"
        hint = "Record a meeting whose minutes such a person took"
        return Refused("minutes-not-independent", sentence, meeting.clause, hint, "independent")
    return (changed(proposal, stage=case.stage.id),)


def _raiser_there(case: Case, meeting: Meeting, proposal: MeetingHeld) -> Refused | None:
    there = bool(set(case.stage.raised_by) & set(proposal.attended))
    raiser = case.words.roles(case.stage.raised_by, last="or")
    if meeting.raiser_attends == "yes" and not there:
        sentence = f"The meeting was without {raiser}"
        hint = "Meet again with all of them"
        return Refused("someone-missing", sentence, meeting.clause, hint, "attended")
    if meeting.raiser_attends == "no" and there:
        sentence = f"{capital(raiser)} does not attend the meeting of {case.stage.label}"
        hint = "Record who else was there"
        return Refused("raiser-not-there", sentence, meeting.clause, hint, "attended")
    return None


def on_hold(case: Case) -> Refused | None:
    """The refusal of a step that waits while the alert is on hold."""
    pause = case.matter.dispute.pause
    if pause is None:
        return None
    holding = case.protocol.holding
    return Refused(
        "on-hold",
        f"The {case.words.alert} is on hold until {day(pause.until)} and the task is not checked",
        case.stage.clause if isinstance(holding, NotStated) else holding.clause,
        "Check the task, or lift the hold with a reason",
    )


def _may_judge(case: Case, _proposal: AnswerJudged) -> Refused | None:
    if case.run.alert_at is None or answered_at(case.stage, case.run) is None:
        return _issued(case) or Refused(
            "nothing-to-judge",
            f"No {case.words.answer} to judge has come at {case.stage.label}",
            judging_clause(case),
            "Wait for it, or escalate when its time is over",
        )
    if any(each.capacity == case.capacity for each in case.run.judgements):
        return Refused(
            "already-judged",
            f"The {case.words.answer} is judged",
            judging_clause(case),
            "Resolve, escalate, or correct your entry by a further one",
        )
    return _found_wanting(case) or on_hold(case)


def _found_wanting(case: Case) -> Refused | None:
    """One judge who is not satisfied is enough, also where all of several judge."""
    if case.run.unresolved_at is None or case.run.missed:
        return None
    return Refused(
        "already-unresolved",
        f"That {case.stage.label} did not resolve it is on the record already",
        judging_clause(case),
        "Escalate, or record a conversation",
    )


def _judge(case: Case, proposal: AnswerJudged) -> Outcome:
    rule = judging_rule(case.stage)
    for part in rule.writes if rule else ():
        if not getattr(proposal, part):
            sentence = f"The {part} has to be written down when the {case.words.answer} is judged"
            hint = f"Write the {part}"
            return Refused(f"{part}-needed", sentence, judging_clause(case), hint, part)
    return (changed(proposal, stage=case.stage.id),)


SPECS = (
    ActSpec(Answered, FORMAL, answerers, answer_clause, _may_answer, _answer),
    ActSpec(AnswerDateAgreed, FORMAL, agreeing, answer_clause, _to_agree, _agree_date),
    ActSpec(Adjudicated, FORMAL, adjudicators, stage_clause, _may_adjudicate, _adjudicate),
    ActSpec(MeetingHeld, FORMAL, meeting_recorders, stage_clause, _may_meet, _meet),
    ActSpec(AnswerJudged, FORMAL, judges_here, judging_clause, _may_judge, _judge),
)
