"""A decision of a review: carried out, checked, or not to be carried out."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import How, YesNo
from concord.core.dispute.words import Words, by_way
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class DecisionReported(ChildEvent):
    """Whoever was to carry a decision out says that it is done."""

    KIND: ClassVar[str] = "child.decision-reported"
    VERB: ClassVar[str] = "report decision"
    LABEL: ClassVar[str] = "Report a decision as carried out"
    decision: int = asked("Which decision", source="open decisions", needed=True, default=0)
    text: Text = words("What was done", needed=False)
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} reported {self.called} as carried out"


@dataclass(frozen=True, slots=True)
class DecisionChecked(ChildEvent):
    """The chair looked whether a decision was carried out."""

    KIND: ClassVar[str] = "child.decision-checked"
    VERB: ClassVar[str] = "check decision"
    LABEL: ClassVar[str] = "Check a decision"
    decision: int = asked("Which decision", source="open decisions", needed=True, default=0)
    done: YesNo = asked("Was it carried out?", source="yes or no", needed=True)
    text: Text = words("What you found", needed=False, read="What was found")
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        found = "was carried out" if self.done == "yes" else "was not carried out"
        return f"{who} checked {self.called}: it {found}"


@dataclass(frozen=True, slots=True)
class DecisionRefused(ChildEvent):
    """A decision is not to be carried out, with the reasons in writing."""

    KIND: ClassVar[str] = "child.decision-refused"
    VERB: ClassVar[str] = "refuse decision"
    LABEL: ClassVar[str] = "Give the reasons for not carrying out a decision"
    decision: int = asked("Which decision", source="open decisions", needed=True, default=0)
    reasons: Text = words("Why it is not to be carried out")
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} gave reasons why {self.called} is not to be carried out"


@dataclass(frozen=True, slots=True)
class RefusalTold(ChildEvent):
    """Somebody of the family was told that a decision is not to be carried out."""

    KIND: ClassVar[str] = "child.refusal-told"
    VERB: ClassVar[str] = "tell of refusal"
    LABEL: ClassVar[str] = "Record who was told that a decision is not carried out"
    decision: int = asked("Which decision", source="refused decisions", needed=True, default=0)
    whom: tuple[Line, ...] = asked(
        "Who was told", source="told of refusals", needed=True, default=()
    )
    how: How = asked("How they were told", source="how", needed=True)
    on: date | None = happened("The day on which they were told")
    text: Text = words("What they said to it", needed=False)
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        told = words.roles(self.whom)
        how = f", {by_way(self.how)}," if self.how else ""
        return f"{who} told {told}{how} that {self.called} is not to be carried out"
