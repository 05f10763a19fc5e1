"""Which protocol it is: the hash of what it says, whatever its spacing and comments."""

import hashlib

from pydantic import TypeAdapter

from concord.core.protocol.definition import Protocol

_SHAPE = TypeAdapter(Protocol)


def content_hash(protocol: Protocol) -> str:
    """The sha256 of the protocol's content, as 64 hexadecimal digits.

    Two files that differ only in comments, spacing or the order of keys with a fixed meaning
    have the same hash; a dispute is pinned to the hash it began under.
    """
    return hashlib.sha256(_SHAPE.dump_json(protocol, exclude_defaults=True)).hexdigest()
