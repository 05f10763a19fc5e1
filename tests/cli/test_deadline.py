"""concord deadline: a date with its receipt, or a sentence why there is none."""

import json

import pytest

from tests.cli.running import concord, concord_here


def _deadline(since: str, limit: str, *more: str) -> list[str]:
    return ["deadline", "--from", since, "--limit", limit, *more]


def test_five_working_days_from_a_thursday_end_with_the_next_thursday() -> None:
    done = concord(*_deadline("2026-11-19", "5 working days"))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "In time until the end of Thursday 26 November 2026"
    assert "The act: Thursday 19 November 2026" in lines
    assert "Saturday 21 November 2026: not counted, weekend" in lines
    assert "Thursday 26 November 2026: day 5" in lines


def test_the_answer_says_which_nation_was_used_and_whether_it_was_named() -> None:
    left_out = concord(*_deadline("2026-11-19", "1 working day")).stdout
    named = concord(*_deadline("2026-11-19", "1 working day", "--nation", "wales")).stdout
    assert "Nation: England, because none was named with --nation\n" in left_out
    assert "Nation: Wales\n" in named


def test_a_moment_is_counted_in_hours_over_the_change_of_the_clocks() -> None:
    done = concord(*_deadline("2026-10-24 12:00", "24 hours"))
    assert done.stdout.startswith("In time before Sunday 25 October 2026 at 11:00\n")
    assert "The act: Saturday 24 October 2026 at 12:00\n" in done.stdout


def test_as_data_it_is_the_receipt_with_what_was_asked() -> None:
    data = json.loads(concord(*_deadline("2026-04-02", "1 working day", "--json")).stdout)
    assert (data["from"], data["nation"], data["nation_named"]) == ("2026-04-02", "england", False)
    assert (data["limit"], data["due_on"]) == ("1 working day", "2026-04-07")
    assert [day["reason"] for day in data["days"][1:-1]] == [
        "Good Friday", "Saturday", "Sunday", "Easter Monday",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (_deadline("2026-02-30", "5 working days"), "--from: There is no day 2026-02-30"),
        (_deadline("12/03/2026", "5 working days"), '--from: "12/03/2026" is not a day'),
        (_deadline("2026-11-19 25:00", "24 hours"), "--from: There is no time 25:00"),
        (_deadline("2026-03-29 01:30", "24 hours"), "--from: There is no time 01:30 on 29 March"),
        (_deadline("2026-11-19", "24 hours"), "--from: hours are counted from a moment"),
        (_deadline("2026-11-19", "5 days"), '--limit: "5 days" does not say which days'),
        (_deadline("2026-11-19", "0 working days"), '--limit: A limit of "0 working days"'),
        (_deadline("2026-11-19", "a while"), '--limit: "a while" is not a time limit'),
        (_deadline("", ""), '--from: "" is not a day'),
        (_deadline("2026-11-19", "1 hour", "--nation", "fr"), '--nation cannot be "fr"'),
    ],
)
def test_what_cannot_be_read_is_wrong_use(arguments: list[str], sentence: str) -> None:
    done = concord_here(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"concord: {sentence}")
    assert "\n  hint: " in done.stderr


@pytest.mark.parametrize(
    ("since", "limit"),
    [
        ("2028-12-29", "5 working days"),
        ("2011-12-30", "1 working day"),
    ],
)
def test_a_date_beyond_the_known_bank_holidays_is_refused_and_not_guessed(
    since: str, limit: str
) -> None:
    done = concord_here(*_deadline(since, limit, "--json"))
    assert done.returncode == 1
    assert "1 January 2012 to 31 December 2028 [beyond-calendar]\n  hint: " in done.stderr
    assert json.loads(done.stdout)["findings"][0]["id"] == "beyond-calendar"


@pytest.mark.parametrize("since", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31 23:00"])
def test_a_year_that_nobody_means_is_wrong_use(since: str) -> None:
    done = concord_here(*_deadline(since, "24 hours"))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"--from: {since[:10]} is too far away\n  hint: Give a year from 1900" in done.stderr
