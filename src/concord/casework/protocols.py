"""Protocols as they were stored, read once in a process."""

from functools import lru_cache

from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_protocol
from concord.records.models import StoredProtocol


def protocol_of(stored: StoredProtocol) -> Protocol:
    """The protocol of a stored file. Raises WrongData when the stored text is not one."""
    return _read(stored.hash, stored.text)


@lru_cache(maxsize=512)
def _read(content_hash: str, text: str) -> Protocol:
    return read_protocol(text, file=f"protocol {content_hash[:8]}")
