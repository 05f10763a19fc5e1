"""A running dispute is moved only by somebody who saw the effect and signed it."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from concord.casework.actions.dispute import Ask, Done
from concord.casework.actions.moving import Otherwise, Seen, move_dispute
from concord.casework.actions.rebuilding import compare_all, rebuild_all
from concord.casework.loading import NotFound, load
from concord.casework.queries.moving import Moving, movable, moving
from concord.core.dispute.clocks import answer_due
from concord.core.dispute.decide import Refused
from concord.core.dispute.events import MovedToVersion
from concord.core.problem import WrongData
from concord.records.models import DisputeRow, StoredProtocol
from tests.casework.playing import DAY, HOUR, asks, goes_on
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.invariants import stored
from tests.support.versions import KEEPER, SECOND, in_force, longer, without_stage_1

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + DAY
FROM = date(2026, 3, 3)


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol")


@pytest.fixture
def running(cast: Cast) -> UUID:
    """A dispute in which an alert waits for its answer until Monday 9 March."""
    pk = cast.raises("iro")
    cast.does("iro", pk, "record conversation", at=MONDAY + HOUR, with_roles=["social-worker"])
    cast.does("iro", pk, "issue alert", at=MONDAY + HOUR, stage="stage-1")
    return pk


def _shown(cast: Cast, pk: UUID) -> Moving:
    return moving(cast.people[KEEPER], pk, at=TUESDAY)


def _seen(cast: Cast, pk: UUID) -> Seen:
    shown = _shown(cast, pk)
    assert shown.effect
    return Seen(shown.to, shown.effect.mark)


def _signed(cast: Cast) -> MovedToVersion:
    return MovedToVersion(reason="Agreed.", signed_as=cast.people[KEEPER].name.upper())


def _due(cast: Cast, pk: UUID) -> date:
    matter = load(cast.people["iro"], pk, at=TUESDAY).matter
    due = answer_due(matter, matter.dispute.runs[-1])
    assert due
    return due.on


def test_a_running_dispute_keeps_its_dates_until_it_is_moved(cast: Cast, running: UUID) -> None:
    version = in_force(cast, longer(), FROM)
    assert _due(cast, running) == date(2026, 3, 9)
    done = move_dispute(
        cast.people[KEEPER], running, _signed(cast), seen=_seen(cast, running), ask=asks(TUESDAY)
    )
    assert isinstance(done, Done)
    assert _due(cast, running) == date(2026, 3, 11)
    row = DisputeRow.objects.select_related("protocol").get(pk=running)
    assert (row.protocol.hash, row.stage_due_on) == (version, date(2026, 3, 11))
    assert invariants.everything(at=TUESDAY + HOUR) == 1


def test_what_stands_in_the_record_says_under_which_version_the_row_runs(
    cast: Cast, running: UUID
) -> None:
    in_force(cast, longer(), FROM)
    seen = _seen(cast, running)
    move_dispute(cast.people[KEEPER], running, _signed(cast), seen=seen, ask=asks(TUESDAY))
    first = StoredProtocol.objects.order_by("pk")[0]
    DisputeRow.objects.update(protocol=first)
    assert _due(cast, running) == date(2026, 3, 11)
    (looked,) = [each for each in compare_all(at=TUESDAY) if each.wrong]
    assert looked.wrong[0].startswith(f"protocol is {first.hash} and should be ")
    list(rebuild_all(at=TUESDAY))
    assert [each for each in compare_all(at=TUESDAY) if each.wrong] == []


def test_the_list_has_what_could_move_and_says_what_cannot(cast: Cast, running: UUID) -> None:
    assert movable(cast.people[KEEPER], at=TUESDAY) == ()
    in_force(cast, longer(), FROM)
    (line,) = movable(cast.people[KEEPER], at=TUESDAY)
    assert (line.dispute, line.dates, line.refused) == (running, 2, None)
    in_force(cast, without_stage_1(), FROM, at=TUESDAY)
    (line,) = movable(cast.people[KEEPER], at=TUESDAY)
    assert line.refused
    assert "Stage 1" in line.refused.sentence
    before = stored()
    seen = Seen(_shown(cast, running).to, "")
    refused = move_dispute(
        cast.people[KEEPER], running, _signed(cast), seen=seen, ask=asks(TUESDAY)
    )
    assert isinstance(refused, Refused)
    assert stored() == before


@pytest.mark.parametrize("role", ["iro", "social-worker", "team-manager", SECOND])
def test_only_whoever_oversees_the_raiser_moves_it(cast: Cast, running: UUID, role: str) -> None:
    in_force(cast, longer(), FROM)
    seen = _seen(cast, running)
    before = stored()
    with pytest.raises(NotFound):
        move_dispute(cast.people[role], running, _signed(cast), seen=seen, ask=asks(TUESDAY))
    with pytest.raises(NotFound):
        moving(cast.people[role], running, at=TUESDAY)
    assert stored() == before


def test_it_is_signed_with_the_own_name_and_a_reason(cast: Cast, running: UUID) -> None:
    in_force(cast, longer(), FROM)
    seen, before = _seen(cast, running), stored()
    for signed, path in (
        (replace(_signed(cast), reason=""), "reason"),
        (replace(_signed(cast), signed_as="Somebody Else"), "signed as"),
    ):
        with pytest.raises(WrongData) as wrong:
            move_dispute(cast.people[KEEPER], running, signed, seen=seen, ask=asks(TUESDAY))
        assert [each.place.path for each in wrong.value.findings] == [path]
    assert stored() == before


def test_what_is_not_as_it_was_shown_is_not_signed(cast: Cast, running: UUID) -> None:
    in_force(cast, longer(), FROM)
    seen = _seen(cast, running)
    goes_on(cast, running, at=TUESDAY)
    in_between = move_dispute(
        cast.people[KEEPER], running, _signed(cast), seen=seen, ask=asks(TUESDAY)
    )
    assert isinstance(in_between, Otherwise)
    seen = _seen(cast, running)
    in_force(cast, longer().replace("within: 7 working days", "within: 8 working days"), FROM)
    other = move_dispute(cast.people[KEEPER], running, _signed(cast), seen=seen, ask=asks(TUESDAY))
    assert isinstance(other, Otherwise)
    invariants.everything(at=TUESDAY + HOUR)


def test_pressing_twice_moves_it_once(cast: Cast, running: UUID) -> None:
    in_force(cast, longer(), FROM)
    seen, ask = _seen(cast, running), Ask(TUESDAY, uuid4().hex)
    first = move_dispute(cast.people[KEEPER], running, _signed(cast), seen=seen, ask=ask)
    assert isinstance(first, Done)
    before = stored()
    again = move_dispute(cast.people[KEEPER], running, _signed(cast), seen=seen, ask=ask)
    assert again == replace(first, again=True)
    assert stored() == before
    already = move_dispute(
        cast.people[KEEPER], running, _signed(cast), seen=seen, ask=asks(TUESDAY)
    )
    assert isinstance(already, Refused)
    assert already.id == "there-already"


def test_a_moved_dispute_goes_on_to_its_end(cast: Cast, running: UUID) -> None:
    in_force(cast, longer(), FROM)
    seen = _seen(cast, running)
    move_dispute(cast.people[KEEPER], running, _signed(cast), seen=seen, ask=asks(TUESDAY))
    accepted = sum(goes_on(cast, running, at=TUESDAY + hour * HOUR) for hour in range(1, 12))
    assert accepted > 4
    assert invariants.everything(at=TUESDAY + DAY) == 1
