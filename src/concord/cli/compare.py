"""concord compare: rows and duties beside the entries from which they follow."""

import argparse

from concord.casework.actions.rebuilding import compare_all
from concord.cli.clock import now
from concord.cli.looking import show

DESCRIPTION = """Compare every dispute's row and open duties with what follows from its entries.
The entries are the record; the rows only make it quick to search. Nothing is changed."""
EXAMPLES = """Examples:
  concord compare"""


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be given."""


def run(_args: argparse.Namespace) -> int:
    """Compare; 1 when something differs."""
    wrong = show(compare_all(at=now()), done="{count} disputes compared, {wrong} differ")
    return 1 if wrong else 0
