"""The protocol that an authority works under."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.checked import Checked, checked
from concord.casework.loading import load
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import whole_of
from concord.records import find, publishing


@dataclass(frozen=True, slots=True)
class ProtocolView:
    """A protocol with the hash of its content, and whether new disputes begin under it."""

    protocol: Protocol
    words: Words
    hash: str
    in_force: bool = True


def protocol_view(viewer: Viewer, *, at: datetime) -> ProtocolView | None:
    """The protocol of a person's authority at an aware instant; None when none is in force."""
    stored = find.protocol_in_force(viewer.authority, on=local_date(at))
    if stored is None:
        return None
    protocol = protocol_of(stored.hash)
    return ProtocolView(protocol, Words(protocol), stored.hash)


def protocol_checked(viewer: Viewer, *, at: datetime) -> Checked | None:
    """What the check finds in the protocol of a person's authority at an aware instant; None when
    none is in force.
    """
    today = local_date(at)
    stored = find.protocol_in_force(viewer.authority, on=today)
    if stored is None:
        return None
    text = publishing.stored(viewer.authority)[stored.hash].text
    return checked(text, authority=viewer.authority, today=today)


def dispute_protocol(viewer: Viewer, pk: UUID, *, at: datetime) -> ProtocolView:
    """The protocol that a dispute runs under, for a person at an aware instant.

    Raises NotFound for anybody without a part in the dispute.
    """
    loaded = load(viewer, pk, at=at)
    protocol = whole_of(loaded.matter.protocol)
    runs_under = loaded.matter.dispute.protocol or loaded.row.protocol_hash
    stored = find.protocol_in_force(viewer.authority, on=local_date(at))
    in_force = stored is not None and stored.hash == runs_under
    return ProtocolView(protocol, Words(protocol), runs_under, in_force)
