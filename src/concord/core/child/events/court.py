"""A final care plan on its way to court, and what the reviewing officer thinks of it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import YesNo
from concord.core.dispute.words import Words, day
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class SubmissionPlanned(ChildEvent):
    """A final care plan is to go to court on a day; `protocol` is the hash of the version whose
    rules it follows. `assessments` are those made for the court, one on each line.
    """

    KIND: ClassVar[str] = "child.submission-planned"
    VERB: ClassVar[str] = "plan submission"
    LABEL: ClassVar[str] = "Note when a final care plan goes to court"
    on: date | None = asked("The day on which it goes to court", needed=True, default=None)
    assessments: Text = words(
        "Specialist assessments made for the court", hint="One on each line", needed=False
    )
    protocol: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        on = day(self.on) if self.on else "a day"
        return f"{who} noted that a final care plan goes to court on {on}"


@dataclass(frozen=True, slots=True)
class SubmissionMoved(ChildEvent):
    """A final care plan goes to court on another day."""

    KIND: ClassVar[str] = "child.submission-moved"
    VERB: ClassVar[str] = "move submission"
    LABEL: ClassVar[str] = "Note another day for a final care plan"
    submission: int = asked("Which care plan", source="submissions", needed=True, default=0)
    on: date | None = asked("The new day", needed=True, default=None)
    reason: Text = words("Why it is another day", needed=False)

    def sentence(self, who: str, words: Words) -> str:
        del words
        on = day(self.on) if self.on else "another day"
        return f"{who} noted that final care plan {self.submission} goes to court on {on}"


@dataclass(frozen=True, slots=True)
class FinalPlanReceived(ChildEvent):
    """The reviewing service has the final care plan."""

    KIND: ClassVar[str] = "child.final-plan-received"
    VERB: ClassVar[str] = "record final plan"
    LABEL: ClassVar[str] = "Record that the final care plan came"
    submission: int = asked("Which care plan", source="submissions", needed=True, default=0)
    on: date | None = happened("The day on which it came")

    def sentence(self, who: str, words: Words) -> str:
        del words
        on = f", which came on {day(self.on)}" if self.on else ""
        return f"{who} recorded final care plan {self.submission}{on}"


@dataclass(frozen=True, slots=True)
class AssessmentReceived(ChildEvent):
    """The reviewing service has a specialist assessment made for the court."""

    KIND: ClassVar[str] = "child.assessment-received"
    VERB: ClassVar[str] = "record assessment"
    LABEL: ClassVar[str] = "Record that an assessment for the court came"
    assessment: Line = asked(
        "Which assessment", source="assessments", needed=True, told=True, personal=True
    )
    on: date | None = happened("The day on which it came")

    def sentence(self, who: str, words: Words) -> str:
        del words
        on = f", which came on {day(self.on)}" if self.on else ""
        return f"{who} recorded a specialist assessment for the court{on}"


@dataclass(frozen=True, slots=True)
class ViewGiven(ChildEvent):
    """The reviewing officer's view on a final care plan, to be included in what goes to court."""

    KIND: ClassVar[str] = "child.view-given"
    VERB: ClassVar[str] = "give view on plan"
    LABEL: ClassVar[str] = "Give your view on a final care plan"
    submission: int = asked("Which care plan", source="submissions", needed=True, default=0)
    agrees: YesNo = asked("Do you agree with the plan?", source="yes or no", needed=True, told=True)
    text: Text = words("Your view, as it is to go to court", read="The view, for the court")

    def sentence(self, who: str, words: Words) -> str:
        del words
        agrees = "agrees with" if self.agrees == "yes" else "does not agree with"
        return f"{who} gave a view for the court and {agrees} final care plan {self.submission}"
