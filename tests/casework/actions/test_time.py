"""What time has brought is there for whom it concerns, also when no sweep has run for days."""

import pytest

from concord.casework.actions.time import bring_up_mine, sweep_deadlines
from concord.casework.queries.work import my_work
from concord.core.dispute.events import DutyMissed
from concord.records import log
from concord.records.models import EventRow
from tests.casework.playing import DAY, HOUR, raised
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.invariants import stored

pytestmark = pytest.mark.django_db
LATE = MONDAY + 9 * DAY


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol", names=("Example Child", "Another Child"))


def _mine(cast: Cast) -> set[str]:
    work = my_work(cast.people["iro"], at=LATE)
    assert work
    return {item.item.what for item in work.mine}


def test_what_follows_from_a_missed_date_is_in_ones_work_before_any_sweep(cast: Cast) -> None:
    pk = raised(cast)
    cast.does("iro", pk, "record conversation", at=MONDAY + HOUR, with_roles=["social-worker"])
    cast.does("iro", pk, "issue alert", at=MONDAY + HOUR, stage="stage-1")
    before = _mine(cast)
    assert bring_up_mine(cast.people["iro"], at=LATE) > 0
    assert "No response came in time: escalate to Stage 2" in _mine(cast) - before
    missed = log.entries_of(pk)[-1]
    assert isinstance(missed.event, DutyMissed)
    assert (missed.happened_at, missed.recorded_at) == (missed.event.due_at, LATE)
    assert sweep_deadlines(at=LATE, most=10).entries == 0
    assert invariants.everything(at=LATE) == 1


def test_it_is_recorded_once_and_only_where_one_owes_or_raised_something(cast: Cast) -> None:
    raised(cast)
    stranger = cast.people["service-director"]
    assert bring_up_mine(stranger, at=LATE) == 0
    assert bring_up_mine(cast.people["team-manager"], at=LATE) == 1
    before = stored()
    assert bring_up_mine(cast.people["iro"], at=LATE) == 0
    assert stored() == before


def test_nothing_is_recorded_before_its_time(cast: Cast) -> None:
    raised(cast)
    assert bring_up_mine(cast.people["iro"], at=MONDAY + HOUR) == 0


def test_a_dispute_that_cannot_be_read_steps_aside_for_the_others(cast: Cast) -> None:
    broken, sound = raised(cast), raised(cast, child=1)
    first = EventRow.objects.get(stream=broken)
    EventRow.objects.bulk_create(
        [
            EventRow(
                authority_id=first.authority_id,
                stream=broken,
                seq=2,
                kind="dispute.unheard-of",
                version=1,
                body="{}",
                salt=first.salt,
                person=first.person,
                capacity=first.capacity,
                happened_at=first.happened_at,
                recorded_at=first.recorded_at,
                hash=first.hash,
            )
        ]
    )
    assert bring_up_mine(cast.people["iro"], at=LATE) == 1
    assert [type(entry.event) for entry in log.entries_of(sound)][-1] is DutyMissed
    assert bring_up_mine(cast.people["iro"], at=LATE + HOUR / 2) == 0
