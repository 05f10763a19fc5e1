"""Counting working days: Monday to Friday less the bank holidays of a named nation."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.working_day import BeyondCalendar, Calendar, calendar

ENGLAND = calendar(Nation.ENGLAND)
DAYS = st.dates(date(2013, 6, 1), date(2027, 6, 30))
AMOUNTS = st.integers(0, 300)


@pytest.mark.parametrize(
    ("act", "working_days", "ends"),
    [
        pytest.param("2026-07-06", 5, "2026-07-13", id="Monday to the Monday after"),
        pytest.param("2026-07-10", 1, "2026-07-13", id="Friday over the weekend"),
        pytest.param("2026-07-11", 1, "2026-07-13", id="Saturday: Monday is day 1"),
        pytest.param("2026-07-12", 5, "2026-07-17", id="Sunday: Friday is day 5"),
        pytest.param("2026-04-02", 1, "2026-04-07", id="Thursday before Easter"),
        pytest.param("2026-04-03", 1, "2026-04-07", id="act on Good Friday itself"),
        pytest.param("2022-05-27", 5, "2022-06-07", id="two days of jubilee, no late May holiday"),
        pytest.param("2022-09-16", 1, "2022-09-20", id="state funeral"),
        pytest.param("2023-05-05", 1, "2023-05-09", id="coronation"),
        pytest.param("2021-12-24", 1, "2021-12-29", id="substitutes for Christmas and Boxing Day"),
        pytest.param("2021-12-24", 4, "2022-01-04", id="and for New Year's Day"),
        pytest.param("2026-12-24", 1, "2026-12-29", id="substitute for Boxing Day"),
        pytest.param("2026-03-26", 20, "2026-04-27", id="20 working days over Easter"),
    ],
)
def test_the_last_of_so_many_working_days_after_an_act(
    act: str, working_days: int, ends: str
) -> None:
    assert ENGLAND.add(date.fromisoformat(act), working_days) == date.fromisoformat(ends)


@pytest.mark.parametrize(
    ("day", "working_days", "before"),
    [
        pytest.param("2026-07-08", 3, "2026-07-03", id="from a Wednesday"),
        pytest.param("2026-07-12", 3, "2026-07-08", id="from a Sunday"),
        pytest.param("2026-04-07", 1, "2026-04-02", id="back over Easter"),
        pytest.param("2026-04-06", 2, "2026-04-01", id="from Easter Monday"),
    ],
)
def test_working_days_before_a_day(day: str, working_days: int, before: str) -> None:
    assert ENGLAND.add(date.fromisoformat(day), -working_days) == date.fromisoformat(before)


def test_no_working_days_is_the_day_itself_whatever_day_it_is() -> None:
    assert ENGLAND.add(date(2026, 7, 11), 0) == date(2026, 7, 11)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 2), None),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 4), "Saturday"),
        (date(2026, 4, 5), "Sunday"),
        (date(2021, 12, 25), "Saturday"),
    ],
)
def test_a_day_off_says_why(day: date, why: str | None) -> None:
    assert ENGLAND.day_off(day) == why
    assert ENGLAND.is_working_day(day) is (why is None)


def test_working_days_between_leave_out_the_first_day_and_count_the_last() -> None:
    assert ENGLAND.between(date(2026, 4, 2), date(2026, 4, 7)) == 1
    assert ENGLAND.between(date(2026, 7, 6), date(2026, 7, 6)) == 0
    assert ENGLAND.between(date(2026, 7, 13), date(2026, 7, 6)) == -5


@pytest.mark.parametrize(
    ("day", "working_days"),
    [
        pytest.param(date(2011, 12, 31), 1, id="before the first day"),
        pytest.param(date(2029, 1, 1), 1, id="after the last day"),
        pytest.param(date(2029, 1, 1), 0, id="the day itself"),
        pytest.param(date(2029, 1, 2), -1, id="back from after the last day"),
        pytest.param(date(2028, 12, 29), 1, id="over the end"),
        pytest.param(date(2012, 1, 3), -1, id="over the beginning"),
        pytest.param(date(2012, 1, 1), -5, id="from the first day, itself no working day"),
        pytest.param(date.max, 5, id="the last day there is"),
    ],
)
def test_a_count_that_leaves_the_known_years_is_refused_and_never_guessed(
    day: date, working_days: int
) -> None:
    with pytest.raises(BeyondCalendar) as caught:
        ENGLAND.add(day, working_days)
    assert caught.value.asked == day
    assert (caught.value.first, caught.value.last) == (date(2012, 1, 1), date(2028, 12, 31))


def test_the_last_working_days_of_the_known_years_are_still_counted() -> None:
    assert ENGLAND.add(date(2028, 12, 28), 1) == date(2028, 12, 29)
    assert ENGLAND.add(date(2012, 1, 4), -1) == date(2012, 1, 3)


@pytest.mark.parametrize(
    ("after", "until", "asked"),
    [
        (date(2028, 1, 1), date(2029, 1, 1), date(2029, 1, 1)),
        (date(2011, 1, 1), date(2012, 1, 3), date(2011, 1, 1)),
    ],
)
def test_a_span_that_leaves_the_known_years_is_refused(
    after: date, until: date, asked: date
) -> None:
    with pytest.raises(BeyondCalendar) as caught:
        ENGLAND.between(after, until)
    assert caught.value.asked == asked


def test_whether_an_unknown_day_is_a_working_day_is_refused_even_on_a_saturday() -> None:
    with pytest.raises(BeyondCalendar):
        ENGLAND.is_working_day(date(2029, 1, 6))


def test_the_refusal_tells_a_person_what_was_asked_what_is_known_and_what_to_do() -> None:
    with pytest.raises(BeyondCalendar) as caught:
        ENGLAND.add(date(2028, 12, 29), 5)
    assert caught.value.sentence == (
        "5 working days after 29 December 2028 is outside the years whose bank holidays are known "
        "for England: 1 January 2012 to 31 December 2028"
    )
    assert "bring the bank holidays up to date" in caught.value.hint
    with pytest.raises(BeyondCalendar, match="1 working day before 3 January 2012 is outside"):
        ENGLAND.add(date(2012, 1, 3), -1)


def test_an_instant_is_not_taken_for_a_day() -> None:
    with pytest.raises(TypeError, match="not from an instant"):
        ENGLAND.add(datetime(2026, 7, 6, 23, 30, tzinfo=UTC), 5)


def test_a_nation_has_one_calendar_and_its_own_version() -> None:
    assert calendar(Nation.ENGLAND) is ENGLAND
    assert ENGLAND.nation is Nation.ENGLAND
    assert ENGLAND.version == bank_holidays(Nation.ENGLAND).version
    assert calendar(Nation.WALES) != ENGLAND


@given(DAYS, st.integers(1, 300))
def test_counting_on_and_counting_between_are_inverse(day: date, working_days: int) -> None:
    ends = ENGLAND.add(day, working_days)
    assert ENGLAND.between(day, ends) == working_days
    assert ENGLAND.is_working_day(ends)


@given(DAYS, st.integers(1, 300))
def test_counting_back_lands_on_a_working_day_with_the_others_between(
    day: date, working_days: int
) -> None:
    begins = ENGLAND.add(day, -working_days)
    assert ENGLAND.is_working_day(begins)
    assert ENGLAND.between(begins, day - timedelta(days=1)) == working_days - 1


@given(DAYS, AMOUNTS, st.integers(0, 30), st.integers(0, 30))
def test_a_later_act_or_a_longer_limit_never_ends_earlier(
    day: date, working_days: int, later: int, longer: int
) -> None:
    begins = day + timedelta(days=later)
    assert ENGLAND.add(begins, working_days + longer) >= ENGLAND.add(day, working_days)


@given(
    DAYS,
    st.integers(0, 100),
    st.lists(DAYS.filter(lambda day: day.weekday() < 5), min_size=1, max_size=8, unique=True),
)
def test_adding_a_bank_holiday_never_shortens(
    day: date, working_days: int, late: list[date]
) -> None:
    more = Calendar(bank_holidays(Nation.ENGLAND, extra=dict.fromkeys(late, "Example Day")))
    assert more.add(day, working_days) >= ENGLAND.add(day, working_days)
    assert not any(more.is_working_day(each) for each in late)
