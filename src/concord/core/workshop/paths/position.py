"""Where a dispute stands, as far as it matters for what can happen next."""

from typing import Final, NamedTuple

# Where on its rung a dispute stands. Plain words, since a walk compares them a million times.
TALKING: Final = "talking"
TALKED: Final = "talked"
OPENED: Final = "opened"
WAITING: Final = "waiting"
ANSWERED: Final = "answered"
UNRESOLVED: Final = "unresolved"
MISSED: Final = "missed"
SATISFIED: Final = "satisfied"
RESOLVED: Final = "resolved"
WITHDRAWN: Final = "withdrawn"

ENDED = frozenset((RESOLVED, WITHDRAWN))
# A missing answer leaves it unresolved, and can still come.
FAILED = frozenset((UNRESOLVED, MISSED))
INFORMAL = -1
NEVER = -1


class Position(NamedTuple):
    """One position. Days are working days, counted from 0.

    `rung` is the stage's place on the ladder, INFORMAL before it. `due` is the last day of the
    answer's limit and `total` that of the overall limit, NEVER where none runs. `day` stands still
    while nothing counts. `done` has a bit for each thing that the protocol asks for before a step.
    """

    phase: str
    rung: int
    day: int
    due: int
    total: int
    done: int
    held: bool = False


# The verb of what follows by itself when a limit has passed.
BY_TIME: Final = "time"


class Move(NamedTuple):
    """One thing that happens: an act of somebody in a role, or a day that passes without one.

    `verb` is the act's, "" for a day and BY_TIME for what a rule does by itself; `about` the stage
    or the duty that it is about; `thinking` the working days for which it keeps the raiser.
    """

    verb: str
    role: str = ""
    about: str = ""
    thinking: int = 0
