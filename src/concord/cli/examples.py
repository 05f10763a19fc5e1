"""concord examples: the example authorities."""

import argparse

from concord.casework.examples.load import load_example
from concord.casework.examples.there import examples_wanted
from concord.cli.clock import now
from concord.cli.out import say

DESCRIPTION = """Load an example authority for each protocol that comes with Concord, with invented
people, children and disputes. Each is loaded once, and none beside an authority that is no example.
Everybody can sign in as the example people, so this is not for a service with real records."""
EXAMPLES = """Examples:
  concord examples"""


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be given."""


def run(_args: argparse.Namespace) -> int:
    """Load what is wanted and not there yet; 1 when a script stopped short."""
    stopped = 0
    for protocol_id in examples_wanted():
        loaded = load_example(protocol_id, at=now())
        say(f"{loaded.name}: {loaded.disputes} disputes")
        for why in loaded.stopped:
            say(f"  stopped short: {why}")
        stopped += len(loaded.stopped)
    return 1 if stopped else 0
