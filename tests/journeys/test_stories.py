"""Every story that is written down plays as it says, under the protocol it names."""

import re
from pathlib import Path

import pytest

from concord.core.clock.working_day import calendar
from concord.core.dispute.timeline import timeline
from concord.core.problem import Finding
from concord.core.protocol.shipped import shipped
from concord.core.story.check import check_story
from concord.core.story.play import play
from concord.core.story.read import read_story

# A doubled article, a noun without one, one bracket behind another, a name cut by a comma.
UNFIT = re.compile(
    r"the the\b|\b(?:to|about|what|at|from) [A-Z][^:,]* (?:partnership|stage)\b|about active\b"
    r"|about referral\b|\) \(|^The [^(:]*, [^(:]* (?:gave|recorded)\b"
)
STORIES = sorted(Path(__file__).with_name("stories").glob("*.yaml"))


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_plays_as_it_says(file: Path) -> None:
    story = read_story(file.read_text(encoding="utf-8"), file=file.name)
    protocol = shipped(story.protocol)
    check_story(story, protocol)
    played = play(story, protocol=protocol, calendar=calendar(protocol.nation))
    assert not played.findings, "\n".join(["", *map(_said, played.findings)])


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_the_record_of_a_story_reads_as_english(file: Path) -> None:
    story = read_story(file.read_text(encoding="utf-8"), file=file.name)
    protocol = shipped(story.protocol)
    played = play(story, protocol=protocol, calendar=calendar(protocol.nation))
    told = [entry.sentence for entry in timeline(played.matter, show_private=True)]
    assert [each for each in told if UNFIT.search(each)] == []


def test_there_are_stories() -> None:
    assert STORIES


def _said(finding: Finding) -> str:
    return f"line {finding.place.line}, {finding.place.path}: {finding.sentence} ({finding.id})"
