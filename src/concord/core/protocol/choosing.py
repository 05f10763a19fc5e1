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
from concord.core.protocol.vocabulary import About, ChildStatus, Moment


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
    """For which disputes a ladder is: each condition that stands here has to hold.

    Without `about` it is for disputes about what the service does for the child. With it, it is for
    those about something else alone, and `raised_by` says who may raise these.
    """

    __pydantic_config__ = STRICT
    about: tuple[About, ...] = ()
    raised_by: Ids = ()
    children: tuple[ChildStatus, ...] = ()
    in_court: bool | None = None
    issues: Ids = ()
    categories: Ids = ()
    priorities: Ids = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """One of several ladders: the tiers and stages it goes through, and for whom it is.

    The first one in the file whose conditions hold is the ladder of a dispute. `owes` are duties
    of no stage that are owed on this ladder, and on no other that does not name them too.

    A ladder may raise a concern more widely than its first tier says (`also_with`, at once; and
    `substitute`, when none of them can be reached), and let every answer be asked for sooner.
    """

    __pydantic_config__ = STRICT
    id: Id
    label: Line
    goes_through: Ids
    clause: ClauseId
    only_for: OnlyFor | None = None
    total: OrSilent[Total] | None = None
    owes: Ids = ()
    also_with: Ids = ()
    substitute: Ids = ()
    substitute_clause: ClauseId | None = None
    sooner: bool = False
    sooner_clause: ClauseId | None = None

    @property
    def about(self) -> tuple[About, ...]:
        """What its disputes are about; empty for what the service does for the child."""
        return self.only_for.about if self.only_for else ()
