"""concord sweep: one round of the background work."""

import argparse
import sys
from datetime import datetime, time

from concord.casework.examples.there import only_examples
from concord.core.clock.words import long_instant
from concord.core.clock.written import WrongMoment, parse_written
from concord.core.problem import Finding, WrongData
from concord.sweeps.clock import now
from concord.sweeps.rounds import sweep_round

DESCRIPTION = """Do one round of the background work and say what was done. With --at it is done as
of a moment in the past, or, where there are only example authorities, also of one ahead."""
EXAMPLES = """Examples:
  concord sweep --once
  concord sweep --once --at "2026-11-26 08:00\""""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument("--once", action="store_true", required=True, help="one round, then end")
    parser.add_argument(
        "--at",
        type=_moment,
        metavar="MOMENT",
        help='as of a moment in London, "2026-11-26 08:00" (now when left out)',
    )


def _moment(text: str) -> datetime:
    try:
        return parse_written(text).at(time())
    except WrongMoment as wrong:
        raise argparse.ArgumentTypeError(f"{wrong.sentence}. {wrong.hint}") from wrong


def run(args: argparse.Namespace) -> int:
    """Sweep once; 1 when something could not be swept or sent."""
    current = now()
    at = args.at or current
    if at > current and not only_examples():
        raise WrongData((_AHEAD,))
    did = sweep_round(at, stopped=lambda: False)
    sys.stdout.write(f"As of {long_instant(at)}\n")
    for name, chunk in did.items():
        failed = f", {chunk.failed} failed" if chunk.failed else ""
        sys.stdout.write(f"  {name:10} {chunk.done}{failed}\n")
    return 1 if any(chunk.failed for chunk in did.values()) else 0


_AHEAD = Finding(
    "moment-ahead",
    "The moment is ahead, and what is recorded cannot be taken back",
    "Give a moment that has passed, or leave --at out",
)
