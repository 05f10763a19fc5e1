"""What the child and the family say, what comes of what the child wants, and why not told."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from concord.core.dispute.events.base import DisputeEvent, How
from concord.core.dispute.words import Words, by_way, day
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text

Advocate = Literal["offered", "in place", "not wanted", ""]
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
class NotToldExplained(DisputeEvent):
    """Why the child or the family is not told what the protocol asks for, and when to look again.

    `what` and `clause` are those of the duty, as the protocol had them then.
    """

    KIND: ClassVar[str] = "dispute.not-told-explained"
    VERB: ClassVar[str] = "explain child"
    LABEL: ClassVar[str] = "Record why the child is not told"
    untold: Line = asked("What the child is not told", source="child duties", needed=True)
    reason: Text = words("Why not", hint="For example the child's age, or what it would do now")
    look_again: date | None = asked("The date on which you look at this again", default=None)
    what: Line = filled()
    clause: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        again = f", to look at it again on {day(self.look_again)}" if self.look_again else ""
        return f'{who} recorded why this is not done: "{self.what}"{again}'


@dataclass(frozen=True, slots=True)
class AdvocateRecorded(DisputeEvent):
    """An independent advocate was offered to the child, helps the child now, or is not wanted.

    Children Act 1989 s26A: advocacy services for children who make or want to make representations.
    """

    KIND: ClassVar[str] = "dispute.advocate-recorded"
    VERB: ClassVar[str] = "record advocate"
    LABEL: ClassVar[str] = "Record whether the child has an advocate"
    stands: Advocate = asked("How it stands", source="advocate", needed=True)
    text: Text = words("What the child said, and who the advocate is", needed=False)
    on: date | None = happened("The date since when it is so")

    def sentence(self, who: str, words: Words) -> str:
        del words
        stands = {
            "offered": "an independent advocate was offered to the child",
            "in place": "the child has an independent advocate",
            "not wanted": "the child does not want an independent advocate",
        }
        return f"{who} recorded that {stands[self.stands]}"


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
