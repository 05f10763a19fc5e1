"""A bank holiday that came late: shown first, then on the record of every open dispute."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from concord.casework.actions import bank_holidays
from concord.casework.actions.bank_holidays import (
    Adding,
    add_as,
    add_bank_holiday,
    would_move,
)
from concord.casework.actions.time import sweep_deadlines
from concord.casework.loading import load
from concord.core.clock.bank_holidays import Nation
from concord.core.dispute.duties import duties
from concord.core.dispute.events import BankHolidayAdded
from concord.core.problem import WrongData
from concord.records import log
from tests.casework.playing import DAY, HOUR, raised
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.invariants import stored
from tests.support.versions import KEEPER

pytestmark = pytest.mark.django_db
FRIDAY = MONDAY.date() + 4 * DAY
NEXT = MONDAY + DAY


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol", names=("Example Child", "Another Child"))


@pytest.fixture
def adding(cast: Cast) -> Adding:
    authority = cast.people["iro"].authority
    return Adding(authority, Nation.ENGLAND, FRIDAY, "Example Day", "Announced on Monday.")


def _formal(cast: Cast, *, child: int = 0) -> UUID:
    pk = raised(cast, child=child)
    cast.does("iro", pk, "record conversation", at=MONDAY + HOUR, with_roles=["social-worker"])
    cast.does("iro", pk, "issue alert", at=MONDAY + HOUR, stage="stage-1")
    return pk


def _due(cast: Cast, pk: UUID, at: datetime) -> dict[str, date]:
    matter = load(cast.people["iro"], pk, at=at).matter
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    return {each.key: each.due.on for each in made if each.due}


def test_what_would_move_is_told_and_nothing_is_stored(cast: Cast, adding: Adding) -> None:
    pk = _formal(cast)
    before, known = stored(), _due(cast, pk, NEXT)
    (moving,) = would_move(adding, at=NEXT)
    assert moving.dispute == pk
    moved = {each.key: (each.before.on, each.after.on) for each in moving.moved}
    assert moved["2:answer"] == (known["2:answer"], known["2:answer"] + DAY)
    assert "total" in moved
    assert stored() == before


def test_adding_it_moves_the_dates_and_writes_the_reason_to_each(
    cast: Cast, adding: Adding
) -> None:
    pk, other = _formal(cast), raised(cast, child=1)
    foreseen = would_move(adding, at=NEXT)
    assert add_bank_holiday(adding, person="concord", at=NEXT) == foreseen
    after = _due(cast, pk, NEXT)
    assert {each.key: after[each.key] for each in foreseen[0].moved} == {
        each.key: each.after.on for each in foreseen[0].moved
    }
    for each in (pk, other):
        entry = log.entries_of(each)[-1]
        assert entry.event == BankHolidayAdded(FRIDAY, "Example Day", "Announced on Monday.")
        assert entry.happened_at == NEXT
    assert invariants.everything(at=NEXT) == 2


def test_no_sweep_misses_what_has_moved_and_what_was_missed_stays_so(
    cast: Cast, adding: Adding
) -> None:
    pk = _formal(cast)
    add_bank_holiday(adding, person="concord", at=NEXT)
    due = _due(cast, pk, NEXT)["2:answer"]
    sweep_deadlines(at=MONDAY + 8 * DAY, most=10)
    assert "2:answer" not in load(cast.people["iro"], pk, at=NEXT).matter.dispute.missed
    assert due == MONDAY.date() + 8 * DAY
    late = MONDAY + 9 * DAY
    sweep_deadlines(at=late, most=10)
    again = replace(adding, day=FRIDAY - DAY)
    add_bank_holiday(again, person="concord", at=late)
    assert _due(cast, pk, late)["2:answer"] == due
    assert "2:answer" in load(cast.people["iro"], pk, at=late).matter.dispute.missed


def test_a_dispute_that_begins_afterwards_counts_with_it_too(cast: Cast, adding: Adding) -> None:
    add_bank_holiday(adding, person="concord", at=MONDAY - HOUR)
    pk = _formal(cast)
    assert [type(each.event) for each in log.entries_of(pk)][1] is BankHolidayAdded
    assert _due(cast, pk, NEXT)["2:answer"] == MONDAY.date() + 8 * DAY


def test_a_closed_dispute_is_left_as_it_is(cast: Cast, adding: Adding) -> None:
    pk = raised(cast)
    cast.does("iro", pk, "withdraw", at=MONDAY + HOUR, reason="It was put right.")
    before = log.entries_of(pk)
    assert add_bank_holiday(adding, person="concord", at=NEXT) == ()
    assert log.entries_of(pk) == before


Change = Callable[[Adding], Adding]


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda each: replace(each, day=date(2026, 3, 7)), "extra-holiday-on-weekend"),
        (lambda each: replace(each, day=date(2040, 3, 7)), "extra-holiday-beyond-calendar"),
        (lambda each: replace(each, day=date(2026, 4, 3)), "known-holiday"),
        (lambda each: replace(each, name=" "), "needed"),
        (lambda each: replace(each, reason=""), "needed"),
        (lambda each: replace(each, name="x" * 201), "too-long"),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_is_stored(
    adding: Adding, change: Change, finding: str
) -> None:
    before = stored()
    with pytest.raises(WrongData) as wrong:
        add_bank_holiday(change(adding), person="concord", at=NEXT)
    assert finding in {each.id for each in wrong.value.findings}
    assert stored() == before


def test_a_day_is_added_once(cast: Cast, adding: Adding) -> None:
    _formal(cast)
    add_bank_holiday(adding, person="concord", at=NEXT)
    before = stored()
    with pytest.raises(WrongData, match="already"):
        add_bank_holiday(adding, person="concord", at=NEXT)
    assert stored() == before


def _a_moment_before(monkeypatch: pytest.MonkeyPatch, adding: Adding, *, person: str) -> None:
    """Let somebody add the day between the look and the writing."""

    def stop(_adding: Adding) -> None:
        monkeypatch.undo()
        add_bank_holiday(adding, person=person, at=NEXT)

    monkeypatch.setattr(bank_holidays, "_stop_if_wrong", stop)


def test_pressed_twice_in_one_moment_it_is_added_once(
    cast: Cast, adding: Adding, monkeypatch: pytest.MonkeyPatch
) -> None:
    pk, keeper = _formal(cast), cast.people[KEEPER]
    _a_moment_before(monkeypatch, adding, person=str(keeper.person))
    assert add_as(keeper, adding, at=NEXT, seen="").again
    kinds = [type(each.event) for each in log.entries_of(pk)]
    assert kinds.count(BankHolidayAdded) == 1


def test_whoever_comes_a_moment_after_somebody_else_is_told(
    cast: Cast, adding: Adding, monkeypatch: pytest.MonkeyPatch
) -> None:
    _formal(cast)
    _a_moment_before(monkeypatch, adding, person="concord")
    with pytest.raises(WrongData, match="already: Example Day"):
        add_as(cast.people[KEEPER], adding, at=NEXT, seen="")
