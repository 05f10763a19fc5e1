"""The pieces of work that a process of its own can do, and the server that forks itself for each.

Lines of JSON come in, each a list of orders that are carried out at once; a line of JSON goes out
with what each gave back. The server itself never connects to the database.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import IO, Any
from uuid import UUID

from concord.casework import protocols
from concord.casework.actions.dispute import Ask, Done, Stale, act, raise_concern
from concord.casework.actions.time import sweep_deadlines
from concord.casework.actor import Viewer
from concord.casework.queries.dispute import dispute_view
from concord.core.dispute.decide import Refused
from concord.core.protocol.shipped import shipped, shipped_text
from tests.support.cast import proposal
from tests.support.faults import Points, at_points

Answer = dict[str, Any]


def serve(protocol_id: str) -> None:
    """Carry out what is asked for on the standard input, until it ends.

    The protocol is read before the first fork, since reading it takes longer than the work.
    """
    known = {shipped_text(protocol_id): shipped(protocol_id)}
    protocols.__dict__["read_protocol"] = lambda text, file: known[text]
    for line in sys.stdin:
        children = [_fork(order) for order in json.loads(line)]
        sys.stdout.write(json.dumps([_gathered(*child) for child in children]) + "\n")
        sys.stdout.flush()


def _fork(order: dict[str, Any]) -> tuple[int, IO[str]]:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        with os.fdopen(theirs, "w", encoding="utf-8") as answer:
            json.dump(WORK[order.pop("work")](**order), answer, default=str)
        os._exit(0)
    os.close(theirs)
    return pid, os.fdopen(ours, encoding="utf-8")


def _gathered(pid: int, answer: IO[str]) -> Any:
    with answer:
        said = answer.read()
    _pid, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGKILL:
        return None
    if code:
        raise RuntimeError(f"a process ended with {code}")
    return json.loads(said)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _acts(
    viewer: dict[str, Any],
    dispute: str,
    steps: list[tuple[str, dict[str, Any]]],
    ask: dict[str, Any],
    points: dict[str, int],
) -> Answer:
    """Take steps, and be killed at a point."""
    before, after = points.get("stop_before", 0), points.get("stop_after", 0)
    with at_points(Points(before, after, cut=_kill)) as passed:
        outcome = act(Viewer(**viewer), UUID(dispute), _proposals(steps), ask=_ask(ask))
    return {**_outcome(outcome), "points": len(passed.passed)}


def _raises(
    viewer: dict[str, Any],
    child: str,
    steps: list[tuple[str, dict[str, Any]]],
    ask: dict[str, Any],
) -> Answer:
    """Raise a concern."""
    return _outcome(raise_concern(Viewer(**viewer), UUID(child), _proposals(steps), ask=_ask(ask)))


def _races(
    viewer: dict[str, Any],
    dispute: str,
    step: tuple[str, dict[str, Any]],
    at: str,
    rounds: int,
) -> list[Answer]:
    """Round by round, take a step on the version that the others want to take theirs on."""
    who, pk, moment = Viewer(**viewer), UUID(dispute), datetime.fromisoformat(at)
    first = dispute_view(who, pk, at=moment).row.version
    outcomes = []
    for version in range(first, first + rounds):
        while dispute_view(who, pk, at=moment).row.version < version:
            pass
        ask = Ask(moment, f"{who.person}-{version}", version)
        outcomes.append({"on": version, **_outcome(act(who, pk, _proposals([step]), ask=ask))})
    return outcomes


def _sweeps(at: str, most: int) -> Answer:
    """Sweep until nothing is left."""
    entries, swept = 0, sweep_deadlines(at=datetime.fromisoformat(at), most=most)
    while swept.disputes:
        entries += swept.entries
        swept = sweep_deadlines(at=datetime.fromisoformat(at), most=most)
    return {"entries": entries}


def _proposals(steps: list[tuple[str, dict[str, Any]]]) -> tuple[Any, ...]:
    return tuple(proposal(verb, fields) for verb, fields in steps)


def _ask(ask: dict[str, Any]) -> Ask:
    return Ask(datetime.fromisoformat(ask["at"]), ask["key"], ask["expected"])


def _outcome(outcome: Done | Refused | Stale) -> Answer:
    if isinstance(outcome, Stale):
        since = [(entry.seq, entry.person, entry.capacity) for entry in outcome.since]
        return {"is": "stale", "since": since}
    return {"is": type(outcome).__name__.lower(), **asdict(outcome)}


WORK: dict[str, Callable[..., Any]] = {
    "acts": _acts,
    "raises": _raises,
    "races": _races,
    "sweeps": _sweeps,
}
