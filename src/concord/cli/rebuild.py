"""concord rebuild: rows and duties made again from the entries."""

import argparse

from concord.casework.actions.rebuilding import compare_all, rebuild_all
from concord.cli.clock import now
from concord.cli.looking import show

DESCRIPTION = """Make every dispute's row and open duties again from its entries, one dispute after
the other, while the service runs. No entry is touched. What had been wrong is said."""
EXAMPLES = """Examples:
  concord rebuild"""


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be given."""


def run(_args: argparse.Namespace) -> int:
    """Rebuild, then compare; 1 when something still differs."""
    at = now()
    show(rebuild_all(at=at), done="{count} disputes rebuilt, {wrong} had differed")
    return 1 if show(compare_all(at=at), done="{count} compared, {wrong} differ now") else 0
