"""The few statements that run for every act: written out, the same on both databases.

Table and column names come from this package only; values are always passed beside.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

Row = tuple[Any, ...]


def select(statement: str, values: Sequence[object]) -> list[Row]:
    """The rows of a query; `%s` marks a value."""
    with connection.cursor() as cursor:
        cursor.execute(statement, _prepared(values))
        return list(cursor.fetchall())


def change(statement: str, values: Sequence[object]) -> int:
    """Carry out a change. Out: how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, _prepared(values))
        return int(cursor.rowcount)


def change_many(statement: str, values: Sequence[Sequence[object]]) -> int:
    """Carry out a change once for each list of values. Out: how many rows were touched in all."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_prepared(row) for row in values])
        return int(cursor.rowcount)


def insert(
    table: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, ignore: bool = False
) -> None:
    """Insert rows; with `ignore`, rows already there (by a unique key) stay as they are."""
    values = [_prepared(row) for row in rows]
    if not values:
        return
    names, marks = ", ".join(columns), ", ".join(["%s"] * len(columns))
    tail = " ON CONFLICT DO NOTHING" if ignore else ""
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks}){tail}"
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def marks(values: Sequence[object]) -> str:
    """The marks of a list of values: "%s, %s, %s"."""
    return ", ".join(["%s"] * len(values))


def _prepared(values: Iterable[object]) -> list[Any]:
    """Values as the connected database takes them: moments in UTC, ids in their own form."""
    ops, native = connection.ops, connection.features.has_native_uuid_field
    ready: list[Any] = []
    for value in values:
        if isinstance(value, datetime):
            ready.append(ops.adapt_datetimefield_value(value))
        elif isinstance(value, date):
            ready.append(ops.adapt_datefield_value(value))
        elif isinstance(value, UUID):
            ready.append(value if native else value.hex)
        else:
            ready.append(value)
    return ready


def moment(value: Any) -> datetime:
    """A stored moment, aware, in UTC."""
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    stored: datetime = value
    return stored if stored.tzinfo else stored.replace(tzinfo=UTC)


def ident(value: Any) -> UUID:
    """A stored id."""
    return value if isinstance(value, UUID) else UUID(value)
