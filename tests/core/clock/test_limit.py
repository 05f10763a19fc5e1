"""Limits as a protocol writes them, and the ones that are refused with a hint."""

import pytest

from concord.core.clock.limit import Limit, Unit, WrongLimit, parse_limit
from concord.core.problem import WrongData


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("5 working days", Limit(5, Unit.WORKING_DAYS)),
        ("1 working day", Limit(1, Unit.WORKING_DAYS)),
        ("28 calendar days", Limit(28, Unit.CALENDAR_DAYS)),
        ("24 hours", Limit(24, Unit.HOURS)),
        ("1 hour", Limit(1, Unit.HOURS)),
        ("400 working days", Limit(400, Unit.WORKING_DAYS)),
        ("same day", Limit(0, Unit.SAME_DAY)),
    ],
)
def test_a_limit_is_read_and_written_the_same(text: str, limit: Limit) -> None:
    assert parse_limit(text) == limit
    assert str(limit) == text


@pytest.mark.parametrize("text", ["5 Working Days", "  5   working  days ", "5\tworking days"])
def test_capitals_and_spaces_do_not_matter(text: str) -> None:
    assert parse_limit(text) == Limit(5, Unit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        ("5 days", "does not say which days", 'Write "5 working days" or "5 calendar days"'),
        ("1 day", "does not say which days", 'Write "1 working day" or "1 calendar day"'),
        ("4 weeks", "weeks are not counted", 'Write "20 working days" or "28 calendar days"'),
        ("0 working days", "leaves no time", 'Write 1 or more, or "same day"'),
        ("-3 hours", "leaves no time", 'Write 1 or more, or "same day"'),
        ("0 days", "leaves no time", 'Write 1 or more, or "same day"'),
        ("401 calendar days", "longer than 400 calendar days", "Write 400 or less"),
        ("3 months", "no unit that is counted", "Write working days, calendar days"),
        ("3 same day", "no unit that is counted", "Write working days, calendar days"),
        ("five working days", "is not a time limit", "Write a whole number and a unit"),
        ("2.5 hours", "is not a time limit", "Write a whole number and a unit"),
        ("5", "is not a time limit", "Write a whole number and a unit"),
        ("", "is not a time limit", "Write a whole number and a unit"),
        ("٥ working days", "is not a time limit", "Write a whole number and a unit"),
        (f"{'9' * 5000} hours", "is not a time limit", "Write a whole number and a unit"),
    ],
)
def test_a_wrong_limit_is_refused_with_a_sentence_and_a_hint(
    text: str, sentence: str, hint: str
) -> None:
    with pytest.raises(WrongLimit) as caught:
        parse_limit(text)
    assert sentence in caught.value.sentence
    assert hint in caught.value.hint
    assert len(caught.value.sentence) < 120


def test_a_wrong_limit_is_a_finding_like_any_other_wrong_data() -> None:
    with pytest.raises(WrongData) as caught:
        parse_limit("5 days")
    (finding,) = caught.value.findings
    assert finding.id == "wrong-limit"
    assert finding.sentence == '"5 days" does not say which days it means'


def test_the_same_day_has_no_amount() -> None:
    with pytest.raises(WrongLimit, match="no number of days"):
        Limit(1, Unit.SAME_DAY)
