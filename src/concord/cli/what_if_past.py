"""concord what-if --past: the same on the disputes that an authority has resolved."""

import argparse

from concord.casework.queries.authorities import authorities
from concord.casework.queries.past import past_disputes
from concord.cli import what_if
from concord.cli.use import WrongUse
from concord.core.problem import did_you_mean
from concord.core.workshop.trial import replay, seen_in_words

DESCRIPTION, EXAMPLES = what_if.DESCRIPTION, what_if.EXAMPLES
add_arguments = what_if.add_arguments


def run(args: argparse.Namespace) -> int:
    """Try out; raises WrongUse for an authority that is not there, WrongData for too few."""
    known = authorities()
    if args.past not in known:
        hint = did_you_mean(args.past, known)
        raise WrongUse(f'There is no authority "{args.past}"', hint)
    (names, protocols), usual = what_if.named(args), what_if.assumed_by(args)
    found = past_disputes(known[args.past])
    replayed = what_if.with_bar(
        len(found.shown),
        lambda told: replay(protocols, found.shown, usual=usual, seed=args.seed, progress=told),
    )
    sentences = seen_in_words(
        replayed, found.shown, others=found.others, names=names, labels=found.labels
    )
    return what_if.show(args, names, replayed.figures, what_if.Told("Seen", sentences))
