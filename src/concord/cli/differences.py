"""concord differences: what one version of a protocol says otherwise than another."""

import argparse
from dataclasses import asdict
from pathlib import Path

from concord.cli.files import write_text
from concord.cli.find_protocol import chosen_ladder, source_named
from concord.cli.out import Page, Style, page, say, say_data
from concord.core.files.source import Path as Keys
from concord.core.files.source import Source
from concord.core.protocol.definition import Protocol
from concord.core.workshop.compare import Change, Difference, differences, marked_ladders
from concord.core.workshop.drawing import drawn

DESCRIPTION = """Compare two versions of a protocol: everything that the later one adds, changes or
takes out, in words, with the clause and the line in both files. Exit code 1 when they differ."""
EXAMPLES = """Examples:
  concord differences unnamed-004 draft.yaml
  concord differences unnamed-004 draft.yaml -o differences.svg
  concord differences unnamed-004 draft.yaml --json"""

_STYLES = {Change.ADDED: Style.BOLD, Change.CHANGED: Style.WARNING, Change.REMOVED: Style.BAD}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    what = "a protocol file, whose name ends with .yaml, or the id of a shipped protocol"
    parser.add_argument("old", metavar="OLD", help=f"the earlier version: {what}")
    parser.add_argument("new", metavar="NEW", help="the later version")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="draw NEW with the differences marked"
    )
    parser.add_argument(
        "--ladder",
        default="",
        metavar="ID",
        help="which of several ladders; without it, the one for all others",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Compare; 1 when they differ. Raises WrongUse and WrongData for what cannot be read."""
    (old, before), (new, after) = source_named(args.old), source_named(args.new)
    found = differences(old, new)
    if args.json:
        say_data({"differences": [_data(each, before, after) for each in found]})
    else:
        _show((old, new), (before, after), found)
    if args.output:
        ladders = {each.id: each.plan for each in marked_ladders(old, new)}
        write_text(args.output, drawn(chosen_ladder(ladders, args.ladder)), over=args.force)
        if not args.json:
            say(f"Drawn: {args.output}")
    return 1 if found else 0


def _show(
    protocols: tuple[Protocol, Protocol],
    sources: tuple[Source, Source],
    found: tuple[Difference, ...],
) -> None:
    out = page()
    for each in found:
        out.row(each.change.value, each.called, _STYLES[each.change])
        if each.before:
            _side(out, "before", each.before, _where(protocols[0], sources[0], each.old))
        if each.after:
            _side(out, "after", each.after, _where(protocols[1], sources[1], each.new))
        out.line()
    out.line("No difference" if not found else f"Differences: {len(found)}")


def _side(out: Page, name: str, words: str, where: str) -> None:
    out.row(name, words, indent=4)
    out.row("at", where, Style.QUIET, indent=4)


def _where(protocol: Protocol, source: Source, side: tuple[str, Keys]) -> str:
    clause, path = side
    known = protocol.clauses.get(clause)
    place = f"{known.place} ({clause}), " if known else ""
    return f"{place}line {source.place(path).line}"


def _data(found: Difference, before: Source, after: Source) -> dict[str, object]:
    data = asdict(found)
    lines = {
        "line_before": before.place(found.path_before).line if found.path_before else None,
        "line_after": after.place(found.path_after).line if found.path_after else None,
    }
    return {**data, "path_before": [*found.path_before], "path_after": [*found.path_after], **lines}
