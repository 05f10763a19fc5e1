"""Pages write dates and numbers in the style of GOV.UK."""

from datetime import UTC, date, datetime

import pytest

from concord.web import words

DAY = date(2026, 11, 26)


def test_a_date_is_written_out_shortened_or_with_its_weekday() -> None:
    assert words.day(DAY) == "26 November 2026"
    assert words.day_short(DAY) == words.when_short(DAY) == "26 Nov 2026"
    assert words.weekday_day(DAY) == "Thursday 26 November 2026"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 26, 15, 5, tzinfo=UTC), "26 November 2026, 3:05pm"),
        (datetime(2026, 11, 26, 0, 7, tzinfo=UTC), "26 November 2026, 12:07am"),
        (datetime(2026, 11, 26, 12, 0, tzinfo=UTC), "26 November 2026, midday"),
        (datetime(2026, 11, 26, 12, 30, tzinfo=UTC), "26 November 2026, 12:30pm"),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), "end of 30 June 2026"),
        (datetime(2026, 11, 17, 0, 0, tzinfo=UTC), "end of 16 November 2026"),
    ],
)
def test_a_moment_is_written_in_london_time(at: datetime, said: str) -> None:
    assert words.moment(at) == said


def test_the_hour_that_comes_twice_says_which_one_it_is() -> None:
    assert words.moment(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)) == "25 October 2026, 1:30am BST"
    assert words.moment(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)) == "25 October 2026, 1:30am GMT"


def test_the_day_of_a_moment_is_its_day_in_london() -> None:
    assert words.day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        words.moment(datetime.fromisoformat("2026-11-26T15:05"))


def test_one_thing_is_singular_and_any_other_number_plural() -> None:
    assert words.count(1, "working day") == "1 working day"
    assert words.count(0, "working day") == "0 working days"
    assert words.count(1200, "child", "children") == "1,200 children"


def test_a_short_moment_says_its_time() -> None:
    assert words.when_short(datetime(2026, 11, 26, 15, 5, tzinfo=UTC)) == "26 Nov 2026, 3:05pm"
