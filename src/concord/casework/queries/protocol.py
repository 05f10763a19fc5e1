"""The protocol that an authority works under."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import load
from concord.casework.protocols import protocol_of
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.records import find


@dataclass(frozen=True, slots=True)
class ProtocolView:
    """A protocol with the hash of its content, and whether new disputes begin under it."""

    protocol: Protocol
    words: Words
    hash: str
    in_force: bool = True


def protocol_view(viewer: Viewer) -> ProtocolView | None:
    """The protocol of a person's authority; None when none is in force."""
    stored = find.protocol_in_force(viewer.authority)
    if stored is None:
        return None
    protocol = protocol_of(stored.hash)
    return ProtocolView(protocol, Words(protocol), stored.hash)


def dispute_protocol(viewer: Viewer, pk: UUID, *, at: datetime) -> ProtocolView:
    """The protocol that a dispute began under, for a person at an aware instant.

    Raises NotFound for anybody without a part in the dispute.
    """
    loaded = load(viewer, pk, at=at)
    protocol, began_under = loaded.matter.protocol, loaded.row.protocol_hash
    stored = find.protocol_in_force(viewer.authority)
    in_force = stored is not None and stored.hash == began_under
    return ProtocolView(protocol, Words(protocol), began_under, in_force)
