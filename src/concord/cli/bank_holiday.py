"""concord bank-holiday: what a late bank holiday would move, and adding it."""

import argparse
from collections.abc import Sequence

from concord.casework.actions.bank_holidays import Adding, Moving, add_bank_holiday, would_move
from concord.casework.queries.authorities import authorities
from concord.cli.clock import now
from concord.cli.out import Style, page, say_data
from concord.cli.use import WrongUse
from concord.core.clock.bank_holidays import Nation
from concord.core.clock.words import long_day, short_day
from concord.core.clock.written import WrongMoment, parse_written
from concord.core.problem import did_you_mean
from concord.core.record.envelope import SYSTEM

DESCRIPTION = """Show which dates of open disputes a bank holiday moves that was announced after the
calendar was published, and with --add count with it from now on. A date can only become later,
what was missed stays missed, and every open dispute gets the reason on its record. It cannot be
taken back."""
EXAMPLES = """Examples:
  concord bank-holiday 2027-05-14 "Example Day" --nation england \\
    --reason "Announced on 2 May"
  concord bank-holiday 2027-05-14 "Example Day" --nation england \\
    --reason "Announced on 2 May" --add"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument("day", metavar="DAY", help="the day, such as 2027-05-14")
    parser.add_argument("name", metavar="NAME", help="its name, as receipts will show it")
    parser.add_argument("--reason", required=True, help="why it is added, for every record")
    parser.add_argument(
        "--nation",
        required=True,
        type=str.lower,
        choices=[each.value for each in Nation],
        help="whose bank holiday it is",
    )
    parser.add_argument(
        "--authority", metavar="NAME", help="one authority, by its short name (all when left out)"
    )
    parser.add_argument("--add", action="store_true", help="add it, and do not only show it")
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Show or add. Raises WrongUse for a day or an authority that cannot be used."""
    at, told = now(), list[dict[str, object]]()
    foreseen = [(slug, adding, would_move(adding, at=at)) for slug, adding in _addings(args)]
    for slug, adding, would in foreseen:
        moved = add_bank_holiday(adding, person=SYSTEM, at=at) if args.add else would
        told.append({"authority": slug, "disputes": [_as_data(each) for each in moved]})
        if not args.json:
            _show(slug, moved)
    if args.json:
        say_data({"day": args.day, "added": args.add, "authorities": told})
    else:
        on = f"{args.name}, {long_day(parse_written(args.day).day)}"
        page().line(f"Added: {on}" if args.add else "Nothing is changed. Add it with --add")
    return 0


def _addings(args: argparse.Namespace) -> list[tuple[str, Adding]]:
    try:
        day = parse_written(args.day).day
    except WrongMoment as wrong:
        raise WrongUse(wrong.sentence, wrong.hint) from wrong
    known = authorities()
    if args.authority and args.authority not in known:
        hint = did_you_mean(args.authority, known)
        raise WrongUse(f'There is no authority "{args.authority}"', hint)
    return [
        (slug, Adding(number, Nation(args.nation), day, args.name, args.reason))
        for slug, number in known.items()
        if args.authority in (None, slug)
    ]


def _show(slug: str, moved: Sequence[Moving]) -> None:
    out = page()
    count = f"{len(moved)} dispute{'' if len(moved) == 1 else 's'}"
    out.line(f"{slug}: {count} with dates that move", Style.BOLD)
    for each in moved:
        out.line(f"  D-{each.number} ({each.dispute})")
        for date in each.moved:
            days = f"{short_day(date.before.on)} becomes {short_day(date.after.on)}"
            out.line(f"    {days}: {date.what} ({date.clause})")
    out.line()


def _as_data(moving: Moving) -> dict[str, object]:
    return {
        "dispute": str(moving.dispute),
        "number": moving.number,
        "moved": [
            {
                "key": each.key,
                "what": each.what,
                "clause": each.clause,
                "before": each.before.on.isoformat(),
                "after": each.after.on.isoformat(),
            }
            for each in moving.moved
        ],
    }
