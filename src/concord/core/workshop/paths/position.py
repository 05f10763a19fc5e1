"""Where a dispute stands, as far as it matters for what can happen next."""

from functools import lru_cache
from typing import Final, NamedTuple

_KEPT = 8192

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

    # A walk makes a million of these, and `_replace` takes three times as long.
    def having(self, done: int) -> "Position":
        """The same with other things done."""
        return Position(self.phase, self.rung, self.day, self.due, self.total, done, self.held)

    def on_day(self, day: int, due: int) -> "Position":
        """The same on another day, with the last day of the answer's limit."""
        return Position(self.phase, self.rung, day, due, self.total, self.done, self.held)

    def at_last(self, phase: str, done: int) -> "Position":
        """In a phase that an act of the line or of the judges leads to, on hold or not."""
        return Position(phase, self.rung, self.day, NEVER, self.total, done, self.held)

    def over(self, phase: str) -> "Position":
        """In a phase in which no answer is waited for any more, and not on hold."""
        return Position(phase, self.rung, self.day, NEVER, self.total, self.done)


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


@lru_cache(_KEPT)
def move(verb: str, role: str = "", about: str = "", thinking: int = 0) -> Move:
    """A move, made once: a walk takes the same few thousand again and again."""
    return Move(verb, role, about, thinking)
