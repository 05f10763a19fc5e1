"""Several at once: each version has one winner, and each loser is told who it was."""

from collections import Counter
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from concord.casework.actor import Viewer
from concord.records.models import Authority, Command, DisputeRow, EventRow
from tests.casework.playing import DAY, goes_on, raised
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.forks import Order, forks

pytestmark = pytest.mark.django_db(transaction=True)
AT = MONDAY + DAY
ROUNDS = 20
RACERS = ("iro", "senior-reviewing-officer", "social-worker", "team-manager")
TALK = ("record conversation", {"with_roles": ["social-worker"]})


def _viewer(viewer: Viewer) -> dict[str, object]:
    return {"person": viewer.person, "authority": viewer.authority, "name": viewer.name}


def _asks(key: str, *, at: datetime = AT, expected: int | None = None) -> dict[str, object]:
    return {"at": at.isoformat(), "key": key, "expected": expected}


def _racer(cast: Cast, role: str, pk: UUID) -> Order:
    return {
        "work": "races",
        "viewer": _viewer(cast.people[role]),
        "dispute": pk,
        "step": TALK,
        "at": AT.isoformat(),
        "rounds": ROUNDS,
    }


def test_four_at_once_on_one_dispute_have_one_winner_for_each_version() -> None:
    cast = cast_of("bristol")
    pk = raised(cast)
    with forks("bristol") as processes:
        ran = processes.run(*(_racer(cast, role, pk) for role in RACERS))
    outcomes = [outcome for racer in ran for outcome in racer]
    won = Counter(each["on"] for each in outcomes if each["is"] == "done")
    assert won == dict.fromkeys(range(1, ROUNDS + 1), 1)
    lost = [each for each in outcomes if each["is"] == "stale"]
    assert len(lost) == (len(RACERS) - 1) * ROUNDS
    winners = dict(EventRow.objects.filter(stream=pk).values_list("seq", "person"))
    for each in lost:
        seq, person, _capacity = each["since"][0]
        assert (seq, person) == (each["on"] + 1, winners[each["on"] + 1])
    assert EventRow.objects.filter(stream=pk).count() == ROUNDS + 1
    invariants.everything(at=AT)


def test_one_form_sent_four_times_at_once_is_done_once() -> None:
    cast = cast_of("bristol")
    pk = raised(cast)
    for expected in (1, None):
        key = uuid4().hex
        order = {
            "work": "acts",
            "viewer": _viewer(cast.people["iro"]),
            "dispute": pk,
            "steps": [TALK],
            "ask": _asks(key, expected=expected),
            "points": {},
        }
        with forks("bristol") as processes:
            outcomes = processes.run(*[order] * 4)
        assert {each["is"] for each in outcomes} == {"done"}
        assert sorted(each["again"] for each in outcomes) == [False, True, True, True]
        assert len({each["version"] for each in outcomes}) == 1
        assert Command.objects.filter(key=key).count() == 1
    assert EventRow.objects.filter(stream=pk).count() == 3


def _raiser(cast: Cast, key: str) -> Order:
    concern = ("raise concern", {"respond_by": "2026-03-05"})
    return {
        "work": "raises",
        "viewer": _viewer(cast.people["iro"]),
        "child": cast.child,
        "steps": [concern],
        "ask": _asks(key),
    }


def test_concerns_raised_at_once_have_numbers_of_their_own_and_a_doubled_one_is_raised_once() -> (
    None
):
    cast = cast_of("bristol")
    doubled = uuid4().hex
    keys = [doubled, doubled, uuid4().hex, uuid4().hex]
    with forks("bristol") as processes:
        outcomes = processes.run(*(_raiser(cast, key) for key in keys))
    assert {each["is"] for each in outcomes} == {"done"}
    assert outcomes[0]["dispute"] == outcomes[1]["dispute"]
    assert sorted(each["again"] for each in outcomes[:2]) == [False, True]
    assert len({each["dispute"] for each in outcomes}) == 3
    numbers = DisputeRow.objects.values_list("number", flat=True)
    assert sorted(numbers) == [1, 2, 3]
    assert Authority.objects.get().disputes == 3
    invariants.everything(at=AT)


def test_sweeps_and_a_person_at_once_do_each_thing_once() -> None:
    cast = cast_of("unnamed-004", names=tuple(f"Example {n}" for n in range(6)))
    disputes = [raised(cast, child=n) for n in range(6)]
    for hour in range(4):
        goes_on(cast, disputes[0], at=MONDAY.replace(hour=11 + hour))
    later = MONDAY + 30 * DAY
    sweep = {"work": "sweeps", "at": later.isoformat(), "most": 2}
    act = {
        "work": "acts",
        "viewer": _viewer(cast.people["iro"]),
        "dispute": disputes[3],
        "steps": [TALK],
        "ask": _asks(uuid4().hex, at=later),
        "points": {},
    }
    with forks("unnamed-004") as processes:
        *swept, acted = processes.run(sweep, sweep, sweep, act)
        rest = processes.run(sweep)
    assert acted["is"] == "done"
    entries = EventRow.objects.filter(person="concord").count()
    own = EventRow.objects.filter(person="concord", stream=disputes[3]).count()
    by_sweeps = sum(each["entries"] for each in (*swept, *rest))
    assert by_sweeps in (entries, entries - own)
    assert own > 0
    invariants.everything(at=later)
