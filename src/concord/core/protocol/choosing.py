"""What a protocol can say about several ladders: for whom each is, and its overall limit."""

from dataclasses import dataclass, field

from concord.core.protocol.shapes import (
    STRICT,
    ByPriority,
    ClauseId,
    Duration,
    Id,
    Ids,
    Line,
    OrSilent,
)
from concord.core.protocol.vocabulary import ChildStatus, Moment


@dataclass(frozen=True, slots=True)
class Total:
    """The overall limit in working days and the moment it counts from."""

    __pydantic_config__ = STRICT
    within: Duration
    counted_from: Moment
    clause: ClauseId
    reading: Id | None = None
    by_priority: ByPriority = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OnlyFor:
    """For which disputes a ladder is: each condition that stands here has to hold."""

    __pydantic_config__ = STRICT
    raised_by: Ids = ()
    children: tuple[ChildStatus, ...] = ()
    in_court: bool | None = None
    issues: Ids = ()
    categories: Ids = ()
    priorities: Ids = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """One of several ladders: the tiers and stages it goes through, and for whom it is.

    The first one in the file whose conditions hold is the ladder of a dispute.
    """

    __pydantic_config__ = STRICT
    id: Id
    label: Line
    goes_through: Ids
    clause: ClauseId
    only_for: OnlyFor | None = None
    total: OrSilent[Total] | None = None
