"""Cut at any statement or commit, an act has happened or it has not; sent again, it has, once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from concord.casework.actions.dispute import Ask, Done, act, raise_concern
from concord.casework.actions.moving import Seen, move_dispute
from concord.casework.actions.publishing import Published, approve_proposal
from concord.casework.actions.time import sweep_deadlines, sweep_reminders
from concord.casework.desk import desk
from concord.casework.queries.moving import moving
from concord.core.dispute.events import MovedToVersion
from tests.casework.playing import DAY, HOUR, goes_on, raised
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of, proposal
from tests.support.faults import Cut, Points, at_points, points_of
from tests.support.invariants import stored
from tests.support.versions import KEEPER, SECOND, in_force, longer, proposed, uploaded

pytestmark = pytest.mark.django_db(transaction=True)
LATER = MONDAY + 30 * DAY
FROM = date(2026, 3, 10)
ALERT = (
    proposal("record conversation", {"with_roles": ("social-worker",)}),
    proposal("issue alert", {}),
)


@dataclass
class Work:
    """One piece of work, with what comes before it each time."""

    before: Callable[[], object]
    does: Callable[[], object]


def _raising(cast: Cast) -> Work:
    keys: list[str] = []
    concern = proposal("raise concern", {"respond_by": "2026-03-04"})

    def raises() -> None:
        ask = Ask(MONDAY, keys[-1])
        done = raise_concern(cast.people["iro"], cast.child, (concern,), ask=ask)
        assert isinstance(done, Done), done

    return Work(lambda: keys.append(uuid4().hex), raises)


def _acting(cast: Cast) -> Work:
    """Two steps at once: a conversation and the alert, with what time has brought before them."""
    forms: list[tuple[UUID, str]] = []

    def acts() -> None:
        pk, key = forms[-1]
        done = act(cast.people["iro"], pk, ALERT, ask=Ask(MONDAY + 4 * DAY, key, 1))
        assert isinstance(done, Done), done

    return Work(lambda: forms.append((raised(cast), uuid4().hex)), acts)


def _sweeping(cast: Cast) -> Work:
    """Two disputes in which duties are missed, one of which escalates by itself."""

    def prepares() -> None:
        climbing = raised(cast)
        for hour in range(4):
            goes_on(cast, climbing, at=MONDAY + hour * HOUR)
        raised(cast)

    return Work(prepares, lambda: sweep_deadlines(at=LATER, most=10))


def _reminding(cast: Cast) -> Work:
    return Work(lambda: raised(cast), lambda: sweep_reminders(at=MONDAY + 2 * DAY, most=100))


def _approving(cast: Cast) -> Work:
    """A second person puts a version into force; the two that there are take turns."""
    version = uploaded(cast, longer())
    first = desk(cast.people[KEEPER], at=MONDAY).installed
    forms: list[tuple[int, str]] = []

    def prepares() -> None:
        day = FROM + timedelta(days=len(forms))
        number = proposed(cast, first if len(forms) % 2 else version, day)
        forms.append((number, uuid4().hex))

    def approves() -> None:
        number, key = forms[-1]
        done = approve_proposal(cast.people[SECOND], number, ask=Ask(MONDAY, key))
        assert isinstance(done, Published), done

    return Work(prepares, approves)


def _moving(cast: Cast) -> Work:
    """A dispute is moved, with what time has brought before it."""
    at = MONDAY + 9 * DAY
    in_force(cast, longer(), FROM)
    forms: list[tuple[UUID, str, Seen]] = []

    def prepares() -> None:
        pk = raised(cast)
        shown = moving(cast.people[KEEPER], pk, at=at)
        assert shown.effect, shown.refused
        forms.append((pk, uuid4().hex, Seen(shown.to, shown.effect.mark)))

    def moves() -> None:
        pk, key, seen = forms[-1]
        signed = MovedToVersion(reason="Agreed.", signed_as=cast.people[KEEPER].name)
        ask = Ask(at, key)
        done = move_dispute(cast.people[KEEPER], pk, signed, seen=seen, ask=ask)
        assert isinstance(done, Done), done

    return Work(prepares, moves)


WORKS = {
    "approving": ("bristol", _approving),
    "moving": ("bristol", _moving),
    "raising": ("bristol", _raising),
    "acting": ("bristol", _acting),
    "sweeping": ("unnamed-004", _sweeping),
    "reminding": ("bristol", _reminding),
}


@pytest.mark.parametrize(("protocol", "work_of"), WORKS.values(), ids=WORKS.keys())
def test_cut_anywhere_it_is_whole_or_not_at_all_and_then_done_once(
    protocol: str, work_of: Callable[[Cast], Work]
) -> None:
    work = work_of(cast_of(protocol))
    points = [_points(work) for _ in range(2)][-1]  # the first time the protocol is read too
    assert points > 5
    for cut in _cuts(points):
        work.before()
        before = stored()
        with pytest.raises(Cut), at_points(cut):
            work.does()
        whole = stored()
        assert whole == before or cut.stop_after == points, cut.passed
        work.does()
        once = stored()
        assert once != before
        assert whole in (before, once), cut.passed
        work.does()
        assert stored() == once
    invariants.everything(at=LATER)


def _points(work: Work) -> int:
    work.before()
    return points_of(work.does)


def _cuts(points: int) -> Iterator[Points]:
    yield from (Points(stop_before=point) for point in range(1, points + 1))
    yield from (Points(stop_after=point) for point in range(1, points + 1))
