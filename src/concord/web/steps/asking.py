"""Which fields a step's form asks for now: only what this protocol needs at this moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from concord.core.dispute.begin import asked_before, stages_to_begin
from concord.core.dispute.decide.before import all_of_them, unmet_in
from concord.core.dispute.events import (
    AlertIssued,
    Answered,
    AnswerJudged,
    ConcernRaised,
    ConversationRecorded,
    DisputeEvent,
    Escalated,
    MeetingHeld,
    Referred,
)
from concord.core.dispute.ladder import (
    answer_rule,
    current_stage,
    judging_rule,
    referrals,
    stages_above,
    tier_of,
    ways_in,
)
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Stage
from concord.core.protocol.vocabulary import Act, Moment, NotStated


@dataclass(frozen=True, slots=True)
class Asking:
    """The fields that a form leaves out, those that the protocol needs filled in, and what is
    said of a field now besides its label.
    """

    left_out: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    hints: Mapping[str, str] = field(default_factory=dict)


def asking(matter: Matter, kind: type[DisputeEvent], roles: frozenset[str]) -> Asking:
    """What a step's form asks somebody with these roles for, in a matter as it stands."""
    if kind is AlertIssued:
        return _alerting(matter, roles)
    rule = _RULES.get(kind)
    return rule(matter) if rule else Asking()


def entry_stages(matter: Matter, roles: frozenset[str]) -> tuple[Stage, ...]:
    """The stages at which somebody with these roles may begin; none when it has begun."""
    begun = matter.dispute.formal_at is not None
    return () if begun else stages_to_begin(matter.protocol, roles)


def another_way(matter: Matter, kind: type[DisputeEvent], roles: frozenset[str]) -> bool:
    """Whether a step that is refused as it stands may be possible by what its form asks for:
    another stage, or the reason why stages are passed over.
    """
    if kind is AlertIssued:
        return len(entry_stages(matter, roles)) > 1
    return kind is Escalated and _past_running(matter, roles)


def _past_running(matter: Matter, roles: frozenset[str] | None = None) -> bool:
    """Whether a way leads on while the stage runs; for anybody where no roles are given."""
    run, above = (
        matter.dispute.run,
        {each.id for each in stages_above(matter.protocol, matter.dispute)},
    )
    if run is None or run.unresolved_at:
        return False
    return any(
        "while it runs" in way.when and above & {*way.into} and (roles is None or roles & {*way.by})
        for way in ways_in(matter.protocol)
    )


def _unless(**asked: bool) -> frozenset[str]:
    return frozenset(name for name, wanted in asked.items() if not wanted)


def _can_be_sooner(stages: tuple[Stage, ...]) -> bool:
    rules = (answer_rule(stage) for stage in stages)
    return any(rule.sooner for rule in rules if rule)


def _raising(matter: Matter) -> Asking:
    protocol = matter.protocol
    tier = protocol.informal[0] if protocol.informal else None
    counted = [rule.counted_from for rule in protocol.duties]
    if tier and not isinstance(tier.at_most, NotStated):
        counted.append(tier.at_most.counted_from)
    left_out = _unless(
        identified_on=Moment.CONCERN_IDENTIFIED in counted, raised_with=tier is not None
    )
    sets_time = tier is not None and tier.time_set_by == "the raiser"
    return Asking(left_out, frozenset(("respond_by",)) if sets_time else frozenset())


def _talking(matter: Matter) -> Asking:
    tier = tier_of(matter.protocol, matter.dispute.runs[-1].rung) if matter.dispute.runs else None
    ways = bool(tier and tier.talk_how)
    return Asking(_unless(why_this_way=ways), frozenset(("how",)) if ways else frozenset())


def _alerting(matter: Matter, roles: frozenset[str]) -> Asking:
    protocol, stages = matter.protocol, entry_stages(matter, roles)
    here = current_stage(protocol, matter.dispute)
    sooner = _can_be_sooner(stages or ((here,) if here else ()))
    reason = any(asked_before(matter, stage, roles).reason_needed for stage in stages)
    needed = frozenset(("stage",)) if len(stages) > 1 else frozenset()
    return Asking(_unless(reason=reason, answer_by=sooner), needed)


def _answering(matter: Matter) -> Asking:
    stage = current_stage(matter.protocol, matter.dispute)
    rule = answer_rule(stage) if stage else None
    stated = rule is not None and not isinstance(rule.kinds, NotStated)
    return Asking(needed=frozenset(("kind",)) if stated else frozenset())


def _judging(matter: Matter) -> Asking:
    stage = current_stage(matter.protocol, matter.dispute)
    rule = judging_rule(stage) if stage else None
    writes = rule.writes if rule else ()
    left_out = _unless(impact="impact" in writes, outcome="outcome" in writes)
    return Asking(left_out, frozenset(writes))


def _escalating(matter: Matter) -> Asking:
    protocol = matter.protocol
    stages, rule = stages_above(protocol, matter.dispute), protocol.escalating
    reasons = len(stages) > 1 or any(stage.reserved_for for stage in stages)
    reasons = reasons or _past_running(matter)
    wanted = not isinstance(rule, NotStated) and rule.rationale_needed
    left_out = _unless(reason=reasons, answer_by=_can_be_sooner(stages))
    needed = {"rationale": wanted, "to": len(stages) > 1}
    return Asking(left_out, frozenset(name for name, so in needed.items() if so))


def _meeting(matter: Matter) -> Asking:
    stage = current_stage(matter.protocol, matter.dispute)
    apart = bool(stage and stage.meeting and stage.meeting.minutes == "independent")
    needed = frozenset(("independent", "minuted_by")) if apart else frozenset()
    return Asking(_unless(independent=apart), needed)


def _referring(matter: Matter) -> Asking:
    bodies = referrals(matter.protocol, matter.dispute)
    documents = any(each.with_documents for each in bodies)
    first = list(unmet_in(matter, Act.REFER))
    return Asking(
        _unless(documents=documents, without=bool(first)),
        frozenset(("documents",)) if documents and len(bodies) == 1 else frozenset(),
        {"without": f"Not done yet: {all_of_them(first)}"} if first else {},
    )


_RULES: dict[type[DisputeEvent], Callable[[Matter], Asking]] = {
    ConcernRaised: _raising,
    ConversationRecorded: _talking,
    Answered: _answering,
    AnswerJudged: _judging,
    Escalated: _escalating,
    MeetingHeld: _meeting,
    Referred: _referring,
}
