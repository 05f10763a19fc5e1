"""What was found when a record was looked at."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Looked:
    """A record that was looked at: its id, how many entries it has, and what is wrong with it.

    `wrong` are sentences without anything about a child; empty when all is well. `of` says what
    it is the record of: a dispute, or an authority's protocol.
    """

    dispute: UUID
    entries: int
    wrong: tuple[str, ...] = ()
    of: str = "dispute"
