"""The web server in a process of its own, which ends when the one that started it is gone.

Whoever is killed outright (SIGKILL, out of memory) ends nothing that it started. So it holds one
end of a pipe and never writes to it: the system closes that end when it is gone, however it went.
"""

import os
import signal
import sys
import time
from threading import Thread

from granian.cli import cli

_LONGEST_END = 15.0


def main(arguments: list[str]) -> None:
    """Serve. In: the pipe's number, then what granian is given on its command line."""
    lifeline, *given = arguments
    Thread(target=_end_with, args=(int(lifeline),), daemon=True).start()
    cli(given)


def _end_with(lifeline: int) -> None:
    while os.read(lifeline, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_LONGEST_END)
    os.killpg(0, signal.SIGKILL)


# The processes that granian starts import this module again, under another name.
if __name__ == "__main__":
    main(sys.argv[1:])
