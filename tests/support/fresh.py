"""A database of its own for a test that runs commands in processes of their own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

from tests.support.surroundings import ADDRESS, FOLDER, on_postgres


@contextmanager
def fresh_database(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of commands on an empty database: a file, or a database on the server.

    The folder takes everything that the commands write besides.
    """
    environment = {FOLDER: str(folder), "CONCORD_EXAMPLES": "no"}
    if not on_postgres():
        yield environment | {ADDRESS: ""}
        return
    server, name = os.environ[ADDRESS], f"fresh_{uuid4().hex}"
    _on_server(server, f'CREATE DATABASE "{name}"')
    yield environment | {ADDRESS: urlunsplit(urlsplit(server)._replace(path=f"/{name}"))}
    _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(address: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
