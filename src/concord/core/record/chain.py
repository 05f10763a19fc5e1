"""A hash chain over the record: a change to any entry shows in every hash after it.

The body goes in as the hash of a salt and the body, so that a redacted body can be replaced
by its hash and the chain still holds.
"""

import hashlib

GENESIS = "0" * 64


def body_hash(salt: str, body: str) -> str:
    """The sha256 of a salted body, as 64 hexadecimal digits."""
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


def link(previous: str, *, head: str, body: str) -> str:
    """The next hash of the chain: of the previous hash, the entry's head and its body's hash.

    `head` is one line with everything about the entry except its body: stream, number, kind,
    version, person, capacity and the two instants.
    """
    return hashlib.sha256(f"{previous}\n{head}\n{body}".encode()).hexdigest()
