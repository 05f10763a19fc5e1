"""A complaint by or for a child, which runs beside a dispute and stops nothing."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import YesNo
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class ComplaintNoted(ChildEvent):
    """The reviewing officer learns of a complaint by or for the child; `protocol` is the hash of
    the version whose rules it follows.
    """

    KIND: ClassVar[str] = "child.complaint-noted"
    VERB: ClassVar[str] = "note complaint"
    LABEL: ClassVar[str] = "Note a complaint by or for the child"
    giver: Literal["the child", "somebody for the child", "a parent or carer", ""] = asked(
        "Whose complaint it is", source="who complains", needed=True
    )
    told_by: Line = asked(
        "Who told of it", hint="Such as the complaints manager", told=True, personal=True
    )
    text: Text = words("What it is about")
    protocol: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} noted a complaint of {self.giver}"


@dataclass(frozen=True, slots=True)
class ComplaintWeighed(ChildEvent):
    """The reviewing officer judges whether a complaint is serious enough to act on at once."""

    KIND: ClassVar[str] = "child.complaint-weighed"
    VERB: ClassVar[str] = "weigh complaint"
    LABEL: ClassVar[str] = "Judge whether a complaint is to be acted on at once"
    complaint: int = asked("Which complaint", source="complaints", needed=True, default=0)
    at_once: YesNo = asked("Is it acted on at once?", source="yes or no", needed=True, told=True)
    reason: Text = words("Why")

    def sentence(self, who: str, words: Words) -> str:
        del words
        what = "acts on it at once" if self.at_once == "yes" else "awaits the complaints procedure"
        return f"{who} judged complaint {self.complaint} and {what}"


@dataclass(frozen=True, slots=True)
class ComplaintEnded(ChildEvent):
    """A complaint is over, and what came of it."""

    KIND: ClassVar[str] = "child.complaint-ended"
    VERB: ClassVar[str] = "end complaint"
    LABEL: ClassVar[str] = "Record what came of a complaint"
    complaint: int = asked("Which complaint", source="complaints", needed=True, default=0)
    outcome: Text = words("What came of it")

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} recorded what came of complaint {self.complaint}"
