"""concord play: a story act by act, as text for a person and as data."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import PROTOCOL, STORIES, STORY, concord, concord_here
from tests.support.tree import name

Data = dict[str, Any]


@pytest.fixture(scope="module")
def text() -> str:
    """The example story as a person reads it."""
    done = concord("play", name(STORY), COLUMNS="100")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def data() -> Data:
    """The example story as data."""
    done = concord("play", name(STORY), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    played: Data = json.loads(done.stdout)
    return played


def _act(data: Data, number: int) -> Data:
    act: Data = data["acts"][number - 1]
    return act


def _duty(data: Data, key: str) -> Data:
    duty: Data = next(each for each in data["duties"] if each["key"] == key)
    return duty


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_each_story_of_the_journeys_plays_to_its_end(
    story: Path,
) -> None:
    done = concord_here("play", str(story))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("It went as the story tells\n")


def test_an_act_that_is_refused_says_why_its_clause_and_what_would_allow_it(
    text: str, data: Data
) -> None:
    refusal = _act(data, 2)["refusal"]
    told = text.split("2. Tuesday 17 November 2026 at 09:40\n")[1].splitlines()
    assert told[:4] == [
        "  refused    Reviewing officer: issue alert (informal-first, as the story expects)",
        f"             {refusal['sentence']}",
        "  clause     1.1 (EX-TALK)",
        f"  allowed by {refusal['allowed_by']}",
    ]


def test_a_duty_that_an_act_makes_has_its_owner_its_day_and_its_clause(text: str) -> None:
    assert (
        "  new duty   Answer the notice in writing (Step 1)\n"
        "             Team manager must, by the end of Thursday 26 November 2026 (5 working days"
    ) in text
    assert "  clause     2.2 (EX-REPLY-1)\n" in text


def test_what_time_brings_is_told_at_its_exact_moment(text: str, data: Data) -> None:
    told = " ".join(text.split("5. Monday 30 November 2026 at 09:00, time passes\n")[1].split())
    for entry in _act(data, 5)["by_time"]:
        assert f"by time At the end of Thursday 26 November 2026: {entry['sentence']}" in told


def test_a_duty_that_time_brought_to_its_end_is_told_once(text: str) -> None:
    acts, end = text.split("At the end, ")
    assert "  overdue " not in acts
    assert "  missed " not in acts
    assert end.count("  missed     Answer the notice in writing (Step 1)\n") == 1


def test_both_clocks_stand_under_the_act(text: str) -> None:
    assert (
        "  clock      Step 2: 2 working days used, 1 left, due Tuesday 1 December 2026\n"
        "  clock      total: 7 working days used, 13 left, due Thursday 17 December 2026\n"
    ) in text


def test_the_end_tells_the_state_and_every_duty(text: str) -> None:
    end = text.split("At the end, Monday 7 December 2026 at 10:10\n")[1]
    assert end.startswith("  state      resolved\n  stage      Step 2\n")
    assert "  missed     Answer the notice in writing (Step 1)\n" in end
    assert "  done late  Do agreed action 1 and report it as done\n" in end
    assert "             Done late Monday 7 December 2026 at 10:00\n" in end
    assert end.endswith("8 acts, 7 accepted, 1 refused. It went as the story tells\n")


def test_no_line_is_wider_than_a_terminal_of_eighty_columns() -> None:
    done = concord("play", name(STORY), COLUMNS="80")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_data_say_which_protocol_and_calendar_it_was(data: Data) -> None:
    assert data["protocol"]["id"] == "example"
    assert len(data["protocol"]["content_hash"]) == 64
    assert data["calendar"].startswith("england-")
    assert data["findings"] == []


def test_data_say_of_each_act_whether_it_was_accepted_or_which_refusal(data: Data) -> None:
    assert [act["accepted"] for act in data["acts"]] == [True, False, *[True] * 7]
    assert _act(data, 1)["refusal"] is None
    assert _act(data, 2)["refusal"] == {
        "id": "informal-first",
        "sentence": "No informal attempt with the team manager is on the record",
        "clause": "EX-TALK",
        "place": "1.1",
        "allowed_by": "Record the conversation in which you tried to resolve it informally",
    }


def test_data_say_of_each_act_what_was_recorded_and_what_time_brought(data: Data) -> None:
    passes = _act(data, 5)
    assert passes["act"] == "time passes"
    assert passes["entries"] == []
    assert [entry["kind"] for entry in passes["by_time"]] == [
        "dispute.duty-missed",
        "dispute.escalated",
        "dispute.alert-issued",
    ]
    assert {entry["happened_at"] for entry in passes["by_time"]} == {"2026-11-27T00:00:00+00:00"}
    assert "3:answer" in passes["duties_made_by_time"]
    assert [entry["kind"] for entry in _act(data, 6)["entries"]] == ["dispute.answered"]


def test_data_say_of_each_duty_what_who_when_under_which_clause_and_how_it_went(
    data: Data,
) -> None:
    assert _duty(data, "2:answer") == {
        "key": "2:answer",
        "what": "Answer the notice in writing (Step 1)",
        "owners": ["team-manager"],
        "towards": [],
        "strength": "must",
        "clause": "EX-REPLY-1",
        "place": "2.2",
        "since": "2026-11-19T14:05:00+00:00",
        "due": "2026-11-27T00:00:00+00:00",
        "due_on": "2026-11-26",
        "limit": "5 working days",
        "counted_from": "alert issued",
        "set_by": None,
        "no_date": None,
        "fulfilled_by": "answer",
        "before": [],
        "fulfilled_at": None,
        "missed_at": "2026-11-27T00:00:00+00:00",
        "ended_at": "2026-11-27T00:00:00+00:00",
        "state": "missed",
    }
    assert _duty(data, "action:1")["state"] == "done late"


def test_data_say_how_duties_stand_after_each_act(data: Data) -> None:
    assert _act(data, 4)["duties_made"] == ["2:issue", "2:answer", "total"]
    assert {"key": "3:answer", "state": "done"} in _act(data, 6)["duties_changed"]


def test_data_have_both_clocks_after_each_act(data: Data) -> None:
    assert _act(data, 1)["clocks"] == {"stage": None, "total": None}
    clocks = _act(data, 5)["clocks"]
    assert clocks["stage"]["due_on"] == "2026-12-01"
    assert clocks["stage"]["working_days_left"] == 1
    assert (clocks["total"]["working_days_used"], clocks["total"]["working_days_left"]) == (7, 13)


def test_data_say_how_it_ended(data: Data) -> None:
    assert data["final"] == {
        "at": "2026-12-07T10:10:00+00:00",
        "phase": "resolved",
        "stage": "step-2",
        "stage_label": "Step 2",
        "held": False,
        "working_days_used": 12,
        "working_days_left": 8,
    }


def test_every_moment_has_its_offset_and_every_day_is_one(data: Data) -> None:
    days = [duty["due_on"] for duty in data["duties"] if duty["due_on"]]
    moments = [duty["since"] for duty in data["duties"]]
    assert [date.fromisoformat(day).isoformat() for day in days] == days
    assert all(datetime.fromisoformat(moment).tzinfo for moment in moments)


def test_another_protocol_can_be_named_as_a_file_or_by_its_id() -> None:
    as_file = concord("play", name(STORY), "--protocol", name(PROTOCOL), "--json")
    assert json.loads(as_file.stdout)["protocol"]["id"] == "example"
    shipped = concord("play", name(STORIES[0]), "--protocol", "nobody")
    assert shipped.returncode == 2
    assert 'concord: There is no protocol "nobody"' in shipped.stderr
