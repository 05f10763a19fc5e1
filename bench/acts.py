"""Acts a second through casework, beside the same rows written by bare statements.

The statements of acts that are rolled back are kept, and then written by Django's own cursor, one
transaction for an act.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from bench.report import Line
from bench.world import MONDAY, World, copies, make_world, one_dispute
from concord.casework.actions.dispute import Ask, Done, act
from concord.core.dispute.events import Answered

Writes = list[tuple[str, Any, bool]]
_ACTS = 400
_WORDS = "The visits begin next Monday and are in the plan. " * 4


@dataclass(slots=True)
class Kept:
    """The writing statements of each act."""

    acts: list[Writes] = field(default_factory=list)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Keep the statements of one act."""
        writes: Writes = []

        def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE")):
                writes.append((sql, params, many))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(keep):
            yield
        self.acts.append(writes)


def durable(kind: str) -> list[Line]:
    """One and eight writers on a database."""
    world = make_world("bench")
    lines = []
    for writers in (1, 8):
        ids = copies(one_dispute(world), _ACTS)
        ours = _timed(lambda share: _answer(world, share), ids, writers)
        kept = _keep(world, copies(one_dispute(world), _ACTS))
        limit = _timed(_replay, kept, writers)
        name = f"acts a second, {kind}, {writers} writer{'' if writers == 1 else 's'}"
        beside = "the same rows through Django's cursor, one transaction an act"
        lines.append(Line(name, ours, limit, "a second", beside, 4, more=True))
    return lines


def _answer(world: World, ids: list[UUID]) -> None:
    at = MONDAY + timedelta(days=1)
    for dispute in ids:
        done = act(world.answerer, dispute, (Answered(text=_WORDS),), ask=Ask(at, uuid4().hex))
        if not isinstance(done, Done):
            raise AssertionError(done)


def _keep(world: World, ids: list[UUID]) -> list[Writes]:
    """The writes of acts that are rolled back, so that they can be written again."""
    kept = Kept()
    for dispute in ids:
        with transaction.atomic(), kept.one():
            _answer(world, [dispute])
            transaction.set_rollback(True)
    return kept.acts


def _replay(acts: list[Writes]) -> None:
    for writes in acts:
        with transaction.atomic(), connection.cursor() as cursor:
            for sql, params, many in writes:
                (cursor.executemany if many else cursor.execute)(sql, params)


def _timed(work: Callable[[list[Any]], None], items: list[Any], writers: int) -> float:
    """How many items a second a number of processes get through."""
    if writers == 1:
        started = time.perf_counter()
        work(items)
        return len(items) / (time.perf_counter() - started)
    connection.close()
    _close_pool()
    context = multiprocessing.get_context("fork")
    barrier = context.Barrier(writers + 1)
    shares = [items[number::writers] for number in range(writers)]
    running = [context.Process(target=_in_process, args=(work, share, barrier)) for share in shares]
    for each in running:
        each.start()
    barrier.wait()
    started = time.perf_counter()
    for each in running:
        each.join()
    spent = time.perf_counter() - started
    if any(each.exitcode for each in running):
        raise AssertionError("a writer failed")
    return len(items) / spent


def _in_process(work: Callable[[list[Any]], None], share: list[Any], barrier: Any) -> None:
    connection.ensure_connection()
    barrier.wait()
    work(share)


def _close_pool() -> None:
    """A pool of connections does not survive a fork."""
    close = getattr(connection, "close_pool", None)
    if close is not None:
        close()
