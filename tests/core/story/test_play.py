"""A story that is played: what is accepted, refused, expected, and beyond what is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from concord.core.clock.bank_holidays import Nation
from concord.core.clock.working_day import calendar
from concord.core.dispute.duties.model import DutyState
from concord.core.problem import WrongData
from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_protocol
from concord.core.story.changes import changes
from concord.core.story.check import check_story
from concord.core.story.data import as_data
from concord.core.story.model import Story
from concord.core.story.play import Played, play
from concord.core.story.read import read_story
from tests.support.tree import ROOT

EXAMPLES = ROOT / "docs" / "reference" / "examples"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    """The protocol of the example."""
    return read_protocol(_text(EXAMPLES / "protocol.yaml"), file="protocol.yaml")


@pytest.fixture(scope="module")
def story() -> Story:
    """The story of the example."""
    return read_story(_text(EXAMPLES / "story.yaml"), file="story.yaml")


def _play(story: Story, protocol: Protocol) -> Played:
    return play(story, protocol=protocol, calendar=calendar(Nation.ENGLAND))


def test_a_story_that_goes_as_it_tells_has_no_findings(story: Story, protocol: Protocol) -> None:
    check_story(story, protocol)
    assert _play(story, protocol).findings == ()


def test_time_makes_its_own_duties_before_the_act(story: Story, protocol: Protocol) -> None:
    made = list(changes(_play(story, protocol).steps))
    assert [duty.key for duty in made[4].made_by_time][:3] == ["2:next", "3:issue", "3:answer"]
    assert made[4].made == ()
    assert [duty.key for duty in made[3].made] == ["2:issue", "2:answer", "total"]


def test_a_duty_that_is_only_foreseen_is_not_made_yet(story: Story, protocol: Protocol) -> None:
    made = list(changes(_play(story, protocol).steps))
    assert "check-action:1" not in [duty.key for duty in made[5].made]
    assert "check-action:1" in [duty.key for duty in made[6].made_by_time]


def test_a_change_of_a_duty_is_told_once(story: Story, protocol: Protocol) -> None:
    stands = [
        (number, state)
        for number, each in enumerate(changes(_play(story, protocol).steps), 1)
        for duty, state in each.stands
        if duty.key == "action:1"
    ]
    assert stands == [(7, DutyState.DONE_LATE)]


def test_a_story_that_ends_otherwise_says_so_at_its_line(story: Story, protocol: Protocol) -> None:
    told = replace(story, ends=replace(story.ends, stage="step-1"))
    (finding,) = _play(told, protocol).findings
    assert finding.sentence == "The story expects stage step-1 at the end, and it is step-2"
    assert finding.place == story.place("ends")


def test_an_act_beyond_the_calendar_stops_the_play_with_a_finding(
    story: Story, protocol: Protocol
) -> None:
    far = [replace(act, at=act.at.replace(year=2028, day=29, month=12)) for act in story.acts[:3]]
    late = [*far, replace(story.acts[3], at=far[-1].at)]
    played = _play(replace(story, acts=tuple(late)), protocol)
    assert [finding.id for finding in played.findings] == ["beyond-calendar"]
    assert played.findings[0].place == story.place_of(late[3])
    assert len(played.steps) == 3


def test_a_story_without_acts_is_played_to_nothing(story: Story, protocol: Protocol) -> None:
    data = as_data(_play(replace(story, acts=(), ends=type(story.ends)()), protocol))
    assert (data["acts"], data["duties"], data["findings"]) == ([], [], [])


def test_a_story_names_only_people_and_stages_of_its_protocol(
    story: Story, protocol: Protocol
) -> None:
    stranger = replace(story.acts[0], by="chair")
    told = replace(story, acts=(stranger,), ends=replace(story.ends, stage="step-9"))
    with pytest.raises(WrongData) as wrong:
        check_story(told, protocol)
    assert [each.id for each in wrong.value.findings] == ["unknown-person", "unknown-stage"]


def test_a_stranger_whose_refusal_is_expected_is_let_pass(story: Story, protocol: Protocol) -> None:
    stranger = replace(story.acts[0], by="chair", expect="not-your-part")
    check_story(replace(story, acts=(stranger,)), protocol)
    told = replace(story, acts=(stranger,), ends=type(story.ends)())
    assert _play(told, protocol).findings == ()
