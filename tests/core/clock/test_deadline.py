"""When a limit ends, in each unit, over weekends, bank holidays, clock changes and holds."""

from datetime import UTC, date, datetime

import pytest

from concord.core.clock.bank_holidays import Nation
from concord.core.clock.deadline import Anchor, Deadline, deadline
from concord.core.clock.hold import Hold
from concord.core.clock.limit import parse_limit
from concord.core.clock.london import LONDON, end_of
from concord.core.clock.working_day import BeyondCalendar, calendar

ENGLAND = calendar(Nation.ENGLAND)


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def due(act: str, limit: str, *holds: Hold) -> Deadline:
    anchor = Anchor(london(act), "alert issued")
    return deadline(anchor, limit=parse_limit(limit), calendar=ENGLAND, holds=holds)


def hold(from_at: str, until_at: str) -> Hold:
    return Hold(london(from_at), london(until_at))


def until_end_of(from_at: str, last: str) -> Hold:
    return Hold(london(from_at), end_of(date.fromisoformat(last)))


def test_five_working_days_end_at_the_end_of_the_fifth_working_day_after_the_act() -> None:
    ends = due("2026-07-06T09:00", "5 working days")
    assert ends.due_on == date(2026, 7, 13)
    assert ends.due_at == datetime(2026, 7, 13, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize("hour", ["00:00", "09:00", "17:30", "23:59"])
def test_the_hour_of_the_act_does_not_matter_to_a_limit_in_days(hour: str) -> None:
    assert due(f"2026-07-06T{hour}", "5 working days").due_on == date(2026, 7, 13)


def test_an_act_on_a_saturday_has_monday_as_day_1() -> None:
    assert due("2026-07-11T10:00", "1 working day").due_on == date(2026, 7, 13)
    assert due("2026-07-11T10:00", "5 working days").due_on == date(2026, 7, 17)


def test_an_act_just_after_midnight_in_london_belongs_to_the_new_day_though_utc_lags() -> None:
    just_after = datetime(2026, 7, 6, 23, 30, tzinfo=UTC)
    limit = parse_limit("1 working day")
    ends = deadline(Anchor(just_after, "alert issued"), limit=limit, calendar=ENGLAND)
    assert ends.due_on == date(2026, 7, 8)


def test_calendar_days_count_weekends_and_bank_holidays() -> None:
    ends = due("2026-04-02T09:00", "5 calendar days")
    assert (ends.due_on, ends.due_at) == (date(2026, 4, 7), end_of(date(2026, 4, 7)))


def test_calendar_days_and_hours_need_no_bank_holidays_and_go_beyond_the_known_years() -> None:
    assert due("2028-12-31T09:00", "5 calendar days").due_on == date(2029, 1, 5)
    assert due("2028-12-31T09:00", "24 hours").due_at == datetime(2029, 1, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2026-07-06", "2026-07-11", "2026-12-25", "2026-03-29"])
def test_same_day_ends_at_midnight_in_london_on_whatever_day_it_is(day: str) -> None:
    ends = due(f"{day}T14:00", "same day")
    assert (ends.due_on, ends.due_at) == (
        date.fromisoformat(day),
        end_of(date.fromisoformat(day)),
    )


def test_same_day_on_the_two_clock_changes_is_midnight_on_the_clock() -> None:
    forward, back = due("2026-03-29T00:30", "same day"), due("2026-10-25T00:30", "same day")
    assert forward.due_at == datetime(2026, 3, 29, 23, 0, tzinfo=UTC)
    assert back.due_at == datetime(2026, 10, 26, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("act", "shown"),
    [
        pytest.param("2026-07-06T09:00", "2026-07-07T09:00", id="an ordinary day"),
        pytest.param("2026-03-28T12:00", "2026-03-29T13:00", id="the clocks go forward"),
        pytest.param("2026-10-24T12:00", "2026-10-25T11:00", id="the clocks go back"),
        pytest.param("2026-07-10T16:00", "2026-07-11T16:00", id="over a weekend"),
    ],
)
def test_24_hours_are_24_elapsed_hours_whatever_the_clock_shows(act: str, shown: str) -> None:
    ends = due(act, "24 hours")
    assert ends.due_at.astimezone(LONDON) == london(shown)
    assert (ends.due_at - london(act).astimezone(UTC)).total_seconds() == 24 * 3600
    assert ends.due_on == date.fromisoformat(shown[:10])


def test_in_time_is_before_the_due_instant_and_at_it_is_too_late() -> None:
    ends = due("2026-07-06T09:00", "5 working days")
    assert ends.in_time(london("2026-07-13T23:59:59.999999"))
    assert not ends.in_time(london("2026-07-14T00:00"))


@pytest.mark.parametrize(
    ("holds", "due_on"),
    [
        pytest.param([], "2026-07-13", id="none"),
        pytest.param([hold("2026-07-08T10:00", "2026-07-10T10:00")], "2026-07-15", id="two days"),
        pytest.param([hold("2026-07-10T10:00", "2026-07-13T10:00")], "2026-07-14", id="a weekend"),
        pytest.param([hold("2026-07-08T10:00", "2026-07-08T16:00")], "2026-07-13", id="some hours"),
        pytest.param([until_end_of("2026-07-08T10:00", "2026-07-08")], "2026-07-14", id="one day"),
        pytest.param([hold("2026-07-13T10:00", "2026-07-14T10:00")], "2026-07-14", id="last day"),
        pytest.param([hold("2026-07-14T00:00", "2026-07-20T10:00")], "2026-07-13", id="too late"),
        pytest.param([hold("2026-06-01T10:00", "2026-07-06T08:00")], "2026-07-13", id="before"),
        pytest.param([hold("2011-06-01T10:00", "2011-07-06T08:00")], "2026-07-13", id="long ago"),
        pytest.param([hold("2026-06-01T10:00", "2026-07-08T08:00")], "2026-07-14", id="running"),
        pytest.param(
            [
                hold("2026-07-14T10:00", "2026-07-16T10:00"),
                hold("2026-07-07T00:00", "2026-07-09T10:00"),
            ],
            "2026-07-17",
            id="the second reached by the first",
        ),
        pytest.param(
            [
                hold("2026-07-07T10:00", "2026-07-09T10:00"),
                hold("2026-07-08T10:00", "2026-07-10T10:00"),
            ],
            "2026-07-16",
            id="overlapping",
        ),
    ],
)
def test_days_on_hold_do_not_count_towards_working_days(holds: list[Hold], due_on: str) -> None:
    ends = due("2026-07-06T09:00", "5 working days", *holds)
    assert ends.due_on == date.fromisoformat(due_on)
    assert ends.due_at == end_of(ends.due_on)


def test_days_on_hold_do_not_count_towards_calendar_days() -> None:
    held = until_end_of("2026-07-08T10:00", "2026-07-10")
    assert due("2026-07-06T09:00", "5 calendar days", held).due_on == date(2026, 7, 14)


def test_hours_stand_still_while_on_hold() -> None:
    begun_before = hold("2026-07-05T09:00", "2026-07-06T10:00")
    within = hold("2026-07-06T12:00", "2026-07-06T15:00")
    after = hold("2026-07-08T09:00", "2026-07-09T09:00")
    ends = due("2026-07-06T09:00", "24 hours", after, within, begun_before)
    assert ends.due_at.astimezone(LONDON) == london("2026-07-07T13:00")


def test_a_hold_that_begins_when_the_hours_are_over_comes_too_late() -> None:
    ends = due("2026-07-06T09:00", "24 hours", hold("2026-07-07T09:00", "2026-07-08T09:00"))
    assert ends.due_at.astimezone(LONDON) == london("2026-07-07T09:00")


@pytest.mark.parametrize(
    ("held", "due_on"),
    [
        (hold("2026-07-06T15:00", "2026-07-08T10:00"), "2026-07-08"),
        (until_end_of("2026-07-06T15:00", "2026-07-10"), "2026-07-11"),
        (hold("2026-07-07T15:00", "2026-07-08T10:00"), "2026-07-06"),
        (hold("2026-07-06T15:00", "2026-07-06T16:00"), "2026-07-06"),
    ],
)
def test_a_same_day_limit_on_hold_ends_with_the_first_day_off_hold(held: Hold, due_on: str) -> None:
    assert due("2026-07-06T09:00", "same day", held).due_on == date.fromisoformat(due_on)


@pytest.mark.parametrize(
    ("act", "limit", "holds"),
    [
        pytest.param("2028-12-29T09:00", "5 working days", (), id="over the end"),
        pytest.param("2031-01-06T09:00", "1 working day", (), id="after the end"),
        pytest.param("2011-06-06T09:00", "1 working day", (), id="before the beginning"),
        pytest.param(
            "2028-12-04T09:00",
            "5 working days",
            (hold("2028-12-05T09:00", "2029-01-05T09:00"),),
            id="a hold over the end",
        ),
        pytest.param("9999-12-31T09:00", "5 calendar days", (), id="over the end of all dates"),
        pytest.param("9999-12-31T09:00", "24 hours", (), id="hours over the end of all dates"),
        pytest.param("9999-12-31T09:00", "same day", (), id="the last day there is"),
    ],
)
def test_a_deadline_outside_the_known_years_is_refused_and_never_guessed(
    act: str, limit: str, holds: tuple[Hold, ...]
) -> None:
    with pytest.raises(BeyondCalendar):
        due(act, limit, *holds)


def test_a_deadline_names_what_it_was_counted_from_and_with() -> None:
    held = hold("2026-07-08T10:00", "2026-07-10T10:00")
    ends = due("2026-07-06T09:00", "5 working days", held)
    assert ends.anchor.what == "alert issued"
    assert str(ends.limit) == "5 working days"
    assert ends.holds == (held,)
    assert ends.calendar_version == ENGLAND.version


def test_an_act_needs_its_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Anchor(datetime.fromisoformat("2026-07-06T09:00"), "alert issued")
