"""concord what-if: what a protocol would make of a year's disputes, beside another one."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.table import Table as Grid

from concord.cli.commands import Command
from concord.cli.files import read_text, write_text
from concord.cli.find_protocol import source_named
from concord.cli.out import clean, page, say, say_data
from concord.cli.use import WrongUse
from concord.core.protocol.definition import Protocol
from concord.core.workshop.trial import (
    MOST,
    Assumptions,
    Figures,
    assumed_in_words,
    assumed_text,
    chart,
    read_assumptions,
    tables,
    try_out,
)

DESCRIPTION = """Try a protocol out on made-up disputes or, with --past, on those that an authority
of this installation has resolved, beside another one on the same disputes:
where they are resolved, how long they take, how many take too long, and how many steps each role
has to take in a week. The same seed gives the same figures. Nothing is stored."""
EXAMPLES = """Examples:
  concord what-if draft.yaml --beside unnamed-004
  concord what-if unnamed-004 --disputes 100000 --seed 7
  concord what-if --write-assumptions ours.yaml
  concord what-if draft.yaml --assumptions ours.yaml -o chart.svg
  concord what-if draft.yaml --beside unnamed-004 --past example-council"""
_DISPUTES = 10_000
# Made-up disputes need no records, and no time to get them ready.
_ON_PAST = Command("what-if", "the same on past disputes", "concord.cli.what_if_past", True)
Found = TypeVar("Found")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "protocol",
        metavar="PROTOCOL",
        nargs="?",
        help="a protocol file, whose name ends with .yaml, or the id of a shipped protocol",
    )
    parser.add_argument("--beside", metavar="PROTOCOL", help="another one, on the same disputes")
    parser.add_argument(
        "--assumptions", metavar="FILE", type=Path, help="how people behave, instead of the usual"
    )
    parser.add_argument(
        "--write-assumptions", metavar="FILE", type=Path, help="write the usual ones, to change"
    )
    parser.add_argument(
        "--past", metavar="AUTHORITY", help="on the disputes that an authority has resolved"
    )
    parser.add_argument("--disputes", metavar="N", type=int, help="how many are made up")
    parser.add_argument("--seed", metavar="N", type=int, default=1, help="another seed, other luck")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="draw a chart, as SVG")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Try out; raises WrongUse and WrongData for what cannot be used."""
    if args.write_assumptions:
        return _write_assumptions(args.write_assumptions, over=args.force)
    if not args.protocol:
        raise WrongUse("No protocol is named", "Name a protocol file, or a shipped protocol")
    if args.past and args.disputes is not None:
        raise WrongUse("--disputes is for made-up disputes", "With --past all resolved ones count")
    disputes, seed = _DISPUTES if args.disputes is None else args.disputes, args.seed
    if not 1 <= disputes <= MOST:
        raise WrongUse(f"{disputes} disputes cannot be tried", f"Give 1 to {MOST}")
    if args.past:
        return _ON_PAST.load().run(args)
    assumed, (names, protocols) = assumed_by(args), named(args)
    found = with_bar(
        disputes,
        lambda told: try_out(protocols, assumed, disputes=disputes, seed=seed, progress=told),
    )
    return show(args, names, found, Told("Assumed", assumed_in_words(assumed)))


class Told(NamedTuple):
    """What the figures rest on: the heading, and its sentences."""

    heading: str
    sentences: Sequence[str]


def named(args: argparse.Namespace) -> tuple[list[str], list[Protocol]]:
    """The protocols that are to be tried out, with the names of their files."""
    both = [each for each in (args.protocol, args.beside) if each]
    return [Path(each).name for each in both], [source_named(each)[0] for each in both]


def assumed_by(args: argparse.Namespace) -> Assumptions:
    """What is assumed. Raises WrongData with every finding about the file that is named."""
    if args.assumptions is None:
        return read_assumptions(assumed_text(), file="assumptions")
    return read_assumptions(read_text(args.assumptions), file=str(args.assumptions))


def show(
    args: argparse.Namespace, names: Sequence[str], found: Sequence[Figures], told: Told
) -> int:
    """Show the figures in the form that was asked for, and what they rest on."""
    if args.json:
        data = [{"name": name, **asdict(each)} for name, each in zip(names, found, strict=True)]
        say_data({"seed": args.seed, "protocols": data, told.heading.lower(): [*told.sentences]})
    else:
        _show(names, found, told, seed=args.seed)
    if args.output:
        write_text(args.output, chart(found, names), over=args.force)
        if not args.json:
            say(f"Drawn: {args.output}")
    return 0


def _write_assumptions(path: Path, *, over: bool) -> int:
    write_text(path, assumed_text(), over=over)
    say(f"Written: {path}")
    return 0


def with_bar(total: int, work: Callable[[Callable[[int], None]], Found]) -> Found:
    """What comes of a work that tells how far it is, with a bar on a terminal that shows it."""
    console = Console(stderr=True)
    columns = (TextColumn("Trying out"), BarColumn(), TaskProgressColumn())
    shown = sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
        task = bar.add_task("", total=total)
        return work(lambda done: bar.update(task, completed=done))


def _show(names: Sequence[str], found: Sequence[Figures], told: Told, *, seed: int) -> None:
    out = page()
    console = Console(width=out.width, no_color=not out.colour, highlight=False)
    for table in tables(found):
        grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        grid.add_column(table.heading, overflow="fold")
        for name in names:
            grid.add_column(clean(name), justify="right", overflow="fold")
        for row in table.rows:
            grid.add_row(clean(row.what), *row.figures)
        with console.capture() as drawn:
            console.print(grid)
        say("\n".join(line.rstrip() for line in drawn.get().splitlines()))
        say("")
    out.line(f"{told.heading} (seed {seed}):")
    for sentence in told.sentences:
        out.line(f"- {sentence}")
