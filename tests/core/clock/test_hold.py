"""Holds: which days and how much time they keep from counting."""

from datetime import UTC, date, datetime, timedelta

import pytest

from concord.core.clock.hold import Hold, elapsed, held_days, is_held, merged
from concord.core.clock.london import LONDON, end_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def hold(from_at: str, until_at: str) -> Hold:
    return Hold(at(from_at), at(until_at))


def test_holds_that_overlap_or_touch_are_one_and_the_others_stay_apart() -> None:
    holds = (
        hold("2026-07-20T09:00", "2026-07-21T09:00"),
        hold("2026-07-08T09:00", "2026-07-10T09:00"),
        hold("2026-07-06T09:00", "2026-07-08T09:00"),
        hold("2026-07-07T09:00", "2026-07-07T12:00"),
    )
    assert merged(holds) == (
        hold("2026-07-06T09:00", "2026-07-10T09:00"),
        hold("2026-07-20T09:00", "2026-07-21T09:00"),
    )


def test_a_hold_of_no_length_holds_nothing() -> None:
    assert merged([hold("2026-07-06T09:00", "2026-07-06T09:00")]) == ()


def test_the_day_a_hold_begins_is_held_and_the_day_it_ends_is_not() -> None:
    holds = [hold("2026-07-06T16:00", "2026-07-08T08:00")]
    days = [date(2026, 7, 5), date(2026, 7, 6), date(2026, 7, 7), date(2026, 7, 8)]
    assert [is_held(day, holds) for day in days] == [False, True, True, False]


def test_a_hold_until_the_end_of_a_day_holds_that_day() -> None:
    until_end = Hold(at("2026-07-06T16:00"), end_of(date(2026, 7, 8)))
    assert is_held(date(2026, 7, 8), [until_end])
    assert not is_held(date(2026, 7, 9), [until_end])


def test_a_hold_within_one_day_holds_no_day() -> None:
    assert held_days([hold("2026-07-06T09:00", "2026-07-06T17:00")]) == ()


def test_held_days_are_days_in_london() -> None:
    (span,) = held_days([hold("2026-07-06T23:30", "2026-07-08T23:00")])
    assert (span.first, span.until) == (date(2026, 7, 7), date(2026, 7, 9))


def test_elapsed_time_leaves_out_what_was_on_hold_and_only_that() -> None:
    holds = [
        hold("2026-07-05T00:00", "2026-07-06T10:00"),
        hold("2026-07-06T12:00", "2026-07-06T15:00"),
        hold("2026-07-06T20:00", "2026-07-09T00:00"),
    ]
    spent = elapsed(at("2026-07-06T09:00"), at("2026-07-06T21:00"), holds=holds)
    assert spent == timedelta(hours=12 - 1 - 3 - 1)
    assert elapsed(at("2026-07-06T09:00"), at("2026-07-06T08:00"), holds=holds) == timedelta()


def test_elapsed_time_is_real_time_when_the_clocks_go_back() -> None:
    since = datetime(2026, 10, 25, 0, 0, tzinfo=LONDON)
    until = datetime(2026, 10, 25, 3, 0, tzinfo=LONDON)
    assert elapsed(since, until) == timedelta(hours=4)


def test_a_hold_over_the_hour_that_comes_twice_is_taken_in_real_order() -> None:
    first = datetime(2026, 10, 25, 1, 45, tzinfo=LONDON)
    second = datetime(2026, 10, 25, 1, 15, tzinfo=LONDON, fold=1)
    assert merged([Hold(first, second)]) == (hold("2026-10-25T00:45", "2026-10-25T01:15"),)


def test_a_hold_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="end before it begins"):
        hold("2026-07-06T09:00", "2026-07-06T08:00")


@pytest.mark.parametrize("naive", ["from", "until"])
def test_a_hold_needs_its_time_zone(naive: str) -> None:
    bare, aware = datetime.fromisoformat("2026-07-06T09:00"), at("2026-07-06T09:00")
    with pytest.raises(ValueError, match="time zone"):
        Hold(bare, aware) if naive == "from" else Hold(aware, bare)
