"""What the document leaves open, and law that it cites and that has been replaced."""

import re
from collections.abc import Iterator

from concord.core.problem import Severity
from concord.core.protocol.vocabulary import NOT_DECIDED
from concord.core.workshop.check.looked import Looked
from concord.core.workshop.check.meant import Meant, Path

_REPLACED = re.compile(r"(?:\bs\.? ?|\bsection )118\b", re.IGNORECASE)


def undecided(looked: Looked) -> Iterator[Meant]:
    """A reading of which none is chosen yet."""
    for place, reading in enumerate(looked.protocol.readings):
        if reading.chosen == NOT_DECIDED:
            yield Meant(
                "reading-not-decided",
                Severity.ERROR,
                f"No reading is chosen yet on {reading.about}",
                "Choose one of the readings, and say why",
                reading.clause,
                ("readings", place, "chosen"),
            )


def left_open(looked: Looked) -> Iterator[Meant]:
    """Each place where the document can be read in several ways, and how the file reads it."""
    for place, reading in enumerate(looked.protocol.readings):
        if reading.chosen != NOT_DECIDED:
            said = " or ".join(f'"{each}"' for each in reading.says)
            yield Meant(
                "reading",
                Severity.NOTE,
                f"The document can be read in {len(reading.says)} ways on {reading.about}: {said}. "
                f'The file reads "{reading.chosen}"',
                f"Ask whoever wrote the document. Chosen because: {reading.because}",
                reading.clause,
                ("readings", place),
            )


def replaced_law(looked: Looked) -> Iterator[Meant]:
    """Section 118 of the Adoption and Children Act 2002, which the Children Act 1989 s25A and s25B
    replaced on 1 April 2011.
    """
    for name, clause in looked.protocol.clauses.items():
        if _REPLACED.search(clause.says):
            yield _replaced(name, ("clauses", name, "says"))
    for place, reading in enumerate(looked.protocol.readings):
        if any(_REPLACED.search(each) for each in reading.says):
            yield _replaced(reading.clause, ("readings", place, "says"))


def _replaced(clause: str, path: Path) -> Meant:
    return Meant(
        "law-replaced",
        Severity.WARNING,
        "The document cites section 118 of the Adoption and Children Act 2002, which sections 25A "
        "and 25B of the Children Act 1989 have replaced",
        "The power to refer is the same: cite section 25B(3) in the next version",
        clause,
        path,
    )
