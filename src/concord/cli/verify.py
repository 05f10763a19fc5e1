"""concord verify: is the record as it was written?"""

import argparse

from concord.casework.actions.rebuilding import verify_all
from concord.cli.looking import show

DESCRIPTION = """Recompute the chain of hashes of every dispute and compare its end with the one
that the dispute's row keeps. A changed, missing or inserted entry is named."""
EXAMPLES = """Examples:
  concord verify"""


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be given."""


def run(_args: argparse.Namespace) -> int:
    """Verify; 1 when a chain is broken."""
    done = "{count} disputes with {entries} entries verified, {wrong} broken"
    return 1 if show(verify_all(), done=done) else 0
