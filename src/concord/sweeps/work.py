"""concord work: the background work, until it is stopped."""

import argparse

from concord.casework.actions.upgrading import pending_upgrades
from concord.core.problem import Finding, WrongData
from concord.sweeps.loop import PAUSE, stop_on_signals, work

DESCRIPTION = """Do the background work until it is stopped: record what became overdue, escalate
where the protocol says so, write reminders, send notices. Any number may run on PostgreSQL; on
SQLite one. It may be stopped anywhere, and after a pause it records each date as it was."""
EXAMPLES = """Examples:
  concord work
  concord work --pause 60"""


_NOT_UP_TO_DATE = Finding(
    "database-not-up-to-date", "The database is not up to date", "concord upgrade brings it there"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "--pause",
        type=_seconds,
        default=PAUSE,
        metavar="SECONDS",
        help=f"how long to wait between two rounds ({PAUSE:g} when left out)",
    )
    parser.add_argument("--beside", type=int, default=0, help=argparse.SUPPRESS)


def _seconds(text: str) -> float:
    seconds = float(text) if text.replace(".", "", 1).isdecimal() else 0.0
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError("give a number of seconds from 0.1 to 3600")
    return seconds


def run(args: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C. Raises WrongData where the database is not up to date."""
    if pending_upgrades():
        raise WrongData((_NOT_UP_TO_DATE,))
    work(stop=stop_on_signals(), pause=args.pause, beside=args.beside)
    return 0
