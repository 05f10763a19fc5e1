"""Which database Concord keeps its records in, and the options that keep them safe there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"

# Writers queue from their first statement, instead of failing at their second (IMMEDIATE); what was
# said to be recorded survives a power cut (FULL); nothing in the file's schema may run code.
SQLITE_OPTIONS: Mapping[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode = WAL;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA trusted_schema = OFF;"
    ),
}


def database(url: str, *, folder: Path, connections: int) -> dict[str, Any]:
    """Django's entry for the database at this address; without an address, a file in the folder.

    `connections` is the most that one process holds open to PostgreSQL. Raises ImproperlyConfigured
    for an address that is not one of SQLite or PostgreSQL.
    """
    if not url:
        return _sqlite(folder / "concord.sqlite3", folder)
    try:
        found: dict[str, Any] = {**dj_database_url.parse(url)}
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise ImproperlyConfigured(_WRONG_ADDRESS) from error
    if found["ENGINE"] == SQLITE and found["NAME"] not in {"", ":memory:"}:
        return _sqlite(Path(found["NAME"]), folder)
    if found["ENGINE"] == POSTGRESQL:
        return _postgresql(found, connections)
    raise ImproperlyConfigured(_WRONG_ADDRESS)


_WRONG_ADDRESS = (
    "DATABASE_URL is not an address that Concord can use."
    " Hint: postgresql://user:password@host:5432/name, or sqlite:////folder/file.sqlite3"
)


def _sqlite(file: Path, folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": SQLITE,
        "NAME": file,
        "OPTIONS": dict(SQLITE_OPTIONS),
        "TEST": {"NAME": str(folder / "test.sqlite3")},
    }


def _postgresql(found: dict[str, Any], connections: int) -> dict[str, Any]:
    pool = {"min_size": 1, "max_size": connections, "timeout": 10}
    return {
        **found,
        "CONN_MAX_AGE": 0,  # the pool keeps them
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**found.get("OPTIONS", {}), "pool": pool},
    }
