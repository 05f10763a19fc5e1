"""What a drawing of a protocol says, before anything is placed: boxes, and facts in them.

The picture and the text version are both made from this, so that they cannot say different things.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a box stands for."""

    BEGIN = "begin"
    INFORMAL = "informal"
    STAGE = "stage"
    STEP = "step"
    END = "end"
    WAY_IN = "way in"
    ALWAYS = "always"
    HOLD = "hold"
    ADVICE = "advice"
    REFERRAL = "referral"
    TOTAL = "total"
    KEY = "key"


RUNGS = (Kind.INFORMAL, Kind.STAGE)


class Mark(StrEnum):
    """Where a running dispute stands as to one rung, or how a box differs from an older version."""

    PASSED = "Passed"
    HERE = "You are here"
    SKIPPED = "Passed over"
    ADDED = "New in this version"
    CHANGED = "Changed in this version"
    REMOVED = "Taken out in this version"


COMPARING = (Mark.ADDED, Mark.CHANGED, Mark.REMOVED)


@dataclass(frozen=True, slots=True)
class Stand:
    """That a dispute was on a rung, is on it or passed over it, with the local days if known; or
    how a box differs from an older version.
    """

    mark: Mark
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a protocol says: its name, the words, and the places in the document."""

    name: str
    words: str
    places: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands in the document, in one text."""
        return "; ".join(self.places)


@dataclass(frozen=True, slots=True)
class Box:
    """One box with its facts. `into` are the ids of the boxes that arrows lead to from it."""

    id: str
    kind: Kind
    title: str
    facts: tuple[Fact, ...]
    into: tuple[str, ...] = ()
    stand: Stand | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole drawing: the way down the ladder, what stands beside it, and what explains it.

    `total` is the overall limit; it runs from the box `total_from` to the last stage.
    """

    id: str
    title: str
    about: tuple[str, ...]
    ladder: tuple[Box, ...]
    beside: tuple[Box, ...]
    below: tuple[Box, ...]
    total: Box
    total_from: str

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Every box in the order in which a person reads them."""
        return (*self.ladder, self.total, *self.beside, *self.below)

    def standing(self, stands: dict[str, Stand]) -> "Plan":
        """The same drawing with where a dispute stands, by the id of each rung."""
        marked = tuple(replace(box, stand=stands.get(box.id)) for box in self.ladder)
        return replace(self, ladder=marked)
