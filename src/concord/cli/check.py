"""concord check: what a protocol means, and where it does not mean what it has to."""

import argparse
from collections import Counter

from concord.cli.clauses_text import clauses_data, say_clauses
from concord.cli.find_protocol import source_named
from concord.cli.out import Page, Style, page, report, say_data
from concord.core.clock.words import short_day
from concord.core.files.source import Source
from concord.core.problem import Finding, Severity, WrongData
from concord.core.protocol.accounts import accounts, tally_words
from concord.core.protocol.definition import Protocol
from concord.core.workshop.check import Meant, check_meaning

DESCRIPTION = """Check what protocols mean: walk every way that a dispute can go, day by day and act
by act, and say what cannot work, what is broken on the way, and what the document leaves open.
Then count what becomes of each clause of the document: a rule here, a duty of a person, or not
modelled.
Exit code 1 when there is an error; warnings and notes are for whoever wrote the document."""
EXAMPLES = """Examples:
  concord check draft.yaml
  concord check draft.yaml unnamed-004
  concord check unnamed-004 --clauses
  concord check draft.yaml --json"""

_STYLES = {Severity.ERROR: Style.BAD, Severity.WARNING: Style.WARNING, Severity.NOTE: Style.QUIET}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "protocols",
        nargs="+",
        metavar="PROTOCOL",
        help="a protocol file, whose name ends with .yaml, or the id of a shipped protocol",
    )
    parser.add_argument(
        "--clauses",
        action="store_true",
        help="also list the document clause by clause, with what becomes of each",
    )
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """Check them one by one; 1 when one of them has an error or cannot be read."""
    found: list[tuple[dict[str, object], bool]] = []
    for name in args.protocols:
        if found and not args.json:
            page().line()
        found.append(_checked(name, shown=not args.json, clauses=args.clauses))
    if args.json:
        say_data({"protocols": [each for each, _errors in found]})
    return 1 if any(errors for _each, errors in found) else 0


def _checked(name: str, *, shown: bool, clauses: bool) -> tuple[dict[str, object], bool]:
    try:
        protocol, source = source_named(name)
    except WrongData as wrong:
        report(wrong.findings)
        wrongs = [{**each.as_data(), "way": []} for each in wrong.findings]
        return {"file": name, "findings": wrongs}, True
    meant = check_meaning(protocol)
    findings = [each.at(source) for each in meant]
    if shown:
        _show(protocol, list(zip(meant, findings, strict=True)))
        _show_clauses(protocol, source, listed=clauses)
    data = [_data(each, finding) for each, finding in zip(meant, findings, strict=True)]
    errors = any(each.severity is Severity.ERROR for each in meant)
    told = {"clauses": clauses_data(protocol, source)} if clauses else {}
    return {"file": source.file, "findings": data, **told}, errors


def _data(meant: Meant, finding: Finding) -> dict[str, object]:
    way = [
        {"working_day": each.day, "date": each.on.isoformat(), "what": each.sentence}
        for each in meant.way
    ]
    return {**finding.as_data(), "way": way}


def _show(protocol: Protocol, found: list[tuple[Meant, Finding]]) -> None:
    out = page()
    out.line(f"{protocol.id}: {protocol.title}", Style.BOLD)
    for meant, finding in found:
        out.line()
        _finding(out, protocol, finding)
        for each in meant.way:
            out.row(f"day {each.day}", f"{short_day(each.on)}: {each.sentence}", indent=4)
    out.line()
    out.line(_summary([finding for _meant, finding in found]))


def _show_clauses(protocol: Protocol, source: Source, *, listed: bool) -> None:
    out = page()
    if listed:
        say_clauses(out, protocol, source)
        out.line()
    out.line(tally_words(accounts(protocol).values()))


def _finding(out: Page, protocol: Protocol, finding: Finding) -> None:
    severity = finding.severity
    out.row(severity.value, f"{finding.sentence} [{finding.id}]", _STYLES[severity])
    clause = protocol.clauses.get(finding.clause)
    where = f"{clause.place} ({finding.clause})" if clause else finding.clause
    out.row("clause", where)
    out.row("line", f"{finding.place.line} ({finding.place.path})")
    out.row("hint", finding.hint)


def _summary(findings: list[Finding]) -> str:
    counts = Counter(each.severity for each in findings)
    return ", ".join(_counted(counts[each], each.value) for each in Severity)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
