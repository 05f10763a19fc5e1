"""Which protocol it is: the hash of what it says, whatever its spacing and comments."""

import hashlib

from pydantic import TypeAdapter

from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import whole_of

_SHAPE = TypeAdapter(Protocol)


def content_hash(protocol: Protocol) -> str:
    """The sha256 of the protocol's content, as 64 hexadecimal digits.

    Two files that differ only in comments, spacing or the order of keys with a fixed meaning
    have the same hash; a dispute is pinned to the hash it began under. Of one ladder of a protocol
    it is the hash of the whole.
    """
    content = _SHAPE.dump_json(whole_of(protocol), exclude_defaults=True)
    return hashlib.sha256(content).hexdigest()
