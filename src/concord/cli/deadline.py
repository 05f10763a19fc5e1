"""concord deadline: a date with its receipt."""

import argparse
from datetime import time

from concord.cli.out import Style, page, report, say_data
from concord.cli.use import WrongUse
from concord.core.clock.bank_holidays import Nation
from concord.core.clock.deadline import Anchor, deadline
from concord.core.clock.limit import Limit, Unit, WrongLimit, parse_limit
from concord.core.clock.receipt import Receipt
from concord.core.clock.words import long_day
from concord.core.clock.working_day import BeyondCalendar, calendar
from concord.core.clock.written import Written, WrongMoment, parse_written
from concord.core.problem import Finding

DESCRIPTION = """Work out when a limit ends and show how it was counted, day by day. The day of the
act is day 0 and not counted; a limit in days ends at midnight in London."""
EXAMPLES = """Examples:
  concord deadline --from 2026-11-19 --limit "5 working days"
  concord deadline --from "2026-10-24 12:00" --limit "24 hours"
  concord deadline --from 2026-04-02 --limit "same day" --nation wales --json"""

_ACT = "the act"
_WITHOUT_NATION = Nation.ENGLAND


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "--from",
        dest="since",
        required=True,
        metavar="DATE",
        help='the day of the act, 2026-11-19, or its moment in London, "2026-11-19 14:05"',
    )
    parser.add_argument(
        "--limit",
        required=True,
        metavar="LIMIT",
        help='"5 working days", "3 calendar days", "24 hours" or "same day"',
    )
    parser.add_argument(
        "--nation",
        type=str.lower,
        choices=[nation.value for nation in Nation],
        help=f"whose bank holidays count ({_WITHOUT_NATION.value} when left out, and that is said)",
    )
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Show the date and its receipt; 1 when it lies beyond the known bank holidays."""
    since, limit = _read(args)
    nation = Nation(args.nation) if args.nation else _WITHOUT_NATION
    counted_with = calendar(nation)
    anchor = Anchor(since.at(time()), _ACT)
    try:
        due = deadline(anchor, limit=limit, calendar=counted_with)
        receipt = due.receipt()
    except BeyondCalendar as beyond:
        return _refuse(beyond, args)
    if args.json:
        said = {"from": args.since, "nation": nation, "nation_named": bool(args.nation)}
        say_data({**said, **receipt.as_data()})
    else:
        _show(receipt, since, named=bool(args.nation))
    return 0


def _read(args: argparse.Namespace) -> tuple[Written, Limit]:
    try:
        since = parse_written(args.since)
    except WrongMoment as wrong:
        raise WrongUse(f"--from: {wrong.sentence}", wrong.hint) from wrong
    try:
        limit = parse_limit(args.limit)
    except WrongLimit as wrong:
        raise WrongUse(f"--limit: {wrong.sentence}", wrong.hint) from wrong
    if limit.unit is Unit.HOURS and since.time_of_day is None:
        hint = f'Write --from "{since.day} 14:05" with the time in London'
        raise WrongUse("--from: hours are counted from a moment, and this is a day", hint)
    return since, limit


def _refuse(beyond: BeyondCalendar, args: argparse.Namespace) -> int:
    finding = Finding(beyond.id, beyond.sentence, beyond.hint)
    if args.json:
        say_data({"from": args.since, "limit": args.limit, "findings": [finding.as_data()]})
    report([finding])
    return 1


def _show(receipt: Receipt, since: Written, *, named: bool) -> None:
    out = page()
    act, limit, *counted = receipt.sentences()
    *days, end, version = counted
    nation = receipt.calendar.nation.title()
    out.line(end, Style.BOLD)
    out.line()
    out.line(act if since.time_of_day else f"The act: {long_day(since.day)}")
    out.line(limit)
    out.line(f"Nation: {nation}" + ("" if named else ", because none was named with --nation"))
    for each in days:
        out.line(each)
    out.line(version)
