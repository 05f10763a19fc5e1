"""The protocol that an authority works under."""

from dataclasses import dataclass
from datetime import datetime

from concord.casework.actor import Viewer
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.records import find


@dataclass(frozen=True, slots=True)
class ProtocolView:
    """The protocol in force with the hash of its content."""

    protocol: Protocol
    words: Words
    hash: str


def protocol_view(viewer: Viewer, *, at: datetime) -> ProtocolView | None:
    """The protocol of a person's authority at an aware instant; None when none is in force."""
    stored = find.protocol_in_force(viewer.authority, on=local_date(at))
    if stored is None:
        return None
    protocol = protocol_of(stored.hash)
    return ProtocolView(protocol, Words(protocol), stored.hash)
