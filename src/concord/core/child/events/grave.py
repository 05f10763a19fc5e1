"""An event that overrides the stages: a death, a life-changing injury, an abduction, a threat."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import How
from concord.core.dispute.words import Words, by_way
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class GraveEventRecorded(ChildEvent):
    """Whoever first comes to know of a grave event records it, and those stated are told at once.

    `label` is what the protocol called the kind then, `told` whom it had told.
    """

    KIND: ClassVar[str] = "child.grave-event-recorded"
    VERB: ClassVar[str] = "record grave event"
    LABEL: ClassVar[str] = "Record a grave event"
    kind: Line = asked(
        "What has happened, or threatens",
        hint="The stages of every dispute about the child give way to it",
        source="grave kinds",
        needed=True,
    )
    on: date | None = happened("The day on which it happened")
    text: Text = words("What is known", hint="Only what those who are told need to know")
    label: Line = filled(label="What it is", source="labels")
    told: tuple[Line, ...] = filled((), label="Who is told at once", source="roles")
    clause: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} recorded a grave event, of which {words.roles(self.told)} learn at once"


@dataclass(frozen=True, slots=True)
class GraveEventTold(ChildEvent):
    """Somebody outside the council was told of a grave event."""

    KIND: ClassVar[str] = "child.grave-event-told"
    VERB: ClassVar[str] = "tell of grave event"
    LABEL: ClassVar[str] = "Record who outside was told of a grave event"
    event: int = asked("Of which event", source="grave events", needed=True, default=0)
    whom: tuple[Line, ...] = asked(
        "Who was told", source="told of grave events", needed=True, default=()
    )
    how: How = asked("How they were told", source="how", needed=True)
    on: date | None = happened("The day on which they were told")

    def sentence(self, who: str, words: Words) -> str:
        how = f", {by_way(self.how)}" if self.how else ""
        return f"{who} told {words.roles(self.whom)} of grave event {self.event}{how}"
