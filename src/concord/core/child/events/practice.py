"""Good practice that is put on record, and praise that is passed on."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class PracticeRecognised(ChildEvent):
    """Good or excellent practice for a child, whose it was, and what was good about it.

    `labels` are what the protocol called the characteristics then.
    """

    KIND: ClassVar[str] = "child.practice-recognised"
    VERB: ClassVar[str] = "recognise practice"
    LABEL: ClassVar[str] = "Recognise good practice"
    whom: Line = asked("Whose practice it is", source="role", needed=True)
    characteristics: tuple[Line, ...] = asked(
        "What was good about it",
        hint="Choose all that apply",
        source="characteristics",
        default=(),
    )
    text: Text = words("What was done, and what it meant for the child")
    labels: tuple[Line, ...] = filled((), label="What was good about it", source="labels")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} recognised good practice of {words.the(self.whom)}"


@dataclass(frozen=True, slots=True)
class ComplimentPassedOn(ChildEvent):
    """Praise from a child, a parent or somebody who works with them is passed on.

    `to` is where the protocol has it passed on to.
    """

    KIND: ClassVar[str] = "child.compliment-passed-on"
    VERB: ClassVar[str] = "pass on compliment"
    LABEL: ClassVar[str] = "Pass on praise"
    giver: Literal["the child", "a parent or carer", "a professional", ""] = asked(
        "Who praised", source="who praised", needed=True
    )
    whom: Line = asked("Whose work is praised", source="role", needed=True)
    text: Text = words("What they said")
    to: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        to = f" to {self.to}" if self.to else ""
        return f"{who} passed on praise from {self.giver} for {words.the(self.whom)}{to}"
