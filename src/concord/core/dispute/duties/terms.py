"""What the duties of a rung are about: it follows from the protocol alone and is made once."""

from functools import lru_cache
from typing import NamedTuple

from concord.core.dispute.duties.model import Terms
from concord.core.dispute.ladder import KEPT, answer_rule, judges, judging_rule, stage_of, tier_of
from concord.core.dispute.own_words import own
from concord.core.dispute.words import Words, inside
from concord.core.protocol.definition import Answer, Informal, Judging, Protocol, Stage
from concord.core.protocol.vocabulary import NotStated, StageKind, Verb


class AnswerTerms(NamedTuple):
    """What is owed about an answer: giving it, and where it is said, seeing to it that it comes."""

    rule: Answer
    given: Terms
    seen_to: Terms | None


class MeetingTerms(NamedTuple):
    """A meeting that is owed, by whom, and whether a written adjudication will do instead."""

    held: Terms
    owners: tuple[str, ...]
    or_adjudication: bool


class StageTerms(NamedTuple):
    """What is owed at a stage. Absent: the protocol asks for no such thing there."""

    stage: Stage
    issue: Terms
    answer: AnswerTerms | None
    meeting: MeetingTerms | None
    judging: Judging | None
    judges: tuple[str, ...]
    judged: Terms


class TierTerms(NamedTuple):
    """What is owed in an informal tier. Absent: the protocol asks for no such thing there."""

    tier: Informal
    respond: Terms
    time_is_up: Terms
    decide: Terms | None
    at_most: Terms | None


@lru_cache(KEPT)
def stage_terms(protocol: Protocol, rung: str) -> StageTerms | None:
    """What is owed at a stage; None where the rung is an informal tier."""
    stage = stage_of(protocol, rung)
    if stage is None:
        return None
    rule = judging_rule(stage)
    clause = rule.clause if rule else stage.clause
    return StageTerms(
        stage=stage,
        issue=_issue(protocol, stage),
        answer=_answer(protocol, stage),
        meeting=_meeting(stage),
        judging=rule,
        judges=judges(stage),
        judged=Terms(f"Judge the {protocol.labels.answer} ({stage.label})", clause, "judge"),
    )


@lru_cache(KEPT)
def tier_terms(protocol: Protocol, rung: str) -> TierTerms | None:
    """What is owed in an informal tier; None where the rung is a stage."""
    tier = tier_of(protocol, rung)
    if tier is None:
        return None
    respond = "Respond to the concern and agree what will be done"
    up = "The time for informal resolution is up: agree actions, give more time or go formal"
    return TierTerms(
        tier=tier,
        respond=Terms(own(protocol, respond), tier.clause, "record conversation"),
        time_is_up=Terms(own(protocol, up), tier.clause, "issue alert"),
        decide=_decide(protocol, tier),
        at_most=_at_most(tier),
    )


def _issue(protocol: Protocol, stage: Stage) -> Terms:
    if stage.refers_to is not None:
        what = f"Refer it to {Words(protocol).the_body(stage.refers_to)}, or decide how it ends"
        return Terms(what, stage.clause, "refer", about=stage.refers_to)
    what = f"Issue the {protocol.labels.alert} at {inside(stage.label)}"
    return Terms(what, stage.clause, "issue alert")


def _decide(protocol: Protocol, tier: Informal) -> Terms | None:
    """The decision once talking has failed; None where a rule of the file itself asks for it."""
    if any(rule.verb is Verb.DECIDE_FORMAL for rule in protocol.duties):
        return None
    what = "It was not resolved informally: go formal, resolve or withdraw"
    return Terms(own(protocol, what), tier.clause, "issue alert")


def _answer(protocol: Protocol, stage: Stage) -> AnswerTerms | None:
    rule = answer_rule(stage)
    if rule is None:
        return None
    if stage.kind is StageKind.ADJUDICATION:
        act, what = "adjudicate", "Decide in writing whether the challenge is upheld, with reasons"
    else:
        act, what = "answer", f"Answer the {protocol.labels.alert} in writing"
    given = Terms(f"{what} ({stage.label})", rule.limit_clause or rule.clause, act)
    return AnswerTerms(rule, given, _seen_to(protocol, stage, rule) if rule.answerable else None)


def _seen_to(protocol: Protocol, stage: Stage, rule: Answer) -> Terms:
    what = f"See to it that the {protocol.labels.answer} comes in time ({stage.label})"
    return Terms(what, rule.answerable_clause or rule.clause, "")


def _meeting(stage: Stage) -> MeetingTerms | None:
    rule = stage.meeting
    if rule is None or rule.needed == "if necessary":
        return None
    either = rule.needed == "or adjudication"
    what = f"Hold the {stage.label} meeting" + (" or adjudicate in writing" if either else "")
    held = Terms(what, rule.clause, "record meeting")
    return MeetingTerms(held, rule.chair or stage.raised_by, either)


def _at_most(tier: Informal) -> Terms | None:
    if isinstance(tier.at_most, NotStated):
        return None
    what = f"Bring {inside(tier.label)} to an end, or go formal"
    return Terms(what, tier.at_most.clause, "end informal")
