"""Advice from outside the challenged line, and handing the matter to a body outside."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from concord.core.dispute.events.base import DisputeEvent
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class AdviceSought(DisputeEvent):
    """Independent advice was asked for. Private to the reviewing side."""

    PRIVATE: ClassVar[bool] = True
    KIND: ClassVar[str] = "dispute.advice-sought"
    VERB: ClassVar[str] = "seek advice"
    LABEL: ClassVar[str] = "Seek independent advice"
    kind: Line = asked("Which kind of advice", source="advice", needed=True)
    given_by: Line = asked("Who is asked", needed=True, told=True, read="Who was asked")
    text: Text = words("What you asked", needed=False, read="What was asked")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} sought {_inside(words.advice(self.kind))}"


@dataclass(frozen=True, slots=True)
class AdviceReceived(DisputeEvent):
    """Independent advice came. Private to the reviewing side."""

    PRIVATE: ClassVar[bool] = True
    KIND: ClassVar[str] = "dispute.advice-received"
    VERB: ClassVar[str] = "receive advice"
    LABEL: ClassVar[str] = "Record advice received"
    kind: Line = asked("Which kind of advice", source="advice", needed=True)
    given_by: Line = asked("Who gave it", needed=True, told=True)
    text: Text = words("The advice")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} received {_inside(words.advice(self.kind))}"


def _inside(label: str) -> str:
    """A label within a sentence: names in it keep their capitals."""
    return label[:1].lower() + label[1:]


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing that has to be thought of before a referral, with what was thought."""

    what: Line
    text: Text


@dataclass(frozen=True, slots=True)
class ReferralConsidered(DisputeEvent):
    """Whether to refer was considered: declined with the reason, or intended."""

    PRIVATE: ClassVar[bool] = True
    KIND: ClassVar[str] = "dispute.referral-considered"
    VERB: ClassVar[str] = "consider referral"
    LABEL: ClassVar[str] = "Consider a referral"
    to: Line = asked("Where it would go", source="bodies", needed=True)
    decision: Literal["refer", "decline", ""] = asked(
        "Your decision", source="refer or decline", needed=True
    )
    reasons: Text = words("Your reasons", read="The reasons")
    with_roles: tuple[Line, ...] = asked("Considered with", source="roles", default=(), told=True)

    def sentence(self, who: str, words: Words) -> str:
        verdict = (
            "intends to refer" if self.decision == "refer" else "declined to refer, with reasons"
        )
        return f"{who} considered a referral to {words.the_body(self.to)} and {verdict}"


@dataclass(frozen=True, slots=True)
class Referred(DisputeEvent):
    """The matter was referred to a body outside. It never happens by itself."""

    KIND: ClassVar[str] = "dispute.referred"
    VERB: ClassVar[str] = "refer"
    LABEL: ClassVar[str] = "Refer"
    to: Line = asked("Where you refer it", source="bodies", needed=True)
    how: Literal["telephone", "writing", ""] = asked(
        "How you refer it", source="referral how", needed=True
    )
    reasons: Text = words("Why you refer it", read="Why it was referred")
    weighed: tuple[Weighed, ...] = asked("Weighed before it", source="weighs", default=())
    documents: Text = words("Documents sent with it", needed=False)
    without: Text = words("Why a step that should come first was left out", needed=False)

    def sentence(self, who: str, words: Words) -> str:
        how = "by telephone" if self.how == "telephone" else "in writing"
        return f"{who} referred it to {words.the_body(self.to)} {how}"


@dataclass(frozen=True, slots=True)
class ReferralConfirmed(DisputeEvent):
    """A referral that was made by telephone is confirmed in writing."""

    KIND: ClassVar[str] = "dispute.referral-confirmed"
    VERB: ClassVar[str] = "confirm referral"
    LABEL: ClassVar[str] = "Confirm the referral in writing"
    to: Line = asked("Which referral", source="bodies", needed=True)
    text: Text = words("What was sent, and where it is on the child's file")
    on: date | None = happened("The date on which it was sent")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} confirmed the referral to {words.the_body(self.to)} in writing"


@dataclass(frozen=True, slots=True)
class ContactRecorded(DisputeEvent):
    """A contact with somebody outside, such as Cafcass or the Children's Guardian."""

    KIND: ClassVar[str] = "dispute.contact-recorded"
    VERB: ClassVar[str] = "record contact"
    LABEL: ClassVar[str] = "Record a contact with an outside body"
    contact: Line = asked("Who the contact was with", needed=True, told=True, read="With whom")
    text: Text = words("What was said")
    on: date | None = happened("The date of the contact")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} recorded a contact with an outside body"


@dataclass(frozen=True, slots=True)
class ReferralOutcomeRecorded(DisputeEvent):
    """What the outside body decided, a legal remedy included."""

    KIND: ClassVar[str] = "dispute.referral-outcome-recorded"
    VERB: ClassVar[str] = "record referral outcome"
    LABEL: ClassVar[str] = "Record the outcome of the referral"
    to: Line = asked("Which referral", source="bodies", needed=True)
    outcome: Text = words("What they decided")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} recorded what {words.the_body(self.to)} decided"
