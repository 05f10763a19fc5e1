"""A review of a child: planned, its papers, held, its report."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import Action
from concord.core.dispute.words import Words, day
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text

ChildPart = Literal["in person", "through an advocate", "in writing", "no", ""]


@dataclass(frozen=True, slots=True)
class ReviewPlanned(ChildEvent):
    """A review, mid-way review or conference has its day; `protocol` is the hash of the version
    whose rules it follows.
    """

    KIND: ClassVar[str] = "child.review-planned"
    VERB: ClassVar[str] = "plan review"
    LABEL: ClassVar[str] = "Plan a review"
    kind: Line = asked("Which kind of review", source="review kinds", needed=True)
    on: date | None = asked("The day of the review", needed=True, default=None)
    place: Line = asked("Time and place", told=True, personal=True)
    urgent: bool = asked("It is urgent", default=False)
    reason: Text = words("Why it is urgent", needed=False)
    called: Line = filled()
    protocol: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        on = day(self.on) if self.on else "a day"
        urgent = "an urgent review: " if self.urgent else ""
        return f"{who} planned {urgent}the {self.called} for {on}"


@dataclass(frozen=True, slots=True)
class ReviewMoved(ChildEvent):
    """A planned review has another day."""

    KIND: ClassVar[str] = "child.review-moved"
    VERB: ClassVar[str] = "move review"
    LABEL: ClassVar[str] = "Move a planned review"
    review: int = asked("Which review", source="planned reviews", needed=True, default=0)
    on: date | None = asked("The new day", needed=True, default=None)
    place: Line = asked("Time and place", told=True, personal=True)
    reason: Text = words("Why it is moved")
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} moved the {self.called} to {day(self.on) if self.on else 'another day'}"


@dataclass(frozen=True, slots=True)
class PapersReceived(ChildEvent):
    """Papers for a review came in."""

    KIND: ClassVar[str] = "child.papers-received"
    VERB: ClassVar[str] = "record papers"
    LABEL: ClassVar[str] = "Record papers received"
    review: int = asked("For which review", source="planned reviews", needed=True, default=0)
    papers: tuple[Line, ...] = asked(
        "Which papers came", source="papers", needed=True, default=(), told=True
    )
    on: date | None = happened("The day on which they came")
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        on = f", which came on {day(self.on)}" if self.on else ""
        return f"{who} recorded papers for the {self.called}{on}"


@dataclass(frozen=True, slots=True)
class ReviewHeld(ChildEvent):
    """A review took place: who took part, what was said and decided, and when the next one is."""

    KIND: ClassVar[str] = "child.review-held"
    VERB: ClassVar[str] = "record review"
    LABEL: ClassVar[str] = "Record a review that was held"
    review: int = asked("Which review", source="planned reviews", needed=True, default=0)
    on: date | None = happened("The day on which it was held")
    took_part: tuple[Line, ...] = asked(
        "Who took part", source="roles", needed=True, default=(), told=True
    )
    others: Line = asked("Who else took part", told=True, personal=True)
    child_part: ChildPart = asked(
        "Did the child take part?", source="child part", needed=True, told=True
    )
    child_views: Text = words(
        "The child's wishes and feelings",
        hint="In the child's own words where you can; or why they are not known",
    )
    advocate: Literal["has one", "was helped to one", "does not want one", "not asked", ""] = asked(
        "An advocate", source="advocate", needed=True, told=True
    )
    other_views: Text = words("The views of parents and others", needed=False)
    decisions: tuple[Action, ...] = asked(
        "Decisions, who carries each out, and by when", source="decisions", default=()
    )
    challenge: Text = words(
        "A formal challenge to poor practice",
        hint="Leave it empty where the chair made none in the review",
        needed=False,
    )
    next_on: date | None = asked("The day of the next review", default=None, told=True)
    next_place: Line = asked("Time and place of the next review", told=True, personal=True)
    no_next: Text = words("Why no next review is planned", needed=False)
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        count = len(self.decisions)
        decided = f" with {count} decision{'' if count == 1 else 's'}" if count else ""
        challenged = ", and challenged practice in it" if self.challenge else ""
        return f"{who} recorded the {self.called}{decided}{challenged}"


@dataclass(frozen=True, slots=True)
class ReportSent(ChildEvent):
    """The full report of a review was sent."""

    KIND: ClassVar[str] = "child.report-sent"
    VERB: ClassVar[str] = "send report"
    LABEL: ClassVar[str] = "Record that the report was sent"
    review: int = asked("Of which review", source="held reviews", needed=True, default=0)
    whom: tuple[Line, ...] = asked("To whom", source="roles", needed=True, default=())
    on: date | None = happened("The day on which it was sent")
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        on = f" on {day(self.on)}" if self.on else ""
        return f"{who} sent the report of the {self.called} to {words.roles(self.whom)}{on}"


@dataclass(frozen=True, slots=True)
class ReviewCancelled(ChildEvent):
    """A planned review is not held."""

    KIND: ClassVar[str] = "child.review-cancelled"
    VERB: ClassVar[str] = "cancel review"
    LABEL: ClassVar[str] = "Cancel a planned review"
    review: int = asked("Which review", source="planned reviews", needed=True, default=0)
    reason: Text = words("Why it is not held")
    called: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} cancelled the {self.called}"
