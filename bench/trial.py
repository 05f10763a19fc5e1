"""Trying the shipped protocols out on made-up disputes."""

from time import perf_counter

from bench.report import Line
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.trial import assumed_text, read_assumptions, try_out

_DISPUTES, _GOAL = 100_000, 20.0


def trials() -> list[Line]:
    """100,000 disputes under each shipped protocol."""
    return [_trial(protocol_id) for protocol_id in shipped_ids()]


def _trial(protocol_id: str) -> Line:
    assumed = read_assumptions(assumed_text(), file="assumed.yaml")
    protocol = shipped(protocol_id)
    began = perf_counter()
    try_out([protocol], assumed, disputes=_DISPUTES, seed=1)
    work = f"{protocol_id}: {_DISPUTES:,} disputes tried"
    return Line(work, perf_counter() - began, _GOAL, "s", "20 s, the goal itself", 1)
