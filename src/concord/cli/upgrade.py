"""concord upgrade: the database for this version of Concord."""

import argparse

from concord.casework.actions.upgrading import pending_upgrades, upgrade
from concord.cli.out import say

DESCRIPTION = """Bring the database up to date with this version of Concord, all or nothing: stopped
anywhere, it is as before and can be done again. Take a backup first."""
EXAMPLES = """Examples:
  concord upgrade
  concord upgrade --check"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "--check", action="store_true", help="only say what is missing; 1 when something is"
    )


def run(args: argparse.Namespace) -> int:
    """Upgrade; with --check, 1 when the database is not up to date."""
    names = pending_upgrades() if args.check else upgrade()
    if not names:
        say("The database is up to date")
        return 0
    say("The database needs:" if args.check else "Done:")
    for name in names:
        say(f"  {name}")
    return 1 if args.check else 0
