"""A document clause by clause, as text and as data: what becomes of each."""

from collections.abc import Mapping

from concord.cli.out import Page, Style
from concord.core.dispute.words import Words
from concord.core.files.source import Source, dotted
from concord.core.protocol.accounts import Account, Cite, Kind, accounts, in_no_section, tally
from concord.core.protocol.definition import Protocol
from concord.core.protocol.section import Part, in_order


def say_clauses(out: Page, protocol: Protocol, source: Source) -> None:
    """Print each section with its clauses, and for each clause what becomes of it."""
    found, words = accounts(protocol), Words(protocol)
    rest = in_no_section(protocol)
    for part in (*in_order(protocol.sections), *([rest] if rest else [])):
        _section(out, part, found, words, source)


def clauses_data(protocol: Protocol, source: Source) -> dict[str, object]:
    """The counts and each clause as plain data."""
    found = accounts(protocol)
    counts = {kind.name.lower(): count for kind, count in tally(found.values()).items()}
    return {"total": len(found), **counts, "each": [_data(each, source) for each in found.values()]}


def _data(account: Account, source: Source) -> dict[str, object]:
    clause = account.clause
    return {
        "id": account.id,
        "place": clause.place,
        "says": clause.says,
        "account": account.kind.name.lower(),
        "rules": [
            {"path": dotted(each.path), "line": source.place(each.path).line}
            for each in account.cites
        ],
        "duty_of": list(clause.duty_of),
        "shown_by": clause.shown_by,
        "not_modelled": clause.not_modelled,
    }


def _section(
    out: Page, part: Part, found: Mapping[str, Account], words: Words, source: Source
) -> None:
    out.line()
    out.line(f"{part.number} {part.heading}".strip(), Style.BOLD)
    for name in part.clauses:
        out.row("clause", words.clause(name))
        out.row("says", found[name].clause.says, indent=4)
        for label, text in _becomes(found[name], words, source):
            out.row(label, text, indent=4)


def _becomes(account: Account, words: Words, source: Source) -> list[tuple[str, str]]:
    clause = account.clause
    if account.kind is Kind.RULE:
        return [("rule", _rule(each, source)) for each in account.cites]
    if account.kind is Kind.DUTY:
        return [("duty of", words.labels(clause.duty_of)), ("shown by", clause.shown_by or "")]
    if account.kind is Kind.NOT_MODELLED:
        return [("not here", clause.not_modelled or "")]
    return [("becomes", account.kind.value)]


def _rule(cite: Cite, source: Source) -> str:
    return f"{dotted(cite.path)} (line {source.place(cite.path).line})"
