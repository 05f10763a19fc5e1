"""Empty, between two tests, the tables that refuse it: the record is append-only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import TransactionTestCase

Teardown = Callable[[TransactionTestCase], None]


@contextmanager
def triggers_off() -> Iterator[None]:
    """Run a block in which the database's triggers do nothing; afterwards they stand as before."""
    if connection.vendor == "postgresql":
        with _triggers_off_on_postgresql():
            yield
    else:
        with _triggers_off_on_sqlite():
            yield


def emptying(teardown: Teardown) -> Teardown:
    """Django's way of emptying the tables after a test, with the triggers off."""

    def empty(test: TransactionTestCase) -> None:
        with triggers_off():
            teardown(test)

    return empty


@contextmanager
def _triggers_off_on_postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = DEFAULT")


@contextmanager
def _triggers_off_on_sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
    yield
    with connection.cursor() as cursor:
        for _, statement in triggers:
            cursor.execute(statement)
