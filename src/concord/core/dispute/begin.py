"""Where the formal process can begin, by whom, and what the protocol asks for before that."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from concord.core.dispute.duties.conditions import applies_at
from concord.core.dispute.ladder import ways_in
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import DutyRule, Informal, Protocol, Stage, WayIn
from concord.core.protocol.vocabulary import Act, Verb

_BEFOREHAND = (Verb.INFORM, Verb.CONSULT, Verb.WRITE_NOTE)


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What a protocol asks for before the formal process begins at a stage.

    `tier` is the informal tier in which an attempt is made, None where there is none; `rules` are
    the duties to inform, consult or write a note; `only_if` is the condition of the way in.
    """

    tier: Informal | None
    attempt_needed: bool
    reason_needed: bool
    only_if: str
    rules: tuple[DutyRule, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to ask for."""
        return self.tier is None and not self.reason_needed and not self.rules


def way_at_start(protocol: Protocol, stage: Stage, roles: Collection[str]) -> WayIn | None:
    """The way in by which somebody with these roles may begin at a stage, None without one.

    A stage that is only reached after another has none.
    """
    if stage.only_after:
        return None
    found = (
        way for way in ways_in(protocol) if stage.id in way.into and "at the start" in way.when
    )
    return next((way for way in found if set(roles) & set(way.by)), None)


def stages_to_begin(protocol: Protocol, roles: Collection[str]) -> tuple[Stage, ...]:
    """The stages at which somebody with these roles may begin, in the ladder's order.

    The first stage is open to those who raise there; every other one needs a way in.
    """
    return tuple(stage for stage in protocol.stages if _may_begin(protocol, stage, roles))


def asked_before(matter: Matter, stage: Stage, roles: Collection[str]) -> AskedBefore:
    """What somebody with these roles has to do and write before beginning at a stage.

    In: the matter as far as it is known, such as the child's status before anything is raised.
    """
    protocol = matter.protocol
    way = way_at_start(protocol, stage, roles)
    tier = protocol.informal[0] if protocol.informal else None
    return AskedBefore(
        tier=tier,
        attempt_needed=tier is not None and attempt_needed(tier, way),
        reason_needed=reason_needed(way),
        only_if=(way.only_if or "") if way else "",
        rules=tuple(_rules(matter, stage, roles, way)),
    )


def attempt_needed(tier: Informal, way: WayIn | None) -> bool:
    """Whether an informal attempt comes before beginning by a way, None for the ladder."""
    return tier.attempt_needed and (way is None or way.informal_first)


def reason_needed(way: WayIn | None) -> bool:
    """Whether beginning by a way needs a reason: where it says so, and where it has a condition."""
    return way is not None and (way.reason_needed or bool(way.only_if))


def _may_begin(protocol: Protocol, stage: Stage, roles: Collection[str]) -> bool:
    by_ladder = stage is protocol.stages[0] and bool(set(roles) & set(stage.raised_by))
    return by_ladder or way_at_start(protocol, stage, roles) is not None


def _rules(
    matter: Matter, stage: Stage, roles: Collection[str], way: WayIn | None
) -> Iterator[DutyRule]:
    """What comes before going formal; past the first stage, what comes before bypassing too."""
    first = stage is matter.protocol.stages[0]
    acts = {Act.GO_FORMAL} if first else {Act.GO_FORMAL, Act.BYPASS}
    by = way.id if way else "ladder"
    for rule in matter.protocol.duties:
        asked = rule.must in _BEFOREHAND and acts & set(rule.before) and set(roles) & set(rule.who)
        if asked and applies_at(matter, rule, rung=stage.id, way=by):
            yield rule
