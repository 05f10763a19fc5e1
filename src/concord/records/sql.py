"""The few statements that run for every act: written out, the same on both databases."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection


def insert(
    table: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, ignore: bool = False
) -> None:
    """Insert rows; with `ignore`, rows that are already there (by a unique key) stay as they are.

    Table and column names come from this package only, never from outside.
    """
    values = [[prepared(value) for value in row] for row in rows]
    if not values:
        return
    names = ", ".join(columns)
    marks = ", ".join(["%s"] * len(columns))
    tail = " ON CONFLICT DO NOTHING" if ignore else ""
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks}){tail}"  # noqa: S608 names are ours
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def prepared(value: object) -> Any:
    """A value as the connected database takes it: moments in UTC, ids in their own form."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return value
