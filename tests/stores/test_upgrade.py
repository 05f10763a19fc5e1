"""The database is brought up to date all at once or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from concord.casework.actions.upgrading import pending_upgrades, upgrade
from tests.cli.running import concord
from tests.support.fresh import fresh_database
from tests.support.tree import ROOT

KILLED = 9


@pytest.mark.django_db
def test_a_database_that_is_up_to_date_needs_nothing() -> None:
    assert pending_upgrades() == upgrade() == ()


@pytest.mark.django_db(transaction=True)
def test_an_upgrade_leaves_the_foreign_keys_watched() -> None:
    upgrade()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys")
            assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_an_empty_database_is_upgraded_by_one_command_and_then_up_to_date(tmp_path: Path) -> None:
    with fresh_database(tmp_path) as environment:
        missing = concord("upgrade", "--check", cwd=ROOT, **environment)
        assert (missing.returncode, missing.stdout.splitlines()[0]) == (1, "The database needs:")
        assert "  records.0001_initial" in missing.stdout.splitlines()
        done = concord("upgrade", cwd=ROOT, **environment)
        assert (done.returncode, done.stderr) == (0, "")
        assert "  records.0002_append_only" in done.stdout.splitlines()
        again = concord("upgrade", "--check", cwd=ROOT, **environment)
        assert (again.returncode, again.stdout) == (0, "The database is up to date\n")


@pytest.mark.django_db
def test_commands_on_a_database_without_tables_say_what_is_missing(tmp_path: Path) -> None:
    with fresh_database(tmp_path) as environment:
        for command in (("compare",), ("sweep", "--once"), ("work",)):
            done = concord(*command, cwd=ROOT, **environment)
            assert (done.returncode, done.stdout) == (1, "")
            assert "concord upgrade" in done.stderr


# Each run is a fork with a file of its own, killed before the n-th statement that changes it.
TRIAL = f"""
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "concord.site.settings"
import django
django.setup()
from django.db import connection
from concord.records.upgrading import pending, upgrade

def attempt(file, kill_at):
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    count = 0
    def wrapper(execute, sql, params, many, context):
        nonlocal count
        if not sql.startswith(("SELECT", "PRAGMA")):
            count += 1
        if count == kill_at:
            os._exit({KILLED})
        return execute(sql, params, many, context)
    connection.settings_dict["NAME"] = file
    with connection.execute_wrapper(wrapper):
        upgrade()
    left = len(pending())
    connection.check_constraints()
    os._exit(left)

killed = 0
for number, kill_at in enumerate(range(1, 10_000, 25)):
    file = os.path.join(sys.argv[1], f"{{number}}.sqlite3")
    code = attempt(file, kill_at)
    if code == 0:
        break
    killed += 1
    assert code == {KILLED}, code
    assert attempt(file, -1) == 0
print(killed)
"""


def test_an_upgrade_that_is_killed_anywhere_can_be_done_again(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIAL, str(tmp_path)],
        env={**os.environ, "CONCORD_VAR": str(tmp_path), "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 5
