"""What changes the calendar that a dispute counts with."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent
from concord.core.dispute.words import Words, day
from concord.core.record.fields import filled
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class BankHolidayAdded(DisputeEvent):
    """A bank holiday was announced after the calendar was published; it counts from now on.

    `reason` says why it was added, such as by which proclamation. Nothing in it is about a child.
    """

    KIND: ClassVar[str] = "dispute.bank-holiday-added"
    day: date | None = filled(None)
    name: Line = filled()
    reason: Text = filled()

    def sentence(self, who: str, words: Words) -> str:
        on = day(self.day) if self.day else "a day"
        return f"{on} counts as a bank holiday from now on: {self.name}. {self.reason}"
