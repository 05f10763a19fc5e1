"""What every event of a child's record has."""

from dataclasses import dataclass

from concord.core.dispute.events.base import Worded


@dataclass(frozen=True, slots=True)
class ChildEvent(Worded):
    """An event of a child's own record, which no dispute has to be there for."""
