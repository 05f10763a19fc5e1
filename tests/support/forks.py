"""Processes of their own on the database of the test, to be killed or to race each other.

A server is started once, with everything imported and no connection made; each piece of work is a
fork of it, which takes milliseconds.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.db import connection

from tests.support.surroundings import ADDRESS, on_postgres
from tests.support.tree import ROOT

SERVER = (
    "import sys, django; django.setup(); from tests.support.forked import serve; serve(sys.argv[1])"
)
Order = dict[str, Any]


class Forks:
    """The near end of the server."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    def run(self, *orders: Order) -> list[Any]:
        """Carry out pieces of work at the same time, each in a process of its own.

        An order names its `work` in `tests.support.forked` and gives its arguments. Out: what
        each gave back, None for one that was killed.
        """
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(json.dumps(orders, default=str) + "\n")
        self._server.stdin.flush()
        answer: list[Any] = json.loads(self._server.stdout.readline())
        return answer


@contextmanager
def forks(protocol_id: str) -> Iterator[Forks]:
    """A server of processes on the database of the running test, for one shipped protocol."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, protocol_id],
        cwd=ROOT,
        env={**os.environ, ADDRESS: _address()},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        yield Forks(server)
        server.communicate()


def _address() -> str:
    name = str(connection.settings_dict["NAME"])
    if not on_postgres():
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ[ADDRESS])._replace(path=f"/{name}"))
