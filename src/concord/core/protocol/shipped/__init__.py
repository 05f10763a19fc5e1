"""The protocol files that come with the product: one file for each published procedure."""

from functools import cache

from concord.core.protocol.definition import Protocol
from concord.core.protocol.files import shipped_ids, shipped_text
from concord.core.protocol.read import read_protocol

__all__ = ["shipped", "shipped_ids", "shipped_text"]


@cache
def shipped(protocol_id: str) -> Protocol:
    """A shipped protocol, read and checked. Raises KeyError for an id that is not shipped."""
    return read_protocol(shipped_text(protocol_id), file=f"{protocol_id}.yaml")
