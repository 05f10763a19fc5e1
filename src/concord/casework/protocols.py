"""Protocols as they were stored, read once in a process."""

from functools import lru_cache

from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_protocol
from concord.records import find


@lru_cache(maxsize=512)
def protocol_of(content_hash: str) -> Protocol:
    """The protocol with this content hash. Raises LookupError when nobody stored it, WrongData
    when the stored text is not a protocol that this version can run.
    """
    return read_protocol(find.protocol_text(content_hash), file=f"protocol {content_hash[:8]}")
