"""Exploring every position of each shipped protocol."""

import timeit

from bench.report import Line
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.check import check_meaning
from concord.core.workshop.paths.ground import ground, settings
from concord.core.workshop.paths.walk import explore

_GOAL = 10.0


def positions() -> list[Line]:
    """What one position costs to find, for each shipped protocol in its first setting."""
    return [_position(protocol_id) for protocol_id in shipped_ids()]


def _position(protocol_id: str) -> Line:
    protocol = shipped(protocol_id)
    here = ground(protocol, next(settings(protocol)))
    count = len(explore(here))
    ours = min(timeit.repeat(lambda: explore(here), number=1, repeat=5)) / count * 1e6
    work = f"{protocol_id}: {count:,} positions, each"
    return Line(work, ours, _GOAL, "µs", "10 µs, the goal itself", 1)


def checks() -> list[Line]:
    """What checking the meaning of each shipped protocol takes, all settings together."""
    return [_check(protocol_id) for protocol_id in shipped_ids()]


def _check(protocol_id: str) -> Line:
    protocol = shipped(protocol_id)
    ours = min(timeit.repeat(lambda: check_meaning(protocol), number=1, repeat=3))
    return Line(f"{protocol_id}: checked", ours, 1.0, "s", "1 s", 1)
