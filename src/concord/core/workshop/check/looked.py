"""A protocol with every way through it, walked once for all checks."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import chosen_parts
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.workshop.paths.ground import EXCEPTIONAL, Ground, ground, settings
from concord.core.workshop.paths.position import Position
from concord.core.workshop.paths.walk import MOST_MOVES, Graph, TooManyWays, explore

_MOST_IN_ANY_ORDER = 8
_CHILDREN = {
    ChildStatus.IN_CARE: "a child in care",
    ChildStatus.CHILD_PROTECTION: "a child on a protection plan",
    ChildStatus.IN_NEED: "a child in need",
    ChildStatus.CARE_LEAVER: "a care leaver",
}


@dataclass(frozen=True, slots=True)
class Walk:
    """Every position in one setting, with the moves from each.

    `kinds` has one position for each phase of each rung, entered exceptionally or not.
    """

    ground: Ground
    graph: Graph
    kinds: tuple[Position, ...]

    @property
    def for_whom(self) -> str:
        """For whom it is, in words."""
        return _CHILDREN[self.ground.setting.status]


@dataclass(frozen=True, slots=True)
class Looked:
    """What the checks look at; `held` are the roles that somebody holds, None when not known."""

    protocol: Protocol
    walks: tuple[Walk, ...]
    words: Words
    held: frozenset[str] | None


def looked_at(protocol: Protocol, held: Collection[str] | None) -> list[Looked]:
    """Walk every way on each ladder of a protocol, in every setting that it is for.

    What has to be done before a step can be done in any order, and each such thing doubles the
    positions. Where that makes too many, it is done in the order of the file alone, which passes
    over no step and no date. Raises TooManyWays where there are too many moves then too.
    """
    roles = None if held is None else frozenset(held)
    grounds = (ground(part, each) for part in chosen_parts(protocol) for each in settings(part))
    most = max((each.most_before_a_step for each in grounds), default=0)
    if most > _MOST_IN_ANY_ORDER:
        return _walked(protocol, roles, in_order=True)
    try:
        return _walked(protocol, roles, in_order=False)
    except TooManyWays:
        if most > 1:
            return _walked(protocol, roles, in_order=True)
        raise


def _walked(protocol: Protocol, held: frozenset[str] | None, *, in_order: bool) -> list[Looked]:
    found, left = [], MOST_MOVES
    for part in chosen_parts(protocol):
        walks = []
        for setting in settings(part):
            here = replace(ground(part, setting), in_order=in_order)
            graph = explore(here, most=left)
            left -= sum(map(len, graph.values()))
            walks.append(Walk(here, graph, _kinds(graph)))
        found.append(Looked(part, tuple(walks), Words(part), held))
    return found


def _kinds(graph: Graph) -> tuple[Position, ...]:
    return tuple({(at.phase, at.rung, at.done & EXCEPTIONAL): at for at in graph}.values())
