"""The whole service by one command: pages and background work, started and stopped together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from concord.casework.examples.there import SIGN_IN_WORD, ExamplePerson
from concord.cli import serve
from concord.cli.processes import is_free
from tests.cli.running import concord, concord_here
from tests.support.fresh import fresh_database
from tests.support.tree import ROOT

pytestmark = pytest.mark.django_db
LONGEST = 120
Serving = subprocess.Popen[bytes]


@contextmanager
def _serving(port: int, environment: dict[str, str], out: Path) -> Iterator[Serving]:
    """The service on a port, ready for its first page; ended with the block if it still runs."""
    command = [sys.executable, "-m", "concord.cli.main", "serve", "--port", str(port)]
    given = {**os.environ, **environment, "CONCORD_LOG_LEVEL": "INFO"}
    with out.open("wb") as stream:
        running = subprocess.Popen(command, cwd=ROOT, env=given, stdout=stream, stderr=stream)
    try:
        _wait_for(out, f"Concord is at http://localhost:{port}", running)
        yield running
    finally:
        if running.poll() is None:
            running.terminate()
        running.wait(timeout=LONGEST)


def _wait_for(out: Path, words: str, running: Serving) -> None:
    for _ in range(LONGEST * 10):
        text = out.read_text(encoding="utf-8")
        if words in text:
            return
        assert running.poll() is None, text
        try:
            running.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
    pytest.fail(f'"{words}" did not come:\n{out.read_text(encoding="utf-8")}')


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _children(parent: int) -> dict[int, str]:
    """The processes that a process has started, by number, with their commands."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and _parent(folder) == parent:
            found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
    return found


def _parent(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _all_below(parent: int) -> set[int]:
    """All processes that a process has started, and those that they have."""
    found = set(_children(parent))
    return found.union(*(_all_below(each) for each in found))


def _runs(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(LONGEST * 10):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("It did not come")


def _status(port: int, path: str) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    connection.request("GET", path, headers={"Host": f"localhost:{port}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def _keeps_nobody_out(port: int) -> None:
    """Many browsers that hold their connections open, as they do, and then one more."""
    with ExitStack() as open_ones:
        for _ in range(40):
            held = open_ones.enter_context(closing(HTTPConnection("127.0.0.1", port, timeout=10)))
            held.request("GET", "/sign-in", headers={"Host": f"localhost:{port}"})
            assert held.getresponse().read()
        assert _status(port, "/sign-in") == 200


def test_the_service_serves_pages_and_works_until_it_is_asked_to_end(tmp_path: Path) -> None:
    port, out = _free_port(), tmp_path / "out"
    with fresh_database(tmp_path) as environment:
        with _serving(port, environment, out) as running:
            assert _status(port, "/sign-in") == 200
            _keeps_nobody_out(port)
            _wait_for(out, "background work begins", running)
            children = _children(running.pid)
            assert len(children) == 2
            running.send_signal(signal.SIGTERM)
            assert running.wait(timeout=LONGEST) == 0
        text = out.read_text(encoding="utf-8")
        assert "background work ends" in text
        assert text.endswith("Stopped\n")
        assert not any(Path(f"/proc/{child}").exists() for child in children)
        assert "Traceback" not in text


def test_when_one_part_ends_by_itself_the_service_ends_with_one(tmp_path: Path) -> None:
    port, out = _free_port(), tmp_path / "out"
    with fresh_database(tmp_path) as environment, _serving(port, environment, out) as running:
        children = _children(running.pid)
        (work,) = (pid for pid, command in children.items() if " work " in command)
        os.kill(work, signal.SIGKILL)
        assert running.wait(timeout=LONGEST) == 1
        assert not any(Path(f"/proc/{child}").exists() for child in children)
    assert "The background work ended by itself" in out.read_text(encoding="utf-8")


def test_when_the_service_is_killed_outright_nothing_of_it_stays(tmp_path: Path) -> None:
    port, out = _free_port(), tmp_path / "out"
    with fresh_database(tmp_path) as environment, _serving(port, environment, out) as running:
        started = _all_below(running.pid)
        assert len(started) > len(_children(running.pid))
        running.kill()
        running.wait(timeout=LONGEST)
        _wait_until(lambda: not any(_runs(each) for each in started))
    assert is_free("127.0.0.1", port)


def test_when_the_web_server_is_killed_outright_its_port_is_free_again(tmp_path: Path) -> None:
    port, out = _free_port(), tmp_path / "out"
    with fresh_database(tmp_path) as environment, _serving(port, environment, out) as running:
        children = _children(running.pid)
        (web,) = (pid for pid, command in children.items() if "web_server" in command)
        started = _all_below(running.pid)
        os.kill(web, signal.SIGKILL)
        assert running.wait(timeout=LONGEST) == 1
        _wait_until(lambda: not any(_runs(each) for each in started))
    assert is_free("127.0.0.1", port)


def test_a_port_that_is_taken_is_said_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        folder = tmp_path / "var"
        done = concord("serve", "--port", str(port), cwd=ROOT, CONCORD_VAR=str(folder))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Port {port} of 127.0.0.1 cannot be listened on" in done.stderr
    assert f"make run PORT={port + 1}" in done.stderr
    assert not list(folder.glob("*.sqlite3"))


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_a_port_is_a_number_that_there_is(port: str) -> None:
    done = concord_here("serve", f"--port={port}")
    assert done.returncode == 2
    assert "give a number from 1 to 65535" in done.stderr


def test_where_no_database_runs_one_sentence_says_so_and_nothing_else_does(tmp_path: Path) -> None:
    nobody = f"postgresql://nobody@localhost:{_free_port()}/nothing"
    port = f"--port={_free_port()}"
    done = concord("serve", port, DATABASE_URL=nobody, CONCORD_VAR=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    first, hint = done.stderr.splitlines()
    assert first == "concord: error: The database cannot be used [database-not-usable]"
    assert "does the database run?" in hint


def test_the_first_person_of_each_role_is_named_to_sign_in_as(
    capsys: pytest.CaptureFixture[str],
) -> None:
    people = (
        ExamplePerson("Example authority A", "a-iro1", "Asha Bello", "Reviewing officer"),
        ExamplePerson("Example authority A", "a-iro2", "Wei Nowak", "Reviewing officer"),
        ExamplePerson("Example authority A", "a-tm1", "Ewan Addo", "Team manager"),
        ExamplePerson("Example authority B", "b-iro1", "Noor Eze", "Reviewing officer"),
    )
    serve.say_who(people)
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        "",
        f'Example people to sign in as, all with the password "{SIGN_IN_WORD}":',
        "Example authority A",
        "a-iro1 Reviewing officer",
        "a-tm1 Team manager",
        "Example authority B",
        "b-iro1 Reviewing officer",
    ]


@pytest.mark.parametrize(
    ("host", "reached"),
    [
        (str(IPv4Address(0)), "127.0.0.1"),
        ("::", "::1"),
        ("192.0.2.7", "192.0.2.7"),
        ("localhost", "localhost"),
    ],
)
def test_a_server_on_all_addresses_is_reached_on_this_machines_own(host: str, reached: str) -> None:
    assert serve.reached_at(host) == reached
