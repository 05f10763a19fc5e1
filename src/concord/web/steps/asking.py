"""Which fields a step's form asks for now: only what this protocol needs at this moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from concord.core.dispute import phrases
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
    Informed,
    MeetingHeld,
    NotToldExplained,
    Referred,
)
from concord.core.dispute.events.base import IN_WRITING
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
from concord.core.dispute.words import capital
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.ladders import alike, ladder_of
from concord.core.protocol.vocabulary import About, Act, Moment, NotStated, SetBy


@dataclass(frozen=True, slots=True)
class Asking:
    """The fields that a form leaves out, those that the protocol needs filled in, and hints that
    say more than the ones that every protocol has.
    """

    left_out: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    hints: Mapping[str, str] = field(default_factory=dict[str, str])

    def more(self, other: "Asking") -> "Asking":
        """All that either of two asks for."""
        hints = {**self.hints, **other.hints}
        return Asking(self.left_out | other.left_out, self.needed | other.needed, hints)


def asking(matter: Matter, kind: type[DisputeEvent], roles: frozenset[str]) -> Asking:
    """What a step's form asks somebody with these roles for, in a matter as it stands."""
    if kind is AlertIssued:
        return _alerting(matter, roles)
    if kind is Referred:
        return _referring(matter, roles)
    rule = _RULES.get(kind)
    return rule(matter) if rule else Asking()


def asked_by(protocol: Protocol, kind: type[DisputeEvent], duty: str) -> Asking:
    """What the duty from which a step was opened asks for besides: how, and with which reasons.

    In: the key of the duty, empty for none.
    """
    rule = next((each for each in protocol.duties if duty.partition(":")[2] == each.id), None)
    if kind is not Informed or rule is None:
        return Asking()
    ways = IN_WRITING if rule.in_writing else rule.how
    hints = {"how": capital(phrases.ways(ways))} if ways else {}
    hints |= {"text": "Give the reasons"} if rule.reasons_needed else {}
    return Asking(needed=frozenset(hints), hints=hints)


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
    return any(rule.sooner or isinstance(rule.within, SetBy) for rule in rules if rule)


def _sets_time(stages: tuple[Stage, ...]) -> bool:
    """Whether each of some stages leaves it to the raiser by when the answer comes."""
    rules = [answer_rule(stage) for stage in stages]
    return bool(rules) and all(rule and rule.within is SetBy.RAISER for rule in rules)


def _raising(matter: Matter) -> Asking:
    protocol = matter.protocol
    tier = protocol.informal[0] if protocol.informal else None
    counted = [rule.counted_from for rule in protocol.duties]
    counted += [rule.counted_from for rule in map(answer_rule, protocol.stages) if rule]
    if tier and not isinstance(tier.at_most, NotStated):
        counted.append(tier.at_most.counted_from)
    ladder = ladder_of(protocol)
    about = ladder.about if ladder else ()
    of_child = not about or About.PARTNER in about
    left_out = _unless(
        identified_on=Moment.CONCERN_IDENTIFIED in counted,
        raised_with=tier is not None,
        respond_by=not about or tier is not None,
        agency=About.PARTNER in about,
        none_reached=any(each.informal[0].substitute for each in alike(protocol)),
        **dict.fromkeys(("child_wants", "against_wishes", "child_outcomes", "in_court"), of_child),
    )
    sets_time = tier is not None and tier.time_set_by == "the raiser"
    needed = {
        "respond_by": sets_time,
        "priority": bool(protocol.priorities),
        "agency": about == (About.PARTNER,),
    }
    return Asking(left_out, _those(needed))


def _talking(matter: Matter) -> Asking:
    tier = tier_of(matter.protocol, matter.dispute.runs[-1].rung) if matter.dispute.runs else None
    ways = bool(tier and tier.talk_how)
    return Asking(_unless(why_this_way=ways), frozenset(("how",)) if ways else frozenset())


def _alerting(matter: Matter, roles: frozenset[str]) -> Asking:
    protocol, stages = matter.protocol, entry_stages(matter, roles)
    here = current_stage(protocol, matter.dispute)
    sooner = _can_be_sooner(stages or _only(here))
    reason = any(asked_before(matter, stage, roles).reason_needed for stage in stages)
    needed = {"stage": len(stages) > 1, "answer_by": _sets_time(stages or _only(here))}
    return Asking(_unless(reason=reason, answer_by=sooner), _those(needed))


def _only(stage: Stage | None) -> tuple[Stage, ...]:
    return (stage,) if stage else ()


def _those(wanted: Mapping[str, bool]) -> frozenset[str]:
    return frozenset(name for name, so in wanted.items() if so)


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
    only_if = _one_way_up(matter, stages)
    reasons = len(stages) > 1 or bool(only_if) or _past_running(matter)
    wanted = not isinstance(rule, NotStated) and rule.rationale_needed
    left_out = _unless(reason=reasons, answer_by=_can_be_sooner(stages))
    needed = {
        "rationale": wanted,
        "to": len(stages) > 1,
        "answer_by": _sets_time(stages),
        "reason": bool(only_if),
    }
    hints = {"reason": f"Only if {only_if}"} if only_if else {}
    return Asking(left_out, _those(needed), hints)


def _one_way_up(matter: Matter, stages: tuple[Stage, ...]) -> str:
    """The condition under which alone it can go on, where it can go on to one stage."""
    if len(stages) != 1:
        return ""
    stage, run = stages[0], matter.dispute.run
    if stage.reserved_for:
        return f"it is {stage.reserved_for}"
    if run is None or run.unresolved_at:
        return ""
    ways = (way for way in ways_in(matter.protocol) if "while it runs" in way.when)
    return next((way.only_if or "" for way in ways if stage.id in way.into), "")


def _meeting(matter: Matter) -> Asking:
    stage = current_stage(matter.protocol, matter.dispute)
    apart = bool(stage and stage.meeting and stage.meeting.minutes == "independent")
    needed = frozenset(("independent", "minuted_by")) if apart else frozenset()
    return Asking(_unless(independent=apart), needed)


def _referring(matter: Matter, roles: frozenset[str]) -> Asking:
    known = referrals(matter.protocol, matter.dispute)
    bodies = [each for each in known if roles & {*each.by}] or known
    documents = any(each.with_documents for each in bodies)
    rules = (rule for each in bodies for rule in unmet_in(matter, Act.REFER, body=each.to))
    first = list({rule.id: rule for rule in rules}.values())
    return Asking(
        _unless(documents=documents, without=bool(first)),
        frozenset(("documents",)) if documents and len(bodies) == 1 else frozenset(),
        {"without": f"Not done yet: {all_of_them(first)}"} if first else {},
    )


def _explaining(matter: Matter) -> Asking:
    """As long as a dispute runs, a day to look again is needed."""
    if matter.dispute.run is not None:
        return Asking(needed=frozenset(("look_again",)))
    return Asking(hints={"look_again": "Leave it empty where nobody is to look at it again"})


_RULES: dict[type[DisputeEvent], Callable[[Matter], Asking]] = {
    ConcernRaised: _raising,
    ConversationRecorded: _talking,
    Answered: _answering,
    AnswerJudged: _judging,
    Escalated: _escalating,
    MeetingHeld: _meeting,
    NotToldExplained: _explaining,
}
