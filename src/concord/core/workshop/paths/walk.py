"""Every position that a dispute can come to, and the ways there."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

from concord.core.workshop.paths.ground import Ground
from concord.core.workshop.paths.moves import beginning, moves
from concord.core.workshop.paths.position import Move, Position

Graph = Mapping[Position, tuple[tuple[Move, Position], ...]]
Allowed = Callable[[Move, Position], bool]


class Reached(NamedTuple):
    """How a position is reached: from which other, by which move, and at what cost in all."""

    before: Position | None
    move: Move | None
    thinking: int
    acts: int


Ways = dict[Position, Reached]
MOST_MOVES = 110_000  # in a whole protocol; a shipped one has 6,000 to 73,000
_START = Reached(None, None, 0, 0)


class TooManyWays(Exception):
    """There are more moves than anybody waits for."""


def explore(ground: Ground, *, most: int = MOST_MOVES) -> Graph:
    """Every position that can be reached, with its moves and where each leads; the first one is
    the beginning. Raises TooManyWays for more than `most` moves in all.
    """
    start = beginning(ground)
    graph: dict[Position, tuple[tuple[Move, Position], ...]] = {}
    waiting = deque([start])
    seen = {start}
    while waiting:
        at = waiting.popleft()
        found = graph[at] = tuple(moves(ground, at))
        most -= len(found)
        if most < 0:
            raise TooManyWays
        for _move, after in found:
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return graph


def any_move(_move: Move, _after: Position) -> bool:
    """Every move is allowed."""
    return True


def shortest(graph: Graph, allowed: Allowed = any_move) -> Ways:
    """The way of the fewest moves to each position, by allowed moves alone."""
    start = next(iter(graph))
    ways: Ways = {start: _START}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        cost = ways[at]
        for move, after in graph[at]:
            if after not in ways and allowed(move, after):
                ways[after] = _onward(at, move, cost)
                waiting.append(after)
    return ways


def least_thinking(graph: Graph, allowed: Allowed = any_move) -> Ways:
    """The way to each position that takes the least of the raising side's own time, and among those
    the fewest acts, by allowed moves alone.
    """
    start = next(iter(graph))
    ways: Ways = {start: _START}
    queue: list[tuple[int, int, int, Position]] = [(0, 0, 0, start)]
    count = 0
    while queue:
        thinking, acts, _tie, at = heappop(queue)
        cost = ways[at]
        if (thinking, acts) != (cost.thinking, cost.acts):
            continue
        for move, after in graph[at]:
            known, found = ways.get(after), _onward(at, move, cost)
            if (known is None or found[2:] < known[2:]) and allowed(move, after):
                count += 1
                ways[after] = found
                heappush(queue, (found.thinking, found.acts, count, after))
    return ways


def _onward(at: Position, move: Move, cost: Reached) -> Reached:
    return Reached(at, move, cost.thinking + move.thinking, cost.acts + bool(move.verb))


def way_to(ways: Ways, at: Position) -> tuple[tuple[Move, Position], ...]:
    """The moves that lead to a position from the beginning, each with where it leads."""
    found: list[tuple[Move, Position]] = []
    reached = ways[at]
    while reached.before is not None and reached.move is not None:
        found.append((reached.move, at))
        at = reached.before
        reached = ways[at]
    return tuple(reversed(found))


def nearest(ways: Ways, wanted: Iterable[Position]) -> Position | None:
    """Among some positions the one that costs least to come to; None without any."""
    return min(wanted, key=lambda at: (ways[at].thinking, ways[at].acts), default=None)
