"""What a trial assumes of people stands in a file, and what is wrong with it is said by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concord.core.problem import WrongData
from concord.core.protocol.shipped import shipped_text
from concord.core.workshop.trial import assumed_text, read_assumptions
from concord.core.workshop.trial.assumptions import Times

USUAL = assumed_text()


def wrong(text: str) -> list[tuple[str, int]]:
    with pytest.raises(WrongData) as raised:
        read_assumptions(text, file="ours.yaml")
    return [(each.id, each.place.line) for each in raised.value.findings]


def line_of(words: str) -> int:
    return USUAL[: USUAL.index(words)].count("\n") + 1


def test_the_usual_assumptions_say_that_they_are_not_measured() -> None:
    assert read_assumptions(USUAL, file="assumed.yaml").title == "Assumed, not measured"


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("resolves: 60 %", "resolves: 0.6"),
        ("resolves: 60 %", "resolves: 101 %"),
        ("none comes: 5 %", "none comes: five per cent"),
        ("half within: 4 working days", "half within: 4 days"),
        ("half within: 4 working days", "half within: 4 calendar days"),
        ("away: 30 working days", "away: a month"),
    ],
)
def test_a_share_or_a_time_that_is_none_is_said_with_its_line(right: str, slip: str) -> None:
    assert wrong(USUAL.replace(right, slip, 1)) == [("wrong-value", line_of(right))]


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = USUAL.replace("resolves: 60 %", "resolves: most").replace("half within: 4", "half: 4")
    assert len(wrong(text)) >= 2


def test_nine_in_ten_are_not_done_before_half_are() -> None:
    text = USUAL.replace("nine in ten within: 9 working days", "nine in ten within: 2 working days")
    assert wrong(text) == [("nine-before-half", line_of("nine in ten within: 9"))]


def test_nobody_is_away_for_longer_than_a_year() -> None:
    text = USUAL.replace("away: 30 working days", "away: 261 working days")
    assert wrong(text) == [("longer-than-a-year", line_of("away: 30"))]


def test_another_kind_of_file_is_named_as_such() -> None:
    assert [each for each, _line in wrong(shipped_text("bristol"))] == ["wrong-format"]


def test_one_role_may_answer_otherwise_than_the_rest() -> None:
    text = USUAL + "roles: {team-manager: {half within: same day, nine in ten within: same day,"
    found = read_assumptions(f"{text} none comes: 0 %, satisfies: 100 %}}}}\n", file="ours.yaml")
    assert (found.of("team-manager").satisfies, found.of("social-worker").satisfies) == (1, 0.45)


@given(half=st.integers(0, 60), more=st.integers(0, 60))
def test_half_and_nine_in_ten_are_done_within_the_two_points(half: int, more: int) -> None:
    times = Times(half, half + more)
    days = [times.days((each + 0.5) / 1000) for each in range(1000)]
    assert days == sorted(days)
    assert sum(day <= half for day in days) >= 500
    assert sum(day <= half + more for day in days) >= 900


@given(chance=st.floats(0, 1, exclude_max=True))
def test_no_chance_takes_less_than_no_time(chance: float) -> None:
    assert 0 <= Times(3, 9).days(chance) < 10_000
