"""concord draw: a protocol as a flowchart, and the same in words."""

import argparse
from pathlib import Path

from concord.cli.files import write_text
from concord.cli.find_protocol import chosen_ladder, named_by_person
from concord.cli.out import clean, say
from concord.core.protocol.ladders import ladder_id, on_each_ladder
from concord.core.workshop.drawing import as_text, drawn, outline_of, plan_of

DESCRIPTION = """Draw a protocol as a flowchart, in the format SVG, for the screen and for A4 paper:
the stages with who raises, who answers, limits and what comes before, the ways in, holds,
referrals and the overall limit, each with its place in the document."""
EXAMPLES = """Examples:
  concord draw unnamed-004 -o drawing.svg
  concord draw draft.yaml > draft.svg
  concord draw unnamed-004 --text"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "protocol",
        metavar="PROTOCOL",
        help="a protocol file, whose name ends with .yaml, or the id of a shipped protocol",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="write to this file, not to the screen"
    )
    parser.add_argument(
        "--ladder",
        default="",
        metavar="ID",
        help="which of several ladders; without it, the one for all others",
    )
    parser.add_argument("--text", action="store_true", help="the text version, with the same facts")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(args: argparse.Namespace) -> int:
    """Draw it; raises WrongUse for a file that is there or cannot be written."""
    ladders = {ladder_id(each): each for each in on_each_ladder(named_by_person(args.protocol))}
    plan = plan_of(chosen_ladder(ladders, args.ladder))
    drawing = as_text(outline_of(plan)) if args.text else drawn(plan)
    if args.output is None:
        say("\n".join(map(clean, drawing.splitlines())))
        return 0
    write_text(args.output, drawing, over=args.force)
    say(f"Drawn: {args.output}")
    return 0
