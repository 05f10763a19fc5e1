"""The way up a ladder: what has to be done next so that a dispute goes on, under any protocol."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from concord.core.dispute.decide import Case
from concord.core.dispute.decide.before import unmet
from concord.core.dispute.duties.fulfilment import act_of
from concord.core.dispute.ladder import (
    answer_rule,
    answered_at,
    judges,
    next_stage,
    satisfied_at,
    tier_of,
)
from concord.core.dispute.state import Phase, Run
from concord.core.protocol.definition import DutyRule, Referral, Stage
from concord.core.protocol.vocabulary import Act, NotStated, StageKind, Verb
from concord.core.record.envelope import Recorded

TEXT = "Words about Zebedee Quill"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that somebody in a role takes, with what is filled in."""

    role: str
    verb: str
    values: dict[str, Any]


def way_up(case: Case, *, satisfied: str) -> Iterator[Step]:
    """The steps that lead on from where a dispute stands; the first that is accepted is progress.

    `satisfied` ("yes" or "no") is how an answer is judged.
    """
    if case.matter.dispute.phase is Phase.INFORMAL:
        yield from _into_formal(case)
    elif case.matter.dispute.phase is Phase.FORMAL:
        yield from _on(case, case.stage, case.run, satisfied)


def _into_formal(case: Case) -> Iterator[Step]:
    raiser, tier = case.matter.dispute.raiser, tier_of(case.protocol, case.run.rung)
    if tier and not any(e.event.KIND == "dispute.conversation-recorded" for e in _entries(case)):
        how = tier.talk_how[0] if tier.talk_how else ""
        values = {"with_roles": [*tier.talk_with], "how": how, "text": TEXT}
        yield Step(raiser, "record conversation", values)
    if case.matter.dispute.informal_ended_at is None:
        yield Step(raiser, "end informal", {"reason": TEXT})
    yield from _before(case, Act.GO_FORMAL)
    issue = {"concern": TEXT, "outcome_sought": TEXT, "reason": TEXT}
    for role in dict.fromkeys((raiser, *case.protocol.raisers)):
        yield Step(role, "issue alert", issue)


def _on(case: Case, stage: Stage, run: Run, satisfied: str) -> Iterator[Step]:
    if run.alert_at is None:
        for role in stage.raised_by:
            yield Step(role, "issue alert", {"concern": TEXT, "outcome_sought": TEXT})
    elif case.matter.dispute.pause:
        for role in judges(stage):
            yield Step(role, "check hold", {"done": satisfied, "text": TEXT})
    elif answered_at(stage, run) is None and not run.unresolved_at:
        yield from _answering(case, stage, run)
    elif not run.unresolved_at and not satisfied_at(stage, run):
        verdict = {"satisfied": satisfied, "reasons": TEXT, "impact": TEXT, "outcome": TEXT}
        yield from (Step(role, "judge", verdict) for role in judges(stage))
    else:
        yield from _after_judging(case, stage)


def _answering(case: Case, stage: Stage, run: Run) -> Iterator[Step]:
    yield from _before(case, Act.MEET)
    meeting, rule = stage.meeting, answer_rule(stage)
    if meeting and not run.meetings:
        there = [*meeting.attend, *(stage.raised_by if meeting.raiser_attends == "yes" else ())]
        chair = (*meeting.chair, *stage.addressed_to)[0]
        minutes = {"chair": chair, "attended": there or [chair], "minutes": TEXT}
        for role in dict.fromkeys((*meeting.chair, *stage.addressed_to, *stage.raised_by)):
            yield Step(role, "record meeting", {**minutes, "independent": "yes"})
    if stage.kind is StageKind.ADJUDICATION and stage.adjudication:
        reasons = {"upheld": "no", "reasons": TEXT}
        yield from (Step(role, "adjudicate", reasons) for role in stage.adjudication.by)
    for role in rule.by if rule else ():
        kinds = [] if rule is None or isinstance(rule.kinds, NotStated) else [*rule.kinds]
        yield Step(role, "answer", {"kind": kinds[0] if kinds else "", "text": TEXT})


def _after_judging(case: Case, stage: Stage) -> Iterator[Step]:
    carriers = (*judges(stage), *stage.raised_by, case.matter.dispute.raiser)
    if next_stage(case.protocol, stage):
        yield from _before(case, Act.ESCALATE)
        why = {"rationale": TEXT, "reason": TEXT}
        yield from (Step(role, "escalate", why) for role in dict.fromkeys(carriers))
        return
    for body in case.protocol.referrals:
        yield from _referring(case, body)


def _referring(case: Case, body: Referral) -> Iterator[Step]:
    handing = case.matter.dispute.handing(body.to)
    about = {"to": body.to, "decision": "refer", "reasons": TEXT}
    if not handing.intended:
        yield from (Step(role, "consider referral", about) for role in body.by)
    yield from _before(case, Act.REFER)
    weighed = [{"what": what, "text": TEXT} for what in (*body.weighs, *body.test)]
    refer = {"to": body.to, "how": body.ways[0], "reasons": TEXT, "weighed": weighed}
    for role in body.by:
        yield Step(role, "refer", {**refer, "documents": TEXT, "without": TEXT})
        yield Step(role, "confirm referral", {"to": body.to, "text": TEXT})
        yield Step(role, "record referral outcome", {"to": body.to, "outcome": TEXT})


def _before(case: Case, act: Act) -> Iterator[Step]:
    for rule in unmet(case, act):
        verb, values = asked_for(rule)
        yield from (Step(role, verb, values) for role in rule.who)


def asked_for(rule: DutyRule) -> tuple[str, dict[str, Any]]:
    """The act that does what a rule asks for, with what is filled in."""
    return act_of(rule), _done(rule)


def _is_about_referring(rule: DutyRule) -> bool:
    return rule.verb is Verb.CONSIDER and rule.refers_to is not None


def _done(rule: DutyRule) -> dict[str, Any]:
    about, whom = rule.about or "", [*rule.whom]
    how = rule.how[0].value if rule.how else "letter"
    if _is_about_referring(rule):
        to = {"to": rule.refers_to, "decision": "refer", "reasons": TEXT}
        return {**to, "with_roles": whom}
    found: dict[Verb, dict[str, Any]] = {
        Verb.INFORM: {"whom": whom, "about": about, "how": how, "text": TEXT},
        Verb.CONSULT: {"whom": whom, "about": about, "text": TEXT},
        Verb.CONSIDER: {"about": about, "with_roles": whom, "result": TEXT},
        Verb.SEEK_ADVICE: {"kind": about, "given_by": "Example Chambers"},
        Verb.RECEIVE_ADVICE: {"kind": about, "given_by": "Example Chambers", "text": TEXT},
        Verb.TALK: {"with_roles": whom, "text": TEXT},
        Verb.AGREE_ACTIONS: {"actions": [{"what": TEXT, "on": "2026-12-01"}]},
        Verb.RAISE_AT: {"stage": about, "concern": TEXT, "outcome_sought": TEXT},
    }
    return found.get(rule.verb, {"text": TEXT})


def _entries(case: Case) -> tuple[Recorded, ...]:
    return case.matter.dispute.entries
