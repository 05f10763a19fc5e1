"""A pause until an agreed date, the report of its task, and the check when it ends."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent, YesNo
from concord.core.dispute.words import Words, day
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class HoldPlaced(DisputeEvent):
    """The alert waits until the end of an agreed day by which a task is to be done."""

    KIND: ClassVar[str] = "dispute.hold-placed"
    VERB: ClassVar[str] = "place hold"
    LABEL: ClassVar[str] = "Put on hold until a date"
    until: date | None = asked("The agreed completion date", needed=True, default=None)
    task: Text = words("What is to be done by then")
    owner: Line = asked("Who does it", source="role", needed=True)
    stage: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        until = day(self.until) if self.until else "an agreed date"
        return f"{who} put it on hold until {until} for a task of {words.the(self.owner)}"


@dataclass(frozen=True, slots=True)
class HoldReported(DisputeEvent):
    """Whoever has the task of the hold to do says that it is done."""

    KIND: ClassVar[str] = "dispute.hold-task-reported"
    VERB: ClassVar[str] = "report hold"
    LABEL: ClassVar[str] = "Report the task of the hold as done"
    text: Text = words("What was done", needed=False)

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} reported the task of the hold as done"


@dataclass(frozen=True, slots=True)
class HoldChecked(DisputeEvent):
    """The agreed task was looked at; either way the hold ends."""

    KIND: ClassVar[str] = "dispute.hold-checked"
    VERB: ClassVar[str] = "check hold"
    LABEL: ClassVar[str] = "Check the task of the hold"
    done: YesNo = asked("Was the task done?", source="yes or no", needed=True)
    text: Text = words("What you found", told="What was found")

    def sentence(self, who: str, words: Words) -> str:
        result = "done" if self.done == "yes" else "not done"
        return f"{who} checked the task of the hold: {result}"


@dataclass(frozen=True, slots=True)
class HoldLifted(DisputeEvent):
    """The hold ends early, with a reason."""

    KIND: ClassVar[str] = "dispute.hold-lifted"
    VERB: ClassVar[str] = "lift hold"
    LABEL: ClassVar[str] = "Lift the hold"
    reason: Text = words("Why the hold ends now")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} lifted the hold"
