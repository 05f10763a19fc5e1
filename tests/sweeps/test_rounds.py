"""A round of background work: in chunks, until nothing is left or it is told to stop."""

from collections.abc import Callable
from datetime import UTC, datetime

from concord.sweeps.rounds import ROUNDS, Chunk, Sweep, sweep_round

AT = datetime(2026, 11, 18, 10, 30, tzinfo=UTC)


def _sweep(name: str, chunks: list[Chunk], seen: list[tuple[str, datetime]]) -> Sweep:
    waiting = iter(chunks)

    def chunk(at: datetime) -> Chunk:
        seen.append((name, at))
        return next(waiting)

    return Sweep(name, chunk)


def _never() -> bool:
    return False


def _after(count: int, seen: list[tuple[str, datetime]]) -> Callable[[], bool]:
    return lambda: len(seen) >= count


def test_each_sweep_goes_on_until_nothing_is_left_and_all_see_the_same_moment() -> None:
    seen: list[tuple[str, datetime]] = []
    sweeps = (
        _sweep(
            "one", [Chunk(5, 0, more=True), Chunk(5, 1, more=True), Chunk(2, 0, more=False)], seen
        ),
        _sweep("two", [Chunk(0, 0, more=False)], seen),
    )
    did = sweep_round(AT, stopped=_never, sweeps=sweeps)
    assert did == {"one": Chunk(12, 1, more=False), "two": Chunk(0, 0, more=False)}
    assert seen == [("one", AT), ("one", AT), ("one", AT), ("two", AT)]


def test_a_round_that_is_told_to_stop_ends_after_the_chunk_it_is_at() -> None:
    seen: list[tuple[str, datetime]] = []
    sweeps = (
        _sweep("one", [Chunk(5, 0, more=True), Chunk(5, 0, more=True)], seen),
        _sweep("two", [Chunk(0, 0, more=False)], seen),
    )
    did = sweep_round(AT, stopped=_after(1, seen), sweeps=sweeps)
    assert did == {"one": Chunk(5, 0, more=True)}
    assert seen == [("one", AT)]


def test_deadlines_come_before_reminders_and_notices_last() -> None:
    assert [each.name for each in ROUNDS] == ["deadlines", "children", "reminders", "notices"]
