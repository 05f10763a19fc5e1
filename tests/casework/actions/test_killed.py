"""A process that is killed in the middle of an act leaves nothing by halves."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from concord.casework.actions.dispute import Ask, Done
from tests.casework.playing import DAY, raised, tries
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.forks import Forks, Order, forks
from tests.support.invariants import stored

pytestmark = pytest.mark.django_db(transaction=True)
AT = MONDAY + 4 * DAY
STEPS: list[tuple[str, dict[str, Any]]] = [
    ("record conversation", {"with_roles": ["social-worker"]}),
    ("issue alert", {}),
]


def _order(cast: Cast, pk: UUID, key: str, **points: int) -> Order:
    viewer = cast.people["iro"]
    return {
        "work": "acts",
        "viewer": {"person": viewer.person, "authority": viewer.authority, "name": viewer.name},
        "dispute": pk,
        "steps": STEPS,
        "ask": {"at": AT.isoformat(), "key": key, "expected": 1},
        "points": points,
    }


def test_killed_before_or_after_any_statement_it_is_whole_or_not_at_all_and_then_done_once() -> (
    None
):
    cast = cast_of("bristol")
    with forks("bristol") as processes:
        whole = processes.run(_order(cast, raised(cast), uuid4().hex))[0]
        assert whole["is"] == "done"
        points = range(1, whole["points"] + 1)
        survived = [_killed(cast, processes, stop_before=point) for point in points]
        assert survived == [False] * len(points)
        survived = [_killed(cast, processes, stop_after=point) for point in points]
        assert survived == [False] * (len(points) - 1) + [True]
    invariants.everything(at=AT)


def _killed(cast: Cast, processes: Forks, **point: int) -> bool:
    """Kill an act at a point, then send it again. Out: whether it had happened before the kill."""
    pk, key = raised(cast), uuid4().hex
    before = stored()
    assert processes.run(_order(cast, pk, key, **point)) == [None], point
    left = stored()
    again = tries(cast, "iro", pk, *STEPS, ask=Ask(AT, key, 1))
    assert isinstance(again, Done)
    assert left in (before, stored()) or not again.again
    assert again.again == (left != before)
    return again.again
