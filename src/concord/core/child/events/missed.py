"""What a rule notices by itself in a child's record."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.words import Words
from concord.core.record.fields import filled
from concord.core.record.text import Line


@dataclass(frozen=True, slots=True)
class ChildDutyMissed(ChildEvent):
    """A duty passed its date; it happened at that moment, whoever noticed it later."""

    KIND: ClassVar[str] = "child.duty-missed"
    duty: Line = filled()
    what: Line = filled()
    owners: tuple[Line, ...] = filled(())
    clause: Line = filled()
    due_at: datetime | None = filled(None)

    def sentence(self, who: str, words: Words) -> str:
        del who
        by = f" by {words.roles(self.owners)}" if self.owners else ""
        return f"Not done in time{by}: {self.what[:1].lower()}{self.what[1:]}"
