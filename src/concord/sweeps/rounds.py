"""What is done in one round of background work. A new sweep is one line in ROUNDS.

A sweep gets a moment and works in chunks until nothing is left for it; each chunk is a transaction
of its own, so it may be stopped between any two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from concord.casework.actions.child_time import sweep_children
from concord.casework.actions.mail import send_notices
from concord.casework.actions.time import sweep_deadlines, sweep_reminders

CHUNK = 200


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one chunk did: how many things, how many of them failed, whether more may be left."""

    done: int
    failed: int
    more: bool


@dataclass(frozen=True, slots=True)
class Sweep:
    """A sweep: its name in log lines, and one chunk of it as of a moment (aware)."""

    name: str
    chunk: Callable[[datetime], Chunk]


def _deadlines(at: datetime) -> Chunk:
    swept = sweep_deadlines(at=at, most=CHUNK)
    failed = len(swept.troubled)
    return Chunk(swept.entries, failed, more=swept.disputes + failed == CHUNK)


def _children(at: datetime) -> Chunk:
    swept = sweep_children(at=at, most=CHUNK)
    failed = len(swept.troubled)
    return Chunk(swept.entries, failed, more=swept.disputes + failed == CHUNK)


def _reminders(at: datetime) -> Chunk:
    written = sweep_reminders(at=at, most=CHUNK)
    return Chunk(written, 0, more=written == CHUNK)


def _notices(at: datetime) -> Chunk:
    posted = send_notices(at=at, most=CHUNK, address=settings.CONCORD_URL)
    return Chunk(posted.sent, posted.failed, more=posted.sent + posted.failed == CHUNK)


ROUNDS = (
    Sweep("deadlines", _deadlines),
    Sweep("children", _children),
    Sweep("reminders", _reminders),
    Sweep("notices", _notices),
)


def sweep_round(
    at: datetime, *, stopped: Callable[[], bool], sweeps: tuple[Sweep, ...] = ROUNDS
) -> dict[str, Chunk]:
    """One round of every sweep as of a moment (aware), ended early once `stopped` says so.

    Out: for each sweep that ran, what all its chunks did together.
    """
    did: dict[str, Chunk] = {}
    for sweep in sweeps:
        done, failed, more = 0, 0, True
        while more and not stopped():
            chunk = sweep.chunk(at)
            done, failed, more = done + chunk.done, failed + chunk.failed, chunk.more
            did[sweep.name] = Chunk(done, failed, more)
    return did
