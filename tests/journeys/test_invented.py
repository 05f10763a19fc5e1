"""All that a protocol must be able to say is said by an invented one, and a story shows it."""

import re
from pathlib import Path

import pytest

from concord.core.clock.working_day import calendar
from concord.core.problem import Finding, Severity
from concord.core.story.check import check_story
from concord.core.story.play import play
from concord.core.story.read import read_story
from concord.core.workshop.check import check_meaning
from tests.support.invented import PROTOCOLS, STORIES, invented

POINT = re.compile(r"P\d\d-")


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_plays_as_it_says(file: Path) -> None:
    story = read_story(file.read_text(encoding="utf-8"), file=file.name)
    protocol = invented((file.parent / story.protocol).resolve())
    check_story(story, protocol)
    played = play(story, protocol=protocol, calendar=calendar(protocol.nation))
    assert not played.findings, "\n".join(["", *map(said, played.findings)])
    assert set(story.clauses) <= protocol.clauses.keys()


@pytest.mark.parametrize("file", PROTOCOLS, ids=lambda file: file.stem)
def test_an_invented_protocol_can_work(file: Path) -> None:
    found = check_meaning(invented(file))
    assert [each for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("file", PROTOCOLS, ids=lambda file: file.stem)
def test_what_it_says_of_the_thirteen_points_is_shown_by_a_story(file: Path) -> None:
    told = {clause for story in STORIES for clause in clauses_of(story)}
    assert {clause for clause in invented(file).clauses if POINT.match(clause)} <= told


def test_each_of_the_thirteen_points_is_said() -> None:
    points = {clause[:3] for file in PROTOCOLS for clause in invented(file).clauses}
    assert {f"P{point:02}" for point in range(1, 14)} <= points


def clauses_of(story: Path) -> tuple[str, ...]:
    return read_story(story.read_text(encoding="utf-8"), file=story.name).clauses


def said(finding: Finding) -> str:
    return f"line {finding.place.line}, {finding.place.path}: {finding.sentence} ({finding.id})"
