"""The database is set up so that what was said to be recorded stays recorded."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection, transaction

from tests.support.surroundings import on_postgres


def _asked(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return row[0] if row else None


@pytest.mark.django_db
def test_the_run_is_on_the_database_that_was_asked_for() -> None:
    assert connection.vendor == ("postgresql" if on_postgres() else "sqlite")


SAFE_ON_SQLITE = {
    "PRAGMA journal_mode": "wal",
    "PRAGMA synchronous": 2,  # FULL
    "PRAGMA foreign_keys": 1,
    "PRAGMA trusted_schema": 0,
    "PRAGMA busy_timeout": 20_000,
}
SAFE_ON_POSTGRESQL = {
    "SHOW synchronous_commit": "on",
    "SHOW fsync": "on",
    "SHOW server_encoding": "UTF8",
}


@pytest.mark.django_db
def test_a_power_cut_loses_nothing_that_was_recorded() -> None:
    safe: dict[str, object] = dict(SAFE_ON_POSTGRESQL if on_postgres() else SAFE_ON_SQLITE)
    assert {question: _asked(question) for question in safe} == safe


@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_its_turn_to_write_before_it_reads() -> None:
    with transaction.atomic():
        assert on_postgres() or _another_writer_has_to_wait()


def _another_writer_has_to_wait() -> bool:
    file = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            return "locked" in str(error)
    return False
