"""Chance that is the same on every machine: numbers worked out from a seed."""

from hashlib import blake2b
from struct import Struct

_BLOCK = Struct("<16I")
_WHOLE = 1 << 32


def numbers(seed: int, dispute: int, count: int) -> tuple[float, ...]:
    """Evenly spread numbers from 0 up to 1 for one dispute of a trial; at least `count` of them.

    The same seed and dispute give the same numbers always, whatever is drawn for another one.
    """
    blocks = -(-count // 16)
    return tuple(
        number / _WHOLE
        for block in range(blocks)
        for number in _BLOCK.unpack(blake2b(f"{seed}:{dispute}:{block}".encode()).digest())
    )


def another(number: float, nth: int) -> float:
    """A further number from one, for the n-th of several people who do the same."""
    return (number + nth * 0.6180339887498949) % 1
