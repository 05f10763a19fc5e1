"""Brings the tables of the database up to date, all of it or nothing."""

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

# Any number, the same for every Concord: on PostgreSQL two upgrades wait for each other by it.
_LOCK = 7_022_512


def pending() -> tuple[str, ...]:
    """The names of the migrations that are still to be applied, in their order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _backwards in plan)


def upgrade() -> tuple[str, ...]:
    """Apply what is pending. Out: the names of the migrations that were applied.

    The whole run is one transaction, so that one stopped anywhere leaves the database as it was
    and can be done again. On SQLite a table is changed by making it anew, which needs the foreign
    keys off; that is only possible before a transaction, so they are checked at its end instead.
    """
    with connection.constraint_checks_disabled(), transaction.atomic():
        _wait_for_others()
        names = pending()
        if names:
            call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
            connection.check_constraints()
    return names


def _wait_for_others() -> None:
    """Whoever comes second finds nothing left to do; on SQLite only one can write at all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
