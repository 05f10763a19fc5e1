"""concord receipt: every date of a dispute with its receipt, for a person or for a verifier."""

import argparse
from datetime import datetime, time
from uuid import UUID

from concord.casework.loading import NotFound
from concord.casework.queries.receipts import Receipts, receipts_of
from concord.cli.clock import now
from concord.cli.duty_words import by
from concord.cli.out import Style, page, say_data
from concord.cli.use import WrongUse
from concord.core.clock.words import long_instant
from concord.core.clock.written import WrongMoment, parse_written
from concord.core.dispute.receipts import Dated
from concord.core.dispute.words import Words
from concord.core.problem import did_you_mean

DESCRIPTION = """Show every date of a dispute, of its duties and of both clocks, with how each was
counted, day by day. With --json it is a document that the verifier in verifier/ counts again.
Nothing in it is about a child."""
EXAMPLES = """Examples:
  concord receipt 0190b5a2-6f3c-7d41-9c55-0f6f2f1f5c11
  concord receipt 0190b5a2-6f3c-7d41-9c55-0f6f2f1f5c11 --duty total --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument("dispute", metavar="DISPUTE", help="the dispute's id, as in its address")
    parser.add_argument(
        "--duty", metavar="KEY", help='one date only, such as "1:answer" or "total"'
    )
    parser.add_argument(
        "--at",
        metavar="MOMENT",
        help='as the dates stood at a moment in London, "2026-11-26 08:00" (now when left out)',
    )
    parser.add_argument(
        "--private",
        action="store_true",
        help="also dates of steps that only the reviewing side sees",
    )
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Show the dates. Raises WrongUse for an id, a key or a moment that cannot be used."""
    found = _found(args)
    if args.json:
        say_data(found.as_data())
    else:
        _show(found)
    return 0


def _found(args: argparse.Namespace) -> Receipts:
    at = _moment(args.at) if args.at else now()
    try:
        found = receipts_of(_id(args.dispute), at=at, private=args.private)
    except NotFound as error:
        raise WrongUse(
            f"There is no dispute {args.dispute} in the records at that moment",
            "The id is in the address of the dispute's page",
        ) from error
    if args.duty is None:
        return found
    try:
        return found.only(args.duty)
    except NotFound as error:
        hint = did_you_mean(args.duty, [each.key for each in found.dates])
        raise WrongUse(f'No date has the key "{args.duty}"', hint) from error


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        hint = "The id is in the address of the dispute's page"
        raise WrongUse(f'"{text}" is not the id of a dispute', hint) from error


def _moment(text: str) -> datetime:
    try:
        return parse_written(text).at(time())
    except WrongMoment as wrong:
        raise WrongUse(f"--at: {wrong.sentence}", wrong.hint) from wrong


def _show(found: Receipts) -> None:
    out, words = page(), Words(found.matter.protocol)
    out.line(f"Dispute {found.matter.dispute.id}, {long_instant(found.at)}")
    for each in found.dates:
        out.line()
        out.line(f"{each.key}: {each.what}, {by(each.due)}", Style.BOLD)
        out.line(f"Rule: {words.clause(each.clause)}")
        for sentence in _sentences(found, each):
            out.line(sentence)
    count = len(found.dates)
    out.line()
    out.line("1 date" if count == 1 else f"{count} dates")


def _sentences(found: Receipts, each: Dated) -> tuple[str, ...]:
    receipt = found.receipt(each)
    if receipt is None:
        return (f"It was not counted: it is {each.due.set_by}",)
    return receipt.sentences()
