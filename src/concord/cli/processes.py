"""Processes that belong together: started together, stopped together, and one ends the others."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Event
from types import FrameType

_LOOK = 0.05
_LONGEST_END = 15.0


class OurProcess(subprocess.Popen[bytes]):
    """One of our own commands, read by no shell. It gets no Ctrl-C of its own: it ends when it is
    told to. `lifeline` stays open in it.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], lifeline: int
    ) -> None:
        super().__init__(
            command,
            env={**os.environ, **environment},
            start_new_session=True,
            pass_fds=(lifeline,),
        )


@dataclass(slots=True)
class Together:
    """The running processes by name, and whether somebody asked for their end.

    `lifeline` is the end of a pipe that each of them is given: nothing ever comes through it, and
    it is closed when this process is gone, however that came about.
    """

    lifeline: int
    running: dict[str, OurProcess] = field(default_factory=dict)
    stop: Event = field(default_factory=Event)

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start one."""
        self.running[name] = OurProcess(command, environment, self.lifeline)

    def ended(self) -> str:
        """The name of one that has ended by itself, or nothing."""
        return next((name for name, each in self.running.items() if each.poll() is not None), "")

    def wait(self) -> str:
        """Wait until one ends or somebody asks for the end. Out: the one that ended, or nothing."""
        while not self.stop.wait(_LOOK):
            if self.ended():
                return self.ended()
        return ""

    def finish(self, name: str, command: Sequence[str]) -> bool:
        """Start one and wait for its end. Out: whether it ended well; not when all are to end."""
        self.start(name, command, {})
        if not self.wait() or self.running[name].returncode:
            return False
        del self.running[name]
        return True

    def wait_for_page(self, host: str, port: int, *, path: str) -> bool:
        """Wait until a page is served; not when one ends, or somebody asks for the end, before."""
        while not (self.stop.is_set() or self.ended()):
            if _answers(host, port, path):
                return True
            self.stop.wait(_LOOK)
        return False

    def end(self) -> None:
        """Ask all of them to end, and make those end that do not in time, with all they started."""
        for each in self.running.values():
            if each.poll() is None:
                each.terminate()
        for each in self.running.values():
            with suppress(subprocess.TimeoutExpired):
                each.wait(timeout=_LONGEST_END)
            with suppress(ProcessLookupError):
                os.killpg(each.pid, signal.SIGKILL)
            each.wait()


@contextmanager
def together() -> Iterator[Together]:
    """Processes that all end with the block. SIGTERM and Ctrl-C ask for the end of them all."""
    lifeline, held = os.pipe()
    group = Together(lifeline)

    def ask(_number: int, _frame: FrameType | None) -> None:
        group.stop.set()

    before = {each: signal.signal(each, ask) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield group
    finally:
        group.end()
        os.close(held)
        os.close(lifeline)
        for number, handler in before.items():
            signal.signal(number, handler)


def our_command(*arguments: str) -> list[str]:
    """A command of ours in a process of its own."""
    return [sys.executable, "-m", "concord.cli.main", *arguments]


def is_free(host: str, port: int) -> bool:
    """Whether a port can be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _answers(host: str, port: int, path: str) -> bool:
    connection = HTTPConnection(host, port, timeout=_LONGEST_END)
    try:
        connection.request("HEAD", path, headers={"Host": f"localhost:{port}"})
        connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True
