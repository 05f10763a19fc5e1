"""What every event that people read has: a stable kind, the verb of its act, its sentence."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from concord.core.dispute.words import Words
from concord.core.record.envelope import Event
from concord.core.record.text import Line, Text

YesNo = Literal["yes", "no", ""]
How = Literal["face to face", "telephone", "video call", "message", "email", "letter", ""]
IN_WRITING = ("message", "email", "letter")


@dataclass(frozen=True, slots=True)
class Worded(Event):
    """An event with words of its own. `VERB` names the act that proposes it; empty for
    consequences.

    `PRIVATE` events belong to the reviewing side alone and are shown to nobody in the line.
    """

    PRIVATE: ClassVar[bool] = False
    VERB: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""

    def sentence(self, who: str, words: Words) -> str:
        """One sentence for the timeline, without anything personal; `who` is the role's label."""
        raise TypeError(f"{type(self).__name__} has no sentence for {who}")


@dataclass(frozen=True, slots=True)
class DisputeEvent(Worded):
    """An event of a dispute."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody will do: what, which role, by which day."""

    what: Text
    by: Line = ""
    on: date | None = None
