"""A running dispute is moved to another version of its protocol, and the effect that was shown."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class DateMoved:
    """What becomes of one date: the duty, and its day under the version before and after."""

    what: Text
    before: date | None = None
    after: date | None = None


@dataclass(frozen=True, slots=True)
class MovedToVersion(DisputeEvent):
    """Somebody saw what a move would do to each date, and signed it.

    `left` and `to` are the hashes of the versions, `dates` what was shown before it was signed.
    """

    KIND: ClassVar[str] = "dispute.moved-to-version"
    LABEL: ClassVar[str] = "Move to the version in force"
    reason: Text = words("Why it is moved")
    signed_as: Line = asked("Your full name, as your signature", needed=True, source="signature")
    left: Line = filled()
    to: Line = filled()
    dates: tuple[DateMoved, ...] = filled((), label="Dates that moved", source="dates")

    def sentence(self, who: str, words: Words) -> str:
        return (
            f"{who} moved it to another version of the protocol and signed it "
            f"({self.to[:8]}, before {self.left[:8]})"
        )
