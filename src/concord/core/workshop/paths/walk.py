"""The walk over every position that a dispute can come to, and the cheapest way to each."""

from collections.abc import Callable
from heapq import heappop, heappush
from typing import NamedTuple

from concord.core.workshop.paths.ground import Ground
from concord.core.workshop.paths.moves import beginning, moves
from concord.core.workshop.paths.position import BY_TIME, Move, Position


class Reached(NamedTuple):
    """How a position was first reached: from which other, by which move, and at what cost."""

    before: Position | None
    move: Move | None
    thinking: int
    acts: int


Walked = dict[Position, Reached]


def walk(
    ground: Ground,
    *,
    in_time: bool = False,
    shunned: Callable[[Position], bool] = lambda _at: False,
) -> Walked:
    """Every position that can be reached, each by the way with the least thinking time of the
    raising side and among those with the fewest acts.

    `in_time` leaves out the ways on which somebody misses the limit for an answer, and `shunned`
    those that lead through certain positions.
    """
    start = beginning(ground)
    best: Walked = {start: Reached(None, None, 0, 0)}
    queue: list[tuple[int, int, int, Position]] = [(0, 0, 0, start)]
    settled: set[Position] = set()
    count = 0
    while queue:
        thinking, acts, _tie, at = heappop(queue)
        if at in settled:
            continue
        settled.add(at)
        for move, after in moves(ground, at):
            if (in_time and move.verb == BY_TIME) or shunned(after):
                continue
            cost = thinking + move.thinking, acts + bool(move.verb)
            known = best.get(after)
            if known is None or cost < (known.thinking, known.acts):
                count += 1
                best[after] = Reached(at, move, *cost)
                heappush(queue, (*cost, count, after))
    return best


def way_to(walked: Walked, at: Position) -> tuple[tuple[Move, Position], ...]:
    """The moves that lead to a position from the beginning, each with where it leads."""
    found: list[tuple[Move, Position]] = []
    reached = walked[at]
    while reached.before is not None and reached.move is not None:
        found.append((reached.move, at))
        at = reached.before
        reached = walked[at]
    return tuple(reversed(found))


def nearest(walked: Walked, wanted: Callable[[Position], bool]) -> Position | None:
    """The position of a kind that costs least to come to; None when there is none."""
    found = (at for at in walked if wanted(at))
    return min(found, key=lambda at: (walked[at].thinking, walked[at].acts), default=None)
