"""Stops the work on the database at a chosen point: before or after a statement or a commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from django.db import OperationalError, connection

COMMIT = "COMMIT"


class Cut(OperationalError):
    """The database went away at the chosen point."""


@dataclass
class Points:
    """The points that a piece of work has passed: a statement or a commit each, from 1."""

    stop_before: int = 0
    stop_after: int = 0
    cut: Callable[[], None] | None = None
    passed: list[str] = field(default_factory=list)

    def run(self, what: str, go_on: Callable[[], Any]) -> Any:
        """Do one statement or commit, unless the work is cut before it; perhaps cut after it."""
        self.passed.append(what)
        number = len(self.passed)
        if number == self.stop_before:
            self._stop()
        result = go_on()
        if number == self.stop_after:
            self._stop()
        return result

    def _stop(self) -> None:
        if self.cut:
            self.cut()
        raise Cut("cut")


@contextmanager
def at_points(points: Points) -> Iterator[Points]:
    """Run a block in which each statement and each commit is a point.

    When the work is cut, its connection is gone, as it is when a process or a database dies.
    """

    def statement(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        return points.run(sql, lambda: execute(sql, params, many, context))

    ordinary = connection.commit

    def commit() -> None:
        points.run(COMMIT, ordinary)

    try:
        with patch.object(connection, "commit", commit), connection.execute_wrapper(statement):
            yield points
    except Cut:
        connection.close()
        raise


def points_of(work: Callable[[], object]) -> int:
    """How many points a piece of work passes when nothing stops it."""
    with at_points(Points()) as points:
        work()
    assert COMMIT in points.passed, "nothing was committed"
    return len(points.passed)
