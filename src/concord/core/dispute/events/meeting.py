"""A stage meeting with its minutes, and a written adjudication."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent, YesNo
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class MeetingHeld(DisputeEvent):
    """The meeting of a stage took place: who chaired, who was there, what the minutes say."""

    KIND: ClassVar[str] = "dispute.meeting-held"
    VERB: ClassVar[str] = "record meeting"
    LABEL: ClassVar[str] = "Record a meeting"
    chair: Line = asked("Who chaired it", source="role", needed=True)
    attended: tuple[Line, ...] = asked(
        "Who attended", source="roles", needed=True, default=(), told="Who attended"
    )
    minutes: Text = words("The minutes")
    minuted_by: Line = asked("Who took the minutes", told="Who took the minutes")
    independent: YesNo = asked(
        "The minute taker had no part in the matter",
        source="yes or no",
        told="The minute taker had no part in the matter",
    )
    on: date | None = asked(
        "The date of the meeting",
        hint="Leave it empty if it was today",
        default=None,
        told="The date of the meeting",
        past=True,
    )
    stage: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        chair = words.the(self.chair)
        return f"{who} recorded a meeting at {words.stage(self.stage)}, chaired by {chair}"


@dataclass(frozen=True, slots=True)
class Adjudicated(DisputeEvent):
    """A senior person decides in writing whether the challenge is upheld."""

    KIND: ClassVar[str] = "dispute.adjudicated"
    VERB: ClassVar[str] = "adjudicate"
    LABEL: ClassVar[str] = "Give a written adjudication"
    upheld: YesNo = asked("Is the challenge upheld?", source="yes or no", needed=True)
    reasons: Text = words("The reasons")
    stage: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        verdict = "upheld" if self.upheld == "yes" else "not upheld"
        return f"{who} adjudicated at {words.stage(self.stage)}: the challenge is {verdict}"
