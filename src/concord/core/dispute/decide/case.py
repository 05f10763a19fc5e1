"""The situation in which somebody wants to act, and the answer when they may not."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from concord.core.clock.london import local_date
from concord.core.dispute.ladder import stage_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol, Stage
from concord.core.record.envelope import Actor, Event


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a step is not possible: a stable id, a sentence, the clause, and what would allow it.

    `place` names the field whose value is in the way; empty when it is not about what was given.
    """

    id: str
    sentence: str
    clause: str
    allowed_by: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """The events that a step gives, and the capacity in which the person acts."""

    capacity: str
    events: tuple[Event, ...]


Outcome = tuple[Event, ...] | Refused


class Case(NamedTuple):
    """A matter, who wants to act in it, in which capacity, and when (aware)."""

    matter: Matter
    actor: Actor
    at: datetime
    capacity: str = ""

    @property
    def protocol(self) -> Protocol:
        """The protocol that the dispute runs under."""
        return self.matter.protocol

    @property
    def words(self) -> Words:
        """The council's own names for things."""
        return Words(self.matter.protocol)

    @property
    def today(self) -> date:
        """The local day of the act."""
        return local_date(self.at)

    @property
    def run(self) -> Run:
        """The rung on which the dispute stands; only asked for when the dispute is open."""
        run = self.matter.dispute.run
        if run is None:
            raise LookupError("the dispute is not open")
        return run

    @property
    def stage(self) -> Stage:
        """The stage on which the dispute stands; only asked for in the formal process."""
        stage = stage_of(self.matter.protocol, self.run.rung)
        if stage is None:
            raise LookupError(f"{self.run.rung} is not a stage")
        return stage
