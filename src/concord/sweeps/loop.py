"""The background work: round after round until it is told to stop.

Nothing is kept in memory between two rounds: what is due is found in the records each time, so any
number may run, and one may be stopped or killed anywhere.
"""

import os
import signal
from collections.abc import Callable
from datetime import datetime
from threading import Event
from types import FrameType

import structlog
from django.db import InterfaceError, OperationalError, close_old_connections

from concord.sweeps.clock import now
from concord.sweeps.rounds import Chunk, sweep_round

PAUSE = 5.0
log = structlog.get_logger("concord.sweeps")

Round = Callable[[datetime], dict[str, Chunk]]


def work(*, stop: Event, pause: float = PAUSE, beside: int = 0) -> None:
    """Sweep until `stop` is set, with `pause` seconds between the rounds.

    `beside` is the process that this one belongs to: when it is gone, this one stops too.
    """

    def round_at(at: datetime) -> dict[str, Chunk]:
        return sweep_round(at, stopped=stop.is_set)

    log.info("background work begins")
    while not stop.is_set():
        if beside and os.getppid() != beside:
            log.warning("the process that this work belongs to is gone")
            break
        one_round(round_at)
        stop.wait(pause)
    log.info("background work ends")


def one_round(round_at: Round) -> bool:
    """One round at this moment. Out: whether it was whole.

    A database that is locked or away for a moment is no reason to end: what was not done is found
    again in the next round.
    """
    close_old_connections()
    try:
        did = round_at(now())
    except (OperationalError, InterfaceError):
        log.warning("the database could not be used; the next round tries again", exc_info=True)
        return False
    finally:
        close_old_connections()
    for name, chunk in did.items():
        if chunk.done or chunk.failed:
            log.info("swept", sweep=name, count=chunk.done)
        if chunk.failed:
            log.warning("could not be swept", sweep=name, count=chunk.failed)
    return True


def stop_on_signals() -> Event:
    """An event that is set when this process is asked to end (SIGTERM, Ctrl-C)."""
    stop = Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    return stop
