"""What the child and the family say in a dispute, and what comes of what the child wants."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from concord.core.dispute.events.base import DisputeEvent, How
from concord.core.dispute.words import Words, by_way
from concord.core.record.fields import asked, happened, words
from concord.core.record.text import Text

Came = Literal["yes", "in part", "no", ""]
Family = Literal["a parent", "a carer", "somebody else of the family", ""]


@dataclass(frozen=True, slots=True)
class ChildHeard(DisputeEvent):
    """The child's wishes and feelings while the dispute runs, and the outcomes the child wants.

    `outcomes` has one on each line.
    """

    KIND: ClassVar[str] = "dispute.child-heard"
    VERB: ClassVar[str] = "hear child"
    LABEL: ClassVar[str] = "Record what the child says"
    views: Text = words(
        "The child's wishes and feelings", hint="In the child's own words where you can"
    )
    outcomes: Text = words(
        "The outcomes that the child wants",
        hint="One on each line. Each has to be answered before it is resolved",
        needed=False,
    )
    how: How = asked("How you heard it", source="how")
    on: date | None = happened("The date on which the child said it")

    def sentence(self, who: str, words: Words) -> str:
        del words
        how = f", {by_way(self.how)}" if self.how else ""
        return f"{who} recorded what the child says{how}"


@dataclass(frozen=True, slots=True)
class ChildOutcomeAnswered(DisputeEvent):
    """An outcome that the child wants has its answer: whether it came about, and why where not."""

    KIND: ClassVar[str] = "dispute.child-outcome-answered"
    VERB: ClassVar[str] = "answer child"
    LABEL: ClassVar[str] = "Answer an outcome that the child wants"
    outcome: int = asked(
        "Which outcome", source="child outcomes", needed=True, default=0, told=True
    )
    came: Came = asked("Does the child get it?", source="outcome came", needed=True, told=True)
    text: Text = words("What the child gets, and the reason where it is less")

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} answered outcome {self.outcome} that the child wants"


@dataclass(frozen=True, slots=True)
class FamilyHeard(DisputeEvent):
    """What a parent, a carer or somebody else of the family says while the dispute runs."""

    KIND: ClassVar[str] = "dispute.family-heard"
    VERB: ClassVar[str] = "hear family"
    LABEL: ClassVar[str] = "Record what parents or carers say"
    whose: Family = asked("Whose views they are", source="family", needed=True)
    views: Text = words("Their views", hint="In their own words where you can")
    how: How = asked("How you heard them", source="how")
    on: date | None = happened("The date on which they said it")

    def sentence(self, who: str, words: Words) -> str:
        del words
        how = f", {by_way(self.how)}" if self.how else ""
        return f"{who} recorded the views of {self.whose}{how}"
