"""Ends the connections that others hold to the test database."""

from django.db import connection

_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def disconnect_others() -> None:
    """End every other session on a PostgreSQL test database; SQLite has none to end."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS)
    connection.close()
