"""A protocol with every way through it, walked once for all checks."""

from collections.abc import Collection
from dataclasses import dataclass

from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.workshop.paths.ground import EXCEPTIONAL, Ground, ground, settings
from concord.core.workshop.paths.position import Position
from concord.core.workshop.paths.walk import Graph, explore

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


def looked_at(protocol: Protocol, held: Collection[str] | None) -> Looked:
    """Walk every way in every setting that the protocol is for."""
    walks = []
    for setting in settings(protocol):
        here = ground(protocol, setting)
        graph = explore(here)
        walks.append(Walk(here, graph, _kinds(graph)))
    roles = None if held is None else frozenset(held)
    return Looked(protocol, tuple(walks), Words(protocol), roles)


def _kinds(graph: Graph) -> tuple[Position, ...]:
    return tuple({(at.phase, at.rung, at.done & EXCEPTIONAL): at for at in graph}.values())
