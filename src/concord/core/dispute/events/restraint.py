"""What was to be left undone while the matter runs, and was done."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent
from concord.core.dispute.words import Words, day
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class RestraintBroken(DisputeEvent):
    """Something was done that the protocol asks to leave undone while the matter runs.

    `what` and `clause` are those of the restraint, as the protocol had them then.
    """

    KIND: ClassVar[str] = "dispute.restraint-broken"
    VERB: ClassVar[str] = "record breach"
    LABEL: ClassVar[str] = "Record that something was done that should have waited"
    restraint: Line = asked(
        "What should have been left undone", source="restraints", needed=True, told=True
    )
    on: date | None = happened("The day on which it was done")
    text: Text = words("What was done, and what it means for the child")
    what: Line = filled()
    clause: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        on = f" on {day(self.on)}" if self.on else ""
        return (
            f"{who} recorded that something was done{on} that should have been left undone: "
            f"{self.what[:1].lower()}{self.what[1:]}"
        )
