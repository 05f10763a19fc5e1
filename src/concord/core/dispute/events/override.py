"""A grave event overrides the stages, until whoever raised the dispute goes on with them."""

from dataclasses import dataclass
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent
from concord.core.dispute.words import Words
from concord.core.record.fields import filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class Overridden(DisputeEvent):
    """The stages give way to a grave event, which is on the child's own record and seen by those
    who are told of it; here stands only that it is so.
    """

    KIND: ClassVar[str] = "dispute.overridden"
    clause: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} recorded a grave event, to which the stages give way"


@dataclass(frozen=True, slots=True)
class StagesResumed(DisputeEvent):
    """The stages go on from where they gave way, with limits that begin anew."""

    KIND: ClassVar[str] = "dispute.stages-resumed"
    VERB: ClassVar[str] = "resume stages"
    LABEL: ClassVar[str] = "Go on with the stages"
    reason: Text = words("Why the stages go on now")

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} went on with the stages"
