"""A story as values: who did what when, in the field's words, and how it is said to end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ConfigDict

from concord.core.dispute.events.base import Worded
from concord.core.dispute.state import Phase
from concord.core.problem import Place
from concord.core.protocol.vocabulary import ChildStatus


@dataclass(frozen=True, slots=True)
class Ends:
    """How a story is said to end, held against the dispute after its last act."""

    __pydantic_config__ = ConfigDict(extra="forbid", frozen=True)
    phase: Phase | None = None
    stage: str = ""
    working_days_used: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act: when, by which role and person, what is proposed, and what is expected of it.

    `number` counts from 1. `proposal` is None when only time passes. `expect` is empty,
    "accepted", "refused", or the id of the refusal that is expected. `line` is the act's own line,
    `lines` those of the fields that the file gives.
    """

    number: int
    at: datetime
    by: str
    person: str
    verb: str
    proposal: Worded | None
    expect: str
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """A story, ready to be played. `lines` gives the line of each of its own keys, `siblings` how
    many children it is about besides the first.
    """

    file: str
    title: str
    protocol: str
    child: ChildStatus
    clauses: tuple[str, ...]
    acts: tuple[Act, ...]
    ends: Ends
    lines: Mapping[str, int]
    siblings: int = 0

    def place(self, key: str) -> Place:
        """The place of one of the story's own keys."""
        return Place(self.file, self.lines.get(key, 1), key)

    def place_of(self, act: Act, key: str = "") -> Place:
        """The place of an act, or of one of its fields."""
        path = f"acts {act.number} > {act.verb}"
        return Place(self.file, act.lines.get(key, act.line), f"{path} > {key}" if key else path)
