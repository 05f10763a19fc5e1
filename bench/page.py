"""The work page among a million disputes, beside the same page of somebody with nothing to do."""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command

from bench.report import Line
from bench.world import copies, make_world, one_dispute
from concord.records.models import Person

_REQUESTS = 200
_AUTHORITIES = 150
_MINE = 40


def work_page(folder: Path, disputes: int) -> list[Line]:
    """Median and slowest-in-a-hundred of the page, with `disputes` rows in the tables."""
    call_command("collectstatic", interactive=False, verbosity=0)
    busy = make_world("busy")
    copies(one_dispute(busy), _MINE, events=False)
    _others(disputes)
    idle = make_world("idle")
    with _server(folder) as port:
        ours = _times(port, busy.answerer.person)
        empty = _times(port, idle.answerer.person)
    median, slowest = statistics.median(ours), sorted(ours)[int(len(ours) * 0.99) - 1]
    name = f"work page at {disputes:,} disputes"
    return [
        Line(name, median, statistics.median(empty), "ms", "the page with nothing on it", 2),
        Line(f"{name}, 99th percentile", slowest, median, "ms", "its median", 3),
    ]


def _others(disputes: int) -> None:
    each = disputes // _AUTHORITIES
    for number in range(_AUTHORITIES):
        copies(one_dispute(make_world(f"other-{number}")), each, events=False)


@contextmanager
def _server(folder: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    command += ["--log-level", "error", "concord.site.wsgi:application"]
    environment = os.environ | {"CONCORD_VAR": str(folder), "PYTHONPATH": "src"}
    running = subprocess.Popen(command, env=environment)
    try:
        _wait(port)
        yield port
    finally:
        running.terminate()
        running.wait(10)


def _wait(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not start")


def _times(port: int, person: int) -> list[float]:
    connection = HTTPConnection("127.0.0.1", port)
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={_session(person)}", "Host": "localhost"}
    times = []
    for _ in range(_REQUESTS):
        started = time.perf_counter()
        connection.request("GET", "/", headers=headers)
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - started) * 1e3)
        if answer.status != 200:
            raise AssertionError(answer.status)
    return times[10:]


def _session(pk: int) -> str:
    person = Person.objects.get(pk=pk)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)
