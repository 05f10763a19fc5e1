"""One thing that a protocol says, and a part of its page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SILENT = "Not stated in the document"


@dataclass(frozen=True, slots=True)
class Said:
    """One row: its name, one or several sentences, its clauses, and the reading it rests on.

    `see` are further rows of the page that belong to it: pairs of anchor and words.
    """

    name: str
    words: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    reading: str = ""
    see: tuple[tuple[str, str], ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether the document says nothing about it."""
        return self.words == (SILENT,)

    @property
    def text(self) -> str:
        """The words in one line: sentences as they are, names with commas between."""
        return (", " if self.is_list else " ").join(self.words)

    @property
    def is_list(self) -> bool:
        """Whether the words are a list of names, and not sentences."""
        return not any(each.endswith(".") for each in self.words)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page with its anchor: rows under a heading."""

    id: str
    title: str
    rows: tuple[Said, ...]
    reading: str = ""

    @property
    def anchored(self) -> tuple[tuple[str, Said], ...]:
        """Each row with its anchor on the page."""
        return tuple((f"{self.id}-{at}", row) for at, row in enumerate(self.rows, start=1))


def said(
    name: str,
    words: str | Iterable[str],
    *clauses: str | None,
    reading: str | None = None,
    see: Iterable[tuple[str, str]] = (),
) -> Said:
    """A row of what was found; one without words says that the document is silent."""
    given = (words,) if isinstance(words, str) else tuple(words)
    filled = tuple(each for each in given if each)
    named = tuple(dict.fromkeys(each for each in clauses if each))
    return Said(name, filled or (SILENT,), named, reading or "", tuple(see))


def if_any(row: Said) -> Iterator[Said]:
    """The row, unless there is nothing to say in it."""
    if not row.is_silent or row.see:
        yield row
