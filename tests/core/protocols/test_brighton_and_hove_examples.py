"""The five worked examples of one protocol: their dates, and what the record shows of them."""

from datetime import date
from pathlib import Path

import pytest

from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.events import ContactRecorded, DutyMissed, Referred
from concord.core.protocol.shipped import shipped
from concord.core.story.play import Played, play
from concord.core.story.read import read_story

STORIES = Path(__file__).parents[2] / "journeys" / "stories"


@pytest.mark.clauses("BRH-EXAMPLE-1")
def test_the_social_worker_has_a_month_and_settles_it() -> None:
    played = _played(1)
    duty = _duty(played, "action:1")
    assert (local_date(duty.since), _due(duty)) == (date(2026, 2, 12), date(2026, 3, 12))
    assert _missed(played) == []
    _assert_resolved_informally_with_a_case_note(played)


@pytest.mark.clauses("BRH-EXAMPLE-2")
def test_the_complaint_runs_beside_it_and_what_it_settles_is_agreed() -> None:
    played = _played(2)
    contacts = [each for each in played.dispute.entries if isinstance(each.event, ContactRecorded)]
    assert len(contacts) == 2
    assert [each.number for each in played.dispute.agreed if each.done] == [1, 2]
    _assert_resolved_informally_with_a_case_note(played)


@pytest.mark.clauses("BRH-EXAMPLE-3")
def test_the_child_has_an_advocate_and_the_iro_looks_a_month_before_the_review() -> None:
    played = _played(3)
    duty = _duty(played, "action:1")
    assert (_due(duty), _missed(played)) == (date(2026, 6, 16), [])
    advocate = _duty(played, "0:advocate-considered")
    assert advocate.fulfilled_at is not None
    assert advocate.fulfilled_at < duty.since
    _assert_resolved_informally_with_a_case_note(played)


@pytest.mark.clauses("BRH-EXAMPLE-4")
def test_three_weeks_then_one_more_and_then_the_pod_team_manager() -> None:
    played = _played(4)
    first, second, third, review = (_duty(played, f"action:{number}") for number in range(1, 5))
    assert (_due(first), _due(second)) == (date(2026, 2, 23), date(2026, 3, 3))
    assert (_due(third), third.owners) == (date(2026, 3, 11), ("pod-team-manager",))
    assert _due(review) == date(2026, 7, 16)
    assert _missed(played) == ["action:1", "action:2"]
    _assert_resolved_informally_with_a_case_note(played)


@pytest.mark.clauses("BRH-EXAMPLE-5")
def test_past_the_chief_executive_the_iro_refers_it_to_cafcass() -> None:
    played = _played(5)
    levels = [f"level-{number}" for number in range(1, 6)]
    assert [run.rung for run in played.dispute.runs] == ["informal", *levels]
    referral = next(each for each in played.dispute.entries if isinstance(each.event, Referred))
    assert (referral.capacity, _missed(played)) == ("iro", [])


def _assert_resolved_informally_with_a_case_note(played: Played) -> None:
    assert [run.rung for run in played.dispute.runs] == ["informal"]
    note = _duty(played, "1:case-note")
    assert note.state_at(played.steps[-1].act.at) is DutyState.DONE
    assert played.dispute.closed_at == played.steps[-1].act.at


def _played(number: int) -> Played:
    file = STORIES / f"brighton-and-hove-example-{number}.yaml"
    story = read_story(file.read_text(encoding="utf-8"), file=file.name)
    protocol = shipped("brighton-and-hove")
    return play(story, protocol=protocol, calendar=calendar(protocol.nation))


def _duty(played: Played, key: str) -> Duty:
    return next(each for each in played.duties if each.key == key)


def _due(duty: Duty) -> date | None:
    return duty.due.on if duty.due else None


def _missed(played: Played) -> list[str]:
    events = [entry.event for entry in played.dispute.entries]
    return [each.duty for each in events if isinstance(each, DutyMissed)]
