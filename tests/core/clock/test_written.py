"""Days and moments as a person writes them."""

from datetime import UTC, date, datetime, time

import pytest

from concord.core.clock.written import Written, WrongMoment, parse_written

NINE = time(9)


def test_a_day_alone_has_no_time() -> None:
    assert parse_written("2026-11-26") == Written(date(2026, 11, 26), None)


def test_a_moment_is_london_time() -> None:
    at = parse_written(" 2026-07-01   14:05 ").at(NINE)
    assert at == datetime(2026, 7, 1, 13, 5, tzinfo=UTC)


def test_a_day_alone_takes_the_time_that_the_asker_names() -> None:
    assert parse_written("2026-01-05").at(NINE) == datetime(2026, 1, 5, 9, tzinfo=UTC)


def test_of_an_hour_that_comes_twice_it_is_the_first() -> None:
    at = parse_written("2026-10-25 01:30").at(NINE)
    assert at.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2026-02-30", "There is no day 2026-02-30"),
        ("2026-11-26 24:00", "There is no time 24:00"),
        ("2026-03-29 01:30", "There is no time 01:30 on 29 March 2026: the clocks go forward"),
        ("26/11/2026", '"26/11/2026" is not a day or a moment'),
        ("2026-11-26T10:00+05:00", '"2026-11-26T10:00+05:00" is not a day or a moment'),
        ("2026-W48-4", '"2026-W48-4" is not a day or a moment'),
        ("٢٠٢٦-11-26", '"٢٠٢٦-11-26" is not a day or a moment'),
        ("", '"" is not a day or a moment'),
        ("x" * 50, f'"{"x" * 40}..." is not a day or a moment'),
    ],
)
def test_anything_else_is_refused_with_a_sentence_and_a_hint(text: str, sentence: str) -> None:
    with pytest.raises(WrongMoment) as wrong:
        parse_written(text)
    assert wrong.value.sentence == sentence
    assert wrong.value.hint
