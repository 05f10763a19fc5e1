"""What can happen to an authority's protocol, and the codec that knows it all."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.clock.words import short_day
from concord.core.record.codec import Codec
from concord.core.record.envelope import Event
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text

STREAM = "protocol."


@dataclass(frozen=True, slots=True)
class ProtocolEvent(Event):
    """An event in the life of an authority's protocol. `version` is the hash of what it says."""

    def sentence(self, who: str, title: str) -> str:
        """One sentence for the history; `who` is the post, `title` what the version is called."""
        raise TypeError(f"{type(self).__name__} has no sentence for {who} and {title}")


@dataclass(frozen=True, slots=True)
class DraftUploaded(ProtocolEvent):
    """A protocol file was stored as it is. `file_hash` is the sha256 of its text."""

    KIND: ClassVar[str] = "protocol.draft-uploaded"
    version: Line = filled()
    file_hash: Line = filled()
    protocol_id: Line = filled()
    title: Text = filled()
    file_name: Line = filled()

    def sentence(self, who: str, title: str) -> str:
        return f"{who} uploaded {title}"


@dataclass(frozen=True, slots=True)
class ForceProposed(ProtocolEvent):
    """Somebody asks that a version comes into force from a day."""

    KIND: ClassVar[str] = "protocol.proposed"
    version: Line = filled()
    from_on: date | None = asked("The day from which it is in force", needed=True, default=None)
    reason: Text = words("Why this version comes into force")

    def sentence(self, who: str, title: str) -> str:
        day = short_day(self.from_on) if self.from_on else "a day"
        return f"{who} proposed that {title} comes into force from {day}"


@dataclass(frozen=True, slots=True)
class ForceApproved(ProtocolEvent):
    """A second person approves: the version is in force from the proposed day."""

    KIND: ClassVar[str] = "protocol.approved"
    version: Line = filled()
    proposal: int = filled(0)
    from_on: date | None = filled(None)

    def sentence(self, who: str, title: str) -> str:
        day = short_day(self.from_on) if self.from_on else "a day"
        return f"{who} approved that {title} comes into force from {day}"


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn(ProtocolEvent):
    """A proposal ends without coming into force: taken back, or turned down."""

    KIND: ClassVar[str] = "protocol.proposal-withdrawn"
    version: Line = filled()
    proposal: int = filled(0)
    reason: Text = words("Why it does not come into force")

    def sentence(self, who: str, title: str) -> str:
        return f"{who} ended the proposal of {title}"


KINDS: tuple[type[ProtocolEvent], ...] = (
    DraftUploaded,
    ForceProposed,
    ForceApproved,
    ProposalWithdrawn,
)
CODEC = Codec(KINDS)
