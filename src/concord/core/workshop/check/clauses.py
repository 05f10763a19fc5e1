"""Does the file account for its whole document: each clause in its section, each with what
becomes of it?
"""

from collections.abc import Iterator

from concord.core.files.source import dotted
from concord.core.problem import Severity
from concord.core.protocol.accounts import Kind, accounts
from concord.core.protocol.section import in_order
from concord.core.workshop.check.looked import Looked
from concord.core.workshop.check.meant import Meant, Path


def not_laid_out(looked: Looked) -> Iterator[Meant]:
    """The file does not say which sections its document has."""
    if not looked.protocol.sections:
        yield Meant(
            "not-laid-out",
            Severity.NOTE,
            "The file does not lay out its document, so nobody can see whether a clause was left "
            "out",
            'Write "sections:" with each section of the document and the clauses in it',
            "",
            (),
        )


def unaccounted(looked: Looked) -> Iterator[Meant]:
    """A clause that no rule rests on, and of which the file does not say what becomes of it."""
    for each in accounts(looked.protocol).values():
        if each.kind is Kind.UNACCOUNTED:
            yield Meant(
                "clause-unaccounted",
                Severity.WARNING,
                "No rule rests on this clause, and the file does not say what becomes of it",
                'Name it in the rule that carries it out, or write "duty of" and "shown by", or '
                '"not modelled" and why',
                each.id,
                ("clauses", each.id),
            )


def accounted_twice(looked: Looked) -> Iterator[Meant]:
    """A clause that is said to be two things at once."""
    for each in accounts(looked.protocol).values():
        if len(each.claims) > 1:
            rule = f" (the rule is at {dotted(each.cites[0].path)})" if each.cites else ""
            yield Meant(
                "clause-accounted-twice",
                Severity.ERROR,
                f"This clause is said to be {' and '.join(each.claims)}{rule}",
                "Keep one of them; where a clause asks for two things, make it two clauses",
                each.id,
                ("clauses", each.id),
            )


def half_a_duty(looked: Looked) -> Iterator[Meant]:
    """A duty of a person without who, or without how the record shows it."""
    for each in accounts(looked.protocol).values():
        if bool(each.clause.duty_of) is not bool(each.clause.shown_by):
            missing = "shown by" if each.clause.duty_of else "duty of"
            yield Meant(
                "clause-half-accounted",
                Severity.ERROR,
                f'A duty of a person needs both "duty of" and "shown by", and "{missing}" is not '
                "there",
                "Say whose duty it is, and where the record shows whether it was done",
                each.id,
                ("clauses", each.id),
            )


def in_no_section(looked: Looked) -> Iterator[Meant]:
    """A clause that stands in no section of the document."""
    sections = looked.protocol.sections
    placed = {clause for part in in_order(sections) for clause in part.clauses}
    for each in accounts(looked.protocol).values():
        if sections and each.id not in placed:
            yield Meant(
                "clause-not-placed",
                Severity.WARNING,
                "This clause stands in no section of the document",
                'Add it to the "clauses" of its section',
                each.id,
                ("clauses", each.id),
            )


def empty_section(looked: Looked) -> Iterator[Meant]:
    """A section, or a part of one, in which no clause stands."""
    for place, section in enumerate(looked.protocol.sections):
        path: Path = ("sections", place)
        if not section.clauses and not section.parts:
            yield _empty(section.heading, path)
        for inner, part in enumerate(section.parts):
            if not part.clauses:
                yield _empty(part.heading, (*path, "parts", inner))


def _empty(heading: str, path: Path) -> Meant:
    return Meant(
        "section-empty",
        Severity.WARNING,
        f'No clause stands in the section "{heading}"',
        "Say what it asks for as a clause; where it asks for nothing, as one that is not modelled",
        "",
        path,
    )
