"""The receipt of a deadline: every day of it, with its number or the reason why it has none."""

import json
from datetime import UTC, date, datetime

import pytest

from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.day_line import Kind
from concord.core.clock.deadline import Anchor, deadline
from concord.core.clock.hold import Hold
from concord.core.clock.limit import Unit, parse_limit
from concord.core.clock.london import LONDON, end_of
from concord.core.clock.receipt import READINGS, Receipt
from concord.core.clock.working_day import Calendar, calendar

ENGLAND = calendar(Nation.ENGLAND)


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def receipt(act: str, limit: str, *holds: Hold) -> Receipt:
    anchor = Anchor(london(act), "alert issued", clause="Example protocol 5.1")
    ends = deadline(anchor, limit=parse_limit(limit), calendar=ENGLAND, holds=holds)
    return ends.receipt()


def test_every_day_over_easter_stands_with_its_number_or_its_reason() -> None:
    assert receipt("2026-03-31T09:00", "3 working days").sentences() == (
        "Alert issued: Tuesday 31 March 2026",
        "Limit: 3 working days (Example protocol 5.1)",
        READINGS[Unit.WORKING_DAYS].format(nation="England"),
        "Tuesday 31 March 2026: day 0, alert issued",
        "Wednesday 1 April 2026: day 1",
        "Thursday 2 April 2026: day 2",
        "Friday 3 April 2026: not counted, Good Friday",
        "Saturday 4 April 2026: not counted, weekend",
        "Sunday 5 April 2026: not counted, weekend",
        "Monday 6 April 2026: not counted, Easter Monday",
        "Tuesday 7 April 2026: day 3",
        "In time until the end of Tuesday 7 April 2026",
        f"Counted with the calendar {ENGLAND.version}, published until 31 December 2028",
    )


def test_days_on_hold_say_until_when_and_a_weekend_stays_a_weekend() -> None:
    held = Hold(london("2026-07-09T10:00"), london("2026-07-14T10:00"))
    lines = receipt("2026-07-08T09:00", "2 working days", held).days
    assert [(line.on.day, line.kind, line.number, line.reason) for line in lines] == [
        (8, Kind.DAY_0, None, "Day 0, alert issued"),
        (9, Kind.ON_HOLD, None, "On hold until 14 July 2026"),
        (10, Kind.ON_HOLD, None, "On hold until 14 July 2026"),
        (11, Kind.WEEKEND, None, "Saturday"),
        (12, Kind.WEEKEND, None, "Sunday"),
        (13, Kind.ON_HOLD, None, "On hold until 14 July 2026"),
        (14, Kind.COUNTED, 1, ""),
        (15, Kind.COUNTED, 2, ""),
    ]
    assert lines[1].sentence() == "Thursday 9 July 2026: not counted, on hold until 14 July 2026"


def test_a_hold_until_the_end_of_a_day_is_said_so() -> None:
    held = Hold(london("2026-07-07T10:00"), end_of(date(2026, 7, 8)))
    lines = receipt("2026-07-06T09:00", "1 working day", held).days
    assert lines[1].reason == "On hold until the end of 8 July 2026"
    assert lines[-1].on == date(2026, 7, 9)


def test_calendar_days_number_the_weekend_too() -> None:
    lines = receipt("2026-04-02T09:00", "3 calendar days").days
    assert [line.number for line in lines] == [None, 1, 2, 3]
    assert lines[1].sentence() == "Friday 3 April 2026: day 1"


def test_hours_show_the_instant_they_end_and_what_was_on_hold() -> None:
    held = Hold(london("2026-07-06T12:00"), london("2026-07-06T15:00"))
    shown = receipt("2026-07-06T09:00", "24 hours", held)
    assert shown.days == ()
    assert shown.sentences()[3:5] == (
        "Not counted, on hold: Monday 6 July 2026 at 12:00 to Monday 6 July 2026 at 15:00",
        "In time before Tuesday 7 July 2026 at 12:00",
    )


def test_a_same_day_limit_shows_one_day_or_the_days_on_hold_and_the_first_one_off() -> None:
    assert [line.kind for line in receipt("2026-07-11T09:00", "same day").days] == [Kind.DAY_0]
    held = Hold(london("2026-07-06T15:00"), london("2026-07-08T10:00"))
    lines = receipt("2026-07-06T09:00", "same day", held).days
    assert [line.sentence() for line in lines] == [
        "Monday 6 July 2026: day 0, alert issued, on hold until 8 July 2026",
        "Tuesday 7 July 2026: not counted, on hold until 8 July 2026",
        "Wednesday 8 July 2026: first day that is not on hold",
    ]


def test_only_holds_that_reach_into_the_limit_are_shown_and_those_as_one() -> None:
    before = Hold(london("2026-06-01T09:00"), london("2026-06-02T09:00"))
    one = Hold(london("2026-07-07T10:00"), london("2026-07-08T10:00"))
    two = Hold(london("2026-07-08T10:00"), london("2026-07-09T10:00"))
    after = Hold(london("2026-08-03T10:00"), london("2026-08-04T10:00"))
    shown = receipt("2026-07-06T09:00", "5 working days", after, two, one, before)
    assert shown.holds == (Hold(one.from_at.astimezone(UTC), two.until_at.astimezone(UTC)),)


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_its_reading_in_one_sentence_and_it_names_the_nation(unit: Unit) -> None:
    text = "same day" if unit is Unit.SAME_DAY else f"3 {unit}"
    reading = receipt("2026-07-06T09:00", text).reading
    assert reading == READINGS[unit].format(nation="England")
    assert "." not in reading
    assert ("England" in reading) is (unit is Unit.WORKING_DAYS)


def test_a_late_bank_holiday_is_shown_by_its_name_and_changes_the_calendar_version() -> None:
    extra = {date(2027, 6, 30): "Example Day"}
    late = Calendar(bank_holidays(Nation.ENGLAND, extra=extra))
    anchor = Anchor(london("2027-06-29T09:00"), "alert issued")
    ends = deadline(anchor, limit=parse_limit("1 working day"), calendar=late)
    shown = ends.receipt()
    assert [line.reason for line in shown.days] == ["Day 0, alert issued", "Example Day", ""]
    assert shown.calendar.version == late.version != ENGLAND.version


def test_a_receipt_as_data_is_plain_json_with_iso_dates() -> None:
    held = Hold(london("2026-07-07T10:00"), london("2026-07-08T10:00"))
    shown = receipt("2026-07-06T09:00", "1 working day", held)
    assert json.loads(json.dumps(shown.as_data())) == {
        "anchor": {"at": "2026-07-06T09:00:00+01:00", "on": "2026-07-06", "what": "alert issued"},
        "limit": "1 working day",
        "clause": "Example protocol 5.1",
        "calendar": {
            "version": ENGLAND.version,
            "nation": "england",
            "published_until": "2028-12-31",
        },
        "reading": shown.reading,
        "days": [
            {
                "date": "2026-07-06",
                "weekday": "Monday",
                "kind": "day 0",
                "number": None,
                "reason": "Day 0, alert issued",
            },
            {
                "date": "2026-07-07",
                "weekday": "Tuesday",
                "kind": "on hold",
                "number": None,
                "reason": "On hold until 8 July 2026",
            },
            {
                "date": "2026-07-08",
                "weekday": "Wednesday",
                "kind": "counted",
                "number": 1,
                "reason": "",
            },
        ],
        "holds": [
            {"from_at": "2026-07-07T09:00:00+00:00", "until_at": "2026-07-08T09:00:00+00:00"}
        ],
        "due_at": "2026-07-08T23:00:00+00:00",
        "due_on": "2026-07-08",
    }
