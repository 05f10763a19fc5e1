"""A sweep of many due duties, beside the least that a database could do: one statement for all."""

import time
from datetime import timedelta

from django.db import connection, transaction

from bench.report import Line
from bench.world import MONDAY, copies, make_world, one_dispute
from concord.casework.actions.time import sweep_deadlines

_CHUNK = 500


def sweep(kind: str, duties: int, *, goal_ms: float) -> list[Line]:
    """Each due duty with its entry, row and notices; `goal_ms` is the most that one may cost."""
    world = make_world(f"sweep-{kind}")
    copies(one_dispute(world), duties // 2)  # each has two: the answer, and seeing to it
    at = MONDAY + timedelta(days=9)
    limit = _set_based(at.isoformat())
    started = time.perf_counter()
    entries = 0
    while True:
        done = sweep_deadlines(at=at, most=_CHUNK)
        entries += done.entries
        if done.troubled:
            raise AssertionError(f"{len(done.troubled)} disputes gave trouble")
        if not done.disputes:
            break
    each = (time.perf_counter() - started) / entries * 1e3
    name = f"sweep of {entries:,} due duties, {kind}"
    return [
        Line(name, each, limit / entries * 1e3, "ms each", "one set-based statement", 200),
        Line(name, each, goal_ms, "ms each", "the goal itself", 1),
    ]


def _set_based(at: str) -> float:
    """The seconds of writing an entry and a notice for every due duty by two statements."""
    event = """INSERT INTO event (authority_id, stream, seq, kind, version, body, salt, person,
        capacity, happened_at, recorded_at, hash)
        SELECT d.authority_id, d.dispute_id, 100000 + d.id, 'bench', 1, '{}', '', 'concord',
        'concord', d.due_at, d.due_at, '' FROM duty d WHERE d.due_at <= %s"""
    notice = """INSERT INTO notice
        (authority_id, person_id, key, dispute, kind, created_at, attempts)
        SELECT d.authority_id, d.person_id, 'bench' || d.id, d.dispute_id, 'missed', d.due_at, 0
        FROM duty d WHERE d.due_at <= %s AND d.person_id IS NOT NULL"""
    started = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(event, [at])
        cursor.execute(notice, [at])
        spent = time.perf_counter() - started
        transaction.set_rollback(True)
    return spent
