"""concord play: a story under a protocol, act by act."""

import argparse
from pathlib import Path

from concord.cli.files import read_text
from concord.cli.find_protocol import named_by_person, named_by_story
from concord.cli.out import page, report, say_data
from concord.cli.story_text import show
from concord.core.clock.working_day import calendar
from concord.core.files.source import as_told
from concord.core.problem import WrongData
from concord.core.protocol.definition import Protocol
from concord.core.story.check import check_draft
from concord.core.story.data import as_data
from concord.core.story.play import Played, play
from concord.core.story.read import Draft, draft_story

DESCRIPTION = """Play a story under a protocol: which act is accepted or refused and why, what time
brings, the duties with their dates, both clocks, and how it ends."""
EXAMPLES = """Examples:
  concord play story.yaml
  concord play story.yaml --protocol our-own.yaml
  concord play story.yaml --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument("story", metavar="STORY", help="the story's file")
    parser.add_argument(
        "--protocol",
        metavar="PROTOCOL",
        help="play it under this protocol: the id of a shipped one, or a .yaml file",
    )
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Play it; 1 when it goes otherwise than the story tells, or a file cannot be used."""
    try:
        played = _play(args)
    except WrongData as wrong:
        if args.json:
            say_data({"findings": [each.as_data() for each in wrong.findings]})
        raise
    if args.json:
        say_data(as_data(played))
    else:
        show(played, page())
    report(played.findings)
    return 1 if played.findings else 0


def _play(args: argparse.Namespace) -> Played:
    given = named_by_person(args.protocol) if args.protocol else None
    draft = draft_story(read_text(Path(args.story)), file=args.story)
    protocol = given or _named_by(draft)
    story = check_draft(draft, protocol)
    return play(story, protocol=protocol, calendar=calendar(protocol.nation))


def _named_by(draft: Draft) -> Protocol:
    if not draft.story.protocol:
        draft.source.stop_if_wrong()
    try:
        return named_by_story(draft.story)
    except WrongData as wrong:
        findings = (*as_told(draft.source.findings), *wrong.findings)
        raise WrongData(findings) from wrong
