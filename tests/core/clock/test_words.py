"""Dates and times in plain English."""

from datetime import UTC, date, datetime

import pytest

from concord.core.clock.words import long_day, long_instant, short_day, weekday_name


def test_a_day_in_words() -> None:
    assert weekday_name(date(2026, 4, 3)) == "Friday"
    assert short_day(date(2026, 4, 3)) == "3 April 2026"
    assert long_day(date(2026, 12, 31)) == "Thursday 31 December 2026"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 4, 3, 13, 5, tzinfo=UTC), "Friday 3 April 2026 at 14:05"),
        (datetime(2026, 1, 2, 9, 0, 7, tzinfo=UTC), "Friday 2 January 2026 at 09:00:07"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Sunday 25 October 2026 at 01:30 BST"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "Sunday 25 October 2026 at 01:30 GMT"),
    ],
)
def test_an_instant_in_words_is_london_time_and_never_means_two_moments(
    at: datetime, words: str
) -> None:
    assert long_instant(at) == words
