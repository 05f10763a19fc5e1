"""A story file becomes a story, with the place of everything in it."""

from datetime import UTC, date, datetime

import pytest

from concord.core.dispute.events import ActionsAgreed, ConcernRaised
from concord.core.dispute.state import Phase
from concord.core.problem import WrongData
from concord.core.story.model import Story
from concord.core.story.read import read_story

TEXT = """format: concord story 1
title: An example
protocol: example
clauses: EX-1
acts:
  - at: 2026-03-02
    by: iro
    raise concern:
      issues: drift
      raised with: [social-worker, team-manager]
      in court: no
  - {at: 2026-07-02 10:00, by: iro, person: anna, expect: refused, agree actions: {
      actions: [{what: Visit, on: 2026-07-09}]}}
  - {at: 2026-07-02 10:00, time passes: }
ends: {phase: informal, stage: talk, working days used: 3}
"""


def _story(text: str = TEXT) -> Story:
    return read_story(text, file="s.yaml")


def test_the_head_of_a_story_is_read() -> None:
    story = _story()
    assert (story.title, story.protocol, story.clauses) == ("An example", "example", ("EX-1",))
    assert (story.ends.phase, story.ends.stage, story.ends.working_days_used) == (
        Phase.INFORMAL,
        "talk",
        3,
    )


def test_an_act_has_its_number_moment_role_person_and_expectation() -> None:
    first, second, third = _story().acts
    assert (first.number, first.by, first.person, first.expect) == (1, "iro", "iro", "")
    assert first.at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert (second.number, second.person, second.expect) == (2, "anna", "refused")
    assert second.at == datetime(2026, 7, 2, 9, tzinfo=UTC)
    assert (third.verb, third.proposal) == ("time passes", None)


def test_one_word_stands_for_a_list_of_one() -> None:
    proposal = _story().acts[0].proposal
    assert isinstance(proposal, ConcernRaised)
    assert proposal.issues == ("drift",)
    assert proposal.raised_with == ("social-worker", "team-manager")
    assert proposal.in_court is False


def test_actions_have_words_and_a_day() -> None:
    proposal = _story().acts[1].proposal
    assert isinstance(proposal, ActionsAgreed)
    assert (proposal.actions[0].what, proposal.actions[0].on) == ("Visit", date(2026, 7, 9))


def test_every_act_and_field_knows_its_line() -> None:
    story = _story()
    assert str(story.place("protocol")) == "s.yaml:3 (protocol)"
    assert str(story.place_of(story.acts[0])) == "s.yaml:6 (acts 1 > raise concern)"
    assert story.place_of(story.acts[0], "raised with").line == 10
    assert story.place_of(story.acts[0], "by").line == 7


def test_findings_of_the_head_and_of_the_acts_come_together() -> None:
    wrong = TEXT.replace("title:", "titel:").replace("issues:", "issue:").replace("07-09", "13-09")
    with pytest.raises(WrongData) as caught:
        _story(wrong)
    assert [(each.id, each.place.line) for each in caught.value.findings] == [
        ("missing-key", 1),
        ("unknown-key", 2),
        ("unknown-field", 9),
        ("not-a-date", 13),
    ]


def test_a_key_that_is_missing_is_not_said_to_be_silence() -> None:
    with pytest.raises(WrongData) as caught:
        _story(TEXT.replace("title: An example\n", ""))
    assert caught.value.findings[0].hint == 'Add "title:"'


@pytest.mark.parametrize("field", ["children: [x]", "tier: talk", "child status: in care"])
def test_what_a_decision_fills_in_cannot_be_written(field: str) -> None:
    with pytest.raises(WrongData) as caught:
        _story(TEXT.replace("issues: drift", field))
    assert caught.value.findings[0].id == "unknown-field"


def test_acts_that_go_back_in_time_are_findings() -> None:
    with pytest.raises(WrongData) as caught:
        _story(TEXT.replace("2026-03-02", "2026-08-02"))
    assert [(each.id, each.place.line) for each in caught.value.findings] == [("backwards", 12)]
