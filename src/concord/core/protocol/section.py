"""How a protocol file lays out its document: the sections in their order, each with its clauses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from concord.core.protocol.shapes import STRICT, ClauseIds, Line


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section, such as one stage, with the clauses that stand in it."""

    __pydantic_config__ = STRICT
    heading: Line
    number: str = ""
    clauses: ClauseIds = ()


@dataclass(frozen=True, slots=True)
class Section(Part):
    """A section of the document: its number as printed, a heading in our words, its clauses."""

    parts: tuple[Part, ...] = ()

    @property
    def all_parts(self) -> tuple[Part, ...]:
        """The section itself, then the parts of it."""
        return (self, *self.parts)


def in_order(sections: Iterable[Section]) -> Iterator[Part]:
    """Every section and every part of one, in the order of the document."""
    return (part for section in sections for part in section.all_parts)
