"""The earlier of two moments of which either may not have come."""

from datetime import datetime


def earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    """The earlier of two aware instants, the only one that there is, or None without any."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
