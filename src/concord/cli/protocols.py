"""concord protocols: the protocols that come with Concord."""

import argparse

from concord.cli.out import Style, page, report, say_data
from concord.core.problem import Finding, WrongData
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.story.data import protocol_data

DESCRIPTION = """List the protocols that come with Concord: id, title, authority, status, number of
stages, and the hash of the content. A dispute is pinned to the hash it began under."""
EXAMPLES = """Examples:
  concord protocols
  concord protocols --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument("--json", action="store_true", help="write data instead of text")


def run(args: argparse.Namespace) -> int:
    """List them; 1 when the file of one cannot be used."""
    found, findings = _read_all()
    if args.json:
        protocols = [protocol_data(each) for each in found]
        say_data({"protocols": protocols, "findings": [each.as_data() for each in findings]})
    else:
        for each in found:
            _show(each)
    report(findings)
    return 1 if findings else 0


def _read_all() -> tuple[list[Protocol], list[Finding]]:
    found: list[Protocol] = []
    findings: list[Finding] = []
    for protocol_id in shipped_ids():
        try:
            found.append(shipped(protocol_id))
        except WrongData as wrong:
            findings.extend(wrong.findings)
    return found, findings


def _show(protocol: Protocol) -> None:
    out, data = page(), protocol_data(protocol)
    out.line(protocol.id, Style.BOLD)
    for label in ("title", "authority", "status", "stages"):
        out.row(label, str(data[label]))
    out.row("content", str(data["content_hash"]))
    out.line()
