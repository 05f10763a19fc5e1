"""Where a dispute stands on its protocol's ladder."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from concord.core.dispute.events import Adjudicated, AnswerJudged
from concord.core.dispute.state import Dispute, Phase, Run
from concord.core.protocol.definition import (
    Answer,
    Holding,
    Informal,
    Judging,
    Protocol,
    Referral,
    Stage,
    WayIn,
)
from concord.core.protocol.vocabulary import ChildStatus, NotStated
from concord.core.record.envelope import Recorded

# What follows from a protocol alone, or from one of its rungs, is kept for this many of them.
KEPT = 2048


def stage_of(protocol: Protocol, rung: str) -> Stage | None:
    """The stage with this id, or None when the id is an informal tier's or nobody's."""
    return _stages(protocol).get(rung)


def tier_of(protocol: Protocol, rung: str) -> Informal | None:
    """The informal tier with this id, or None."""
    return _tiers(protocol).get(rung)


def current_stage(protocol: Protocol, dispute: Dispute) -> Stage | None:
    """The stage on which an open dispute stands now; None before the formal process."""
    run = dispute.run
    return stage_of(protocol, run.rung) if run else None


def next_stage(protocol: Protocol, stage: Stage) -> Stage | None:
    """The stage above, or None at the top."""
    return _above(protocol).get(stage.id)


def stages_above(protocol: Protocol, dispute: Dispute) -> tuple[Stage, ...]:
    """The stages to which an open dispute can go on, in the ladder's order: the next one, and
    those that a way in leads to while it runs. Empty before the formal process and at the top.
    """
    here = current_stage(protocol, dispute)
    if here is None:
        return ()
    ways = (way for way in ways_in(protocol) if "while it runs" in way.when)
    into = {stage for way in ways for stage in way.into}
    higher = protocol.stages[protocol.stages.index(here) + 1 :]
    return tuple(stage for stage in higher if stage is higher[0] or stage.id in into)


def answer_rule(stage: Stage) -> Answer | None:
    """Who answers at a stage; None where the protocol asks for no answer."""
    return None if isinstance(stage.answer, NotStated) else stage.answer


def judging_rule(stage: Stage) -> Judging | None:
    """Who judges at a stage; None where the protocol is silent."""
    return None if isinstance(stage.judged, NotStated) else stage.judged


def holding_rule(protocol: Protocol) -> Holding | None:
    """The protocol's hold; None where it has none."""
    return None if isinstance(protocol.holding, NotStated) else protocol.holding


def ways_in(protocol: Protocol) -> tuple[WayIn, ...]:
    """The ways into stages other than by the ladder; empty where the protocol is silent."""
    return () if isinstance(protocol.ways_in, NotStated) else protocol.ways_in


def way_of(protocol: Protocol, way: str) -> WayIn | None:
    """The way in with this id, or None for the ladder itself."""
    return next((each for each in ways_in(protocol) if each.id == way), None)


@lru_cache(KEPT)
def not_for_this_child(protocol: Protocol, status: ChildStatus) -> frozenset[str]:
    """The roles that are there for other children only, such as a child protection chair's."""
    roles = protocol.roles.items()
    return frozenset(name for name, role in roles if role.children and status not in role.children)


def other_raisers(protocol: Protocol, dispute: Dispute) -> frozenset[str]:
    """Those who could have raised it and did not, where the protocol leaves it to one person."""
    return _other_raisers(protocol, dispute.raiser)


def without_part(protocol: Protocol, dispute: Dispute) -> frozenset[str]:
    """The roles that owe nothing in a dispute and may do nothing in it, whatever else is said."""
    return _without_part(protocol, dispute.child_status, dispute.raiser)


def referrals(protocol: Protocol, dispute: Dispute) -> tuple[Referral, ...]:
    """The bodies outside to which the matter of this child can be referred."""
    return _referrals(protocol, dispute.child_status)


def judges(stage: Stage) -> tuple[str, ...]:
    """Who judges the answer at a stage: the roles named, else those who raised it there."""
    rule = judging_rule(stage)
    return rule.by if rule else stage.raised_by


def raising_side(protocol: Protocol, dispute: Dispute) -> tuple[str, ...]:
    """The roles that carry the challenge now: raisers and judges of the stage it stands on.

    Only they resolve or withdraw (IRO Handbook chapter 6: the challenge is the reviewing side's).
    """
    stage = current_stage(protocol, dispute)
    if stage is None:
        return (dispute.raiser,) if dispute.raiser else protocol.raisers
    return _raising_at(protocol, stage.id)


def answered_at(stage: Stage, run: Run) -> datetime | None:
    """When the answer was complete: of anyone asked, or of all where the protocol says all."""
    if not run.answers:
        return None
    rule = answer_rule(stage)
    if rule is None or not rule.all_of_them or _adjudicated(run):
        return run.answers[-1].happened_at
    answered = {entry.capacity: entry.happened_at for entry in run.answers}
    return max(answered.values()) if set(rule.by) <= set(answered) else None


def satisfied_at(stage: Stage, run: Run) -> datetime | None:
    """When the matter was satisfied on a rung: the task of its hold was found done, or the answer
    was judged satisfactory, by one judge or by all as the protocol says.
    """
    if run.task_done_at and (not run.unresolved_at or run.unresolved_at <= run.task_done_at):
        return run.task_done_at
    if run.unresolved_at or not run.judgements:
        return None
    verdicts = _verdicts(run)
    rule = judging_rule(stage)
    if not verdicts or any(e.satisfied != "yes" for _, e in verdicts):
        return None
    if rule and rule.all_of_them and not set(rule.by) <= {entry.capacity for entry, _ in verdicts}:
        return None
    return verdicts[-1][0].happened_at


def exhausted(dispute: Dispute, rung: str) -> bool:
    """Whether a dispute has been on a rung and it did not resolve the matter there."""
    return any(run.rung == rung and (run.left_at or run.unresolved_at) for run in dispute.runs)


def is_formal(dispute: Dispute) -> bool:
    """Whether the formal process has begun and not ended."""
    return dispute.phase is Phase.FORMAL


@lru_cache(KEPT)
def _stages(protocol: Protocol) -> Mapping[str, Stage]:
    return {stage.id: stage for stage in reversed(protocol.stages)}


@lru_cache(KEPT)
def _tiers(protocol: Protocol) -> Mapping[str, Informal]:
    return {tier.id: tier for tier in reversed(protocol.informal)}


@lru_cache(KEPT)
def _above(protocol: Protocol) -> Mapping[str, Stage]:
    return {below.id: above for below, above in pairwise(protocol.stages)}


@lru_cache(KEPT)
def _other_raisers(protocol: Protocol, raiser: str) -> frozenset[str]:
    alone = protocol.raiser_alone and raiser in protocol.raisers
    return frozenset(protocol.raisers) - {raiser} if alone else frozenset()


@lru_cache(KEPT)
def _without_part(protocol: Protocol, status: ChildStatus, raiser: str) -> frozenset[str]:
    return not_for_this_child(protocol, status) | _other_raisers(protocol, raiser)


@lru_cache(KEPT)
def _referrals(protocol: Protocol, status: ChildStatus) -> tuple[Referral, ...]:
    return tuple(
        each for each in protocol.referrals if not each.children or status in each.children
    )


@lru_cache(KEPT)
def _raising_at(protocol: Protocol, rung: str) -> tuple[str, ...]:
    stage = _stages(protocol)[rung]
    return tuple(dict.fromkeys((*judges(stage), *stage.raised_by)))


def _verdicts(run: Run) -> list[tuple[Recorded, AnswerJudged]]:
    return [(each, each.event) for each in run.judgements if isinstance(each.event, AnswerJudged)]


def _adjudicated(run: Run) -> bool:
    return isinstance(run.answers[-1].event, Adjudicated)
