"""Local days in Europe/London, across the two clock changes."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from concord.core.clock.london import end_of, local_date, start_of


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 7, 6, 22, 59, tzinfo=UTC), date(2026, 7, 6)),
        (datetime(2026, 7, 6, 23, 0, tzinfo=UTC), date(2026, 7, 7)),
        (datetime(2026, 1, 6, 23, 59, tzinfo=UTC), date(2026, 1, 6)),
        (datetime(2026, 7, 7, 9, 0, tzinfo=timezone(timedelta(hours=12))), date(2026, 7, 6)),
    ],
)
def test_an_instant_falls_on_the_day_the_clock_in_london_shows(at: datetime, day: date) -> None:
    assert local_date(at) == day


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_date(datetime.fromisoformat("2026-07-06T09:00"))


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        pytest.param(date(2026, 3, 28), 24, id="the eve of summer time"),
        pytest.param(date(2026, 3, 29), 23, id="the clocks go forward"),
        pytest.param(date(2026, 10, 25), 25, id="the clocks go back"),
        pytest.param(date(2026, 10, 26), 24, id="the day after"),
    ],
)
def test_a_day_is_as_long_as_the_clock_makes_it(day: date, hours: int) -> None:
    assert end_of(day) - start_of(day) == timedelta(hours=hours)


def test_a_day_ends_at_midnight_in_london_as_an_instant_in_utc() -> None:
    assert end_of(date(2026, 7, 6)) == datetime(2026, 7, 6, 23, 0, tzinfo=UTC)
    assert end_of(date(2026, 1, 6)) == datetime(2026, 1, 7, 0, 0, tzinfo=UTC)
    assert end_of(date(2026, 7, 6)).tzinfo is UTC
