"""How a dispute ends, what is corrected, and what a rule notices by itself."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from concord.core.dispute.events.base import DisputeEvent, YesNo
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class Resolved(DisputeEvent):
    """The raising side is satisfied: outcome, impact for the child, review reconvened or not."""

    KIND: ClassVar[str] = "dispute.resolved"
    VERB: ClassVar[str] = "resolve"
    LABEL: ClassVar[str] = "Resolve"
    outcome: Text = words("The outcome")
    impact: Text = words("What this changed for the child")
    reconvene: YesNo = asked(
        "Is the review to be reconvened to confirm changes?", source="yes or no", needed=True
    )

    def sentence(self, who: str, words: Words) -> str:
        review = ", and the review is to be reconvened" if self.reconvene == "yes" else ""
        return f"{who} resolved the {words.protocol.labels.dispute}{review}"


@dataclass(frozen=True, slots=True)
class Withdrawn(DisputeEvent):
    """The raising side withdraws the challenge, with a reason that its manager is told of."""

    KIND: ClassVar[str] = "dispute.withdrawn"
    VERB: ClassVar[str] = "withdraw"
    LABEL: ClassVar[str] = "Withdraw"
    reason: Text = words("Why it is withdrawn")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} withdrew the {words.protocol.labels.dispute}"


@dataclass(frozen=True, slots=True)
class ReviewCalled(DisputeEvent):
    """A review is reconvened, or called at once."""

    KIND: ClassVar[str] = "dispute.review-called"
    VERB: ClassVar[str] = "call review"
    LABEL: ClassVar[str] = "Call or reconvene a review"
    kind: Literal["reconvened", "urgent", ""] = asked("Which review", source="reviews", needed=True)
    reason: Text = words("Why")
    on: date | None = asked("The date of the review", default=None, told=True)

    def sentence(self, who: str, words: Words) -> str:
        kind = "reconvened the review" if self.kind == "reconvened" else "called an urgent review"
        return f"{who} {kind}"


@dataclass(frozen=True, slots=True)
class Corrected(DisputeEvent):
    """An earlier entry is corrected by this further one; the earlier stays as it was."""

    KIND: ClassVar[str] = "dispute.corrected"
    VERB: ClassVar[str] = "correct"
    LABEL: ClassVar[str] = "Correct an entry"
    entry: int = asked("Which entry", source="entries", needed=True, default=0)
    text: Text = words("What it should say")
    reason: Text = words("Why it is corrected")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} corrected entry {words.entry(self.entry)}"


@dataclass(frozen=True, slots=True)
class DutyMissed(DisputeEvent):
    """A duty passed its date; it happened at that moment, whoever noticed it later.

    `act` is the verb of the step that would have done it, empty in older entries.
    """

    KIND: ClassVar[str] = "dispute.duty-missed"
    duty: Line = filled()
    what: Line = filled()
    owners: tuple[Line, ...] = filled(())
    clause: Line = filled()
    due_at: datetime | None = filled(None)
    act: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        by = f" by {words.roles(self.owners)}" if self.owners else ""
        return f"Not done in time{by}: {self.what[:1].lower()}{self.what[1:]}"
