"""Files that somebody made to do harm: how long until all is found in them, with what memory.

`python -m bench.files NAME` reads one of them in a process of its own, which has read a good one
before, and says what it took.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from bench.report import Line
from concord.core.files.decoded import MOST_BYTES, decoded
from concord.core.problem import WrongData
from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped_ids, shipped_text
from concord.core.workshop.check import check_meaning
from tests.support.hostile import FILES, bases_of, raw

_MB = 1024
_RUNS = 3


def hostile() -> list[Line]:
    """The slowest and the largest five of the hostile files."""
    measured = {name: _measured(name) for name in FILES}
    slow = sorted(FILES, key=lambda name: measured[name]["seconds"])[-5:]
    large = sorted(FILES, key=lambda name: measured[name]["megabytes"])[-5:]
    return [
        *(Line(each, measured[each]["seconds"], 1.0, "s", "1 s", 1) for each in slow),
        *(Line(each, measured[each]["megabytes"], 100.0, "MB", "100 MB", 1) for each in large),
    ]


def _measured(name: str) -> dict[str, float]:
    here = [sys.executable, "-m", "bench.files", name]
    runs = [subprocess.run(here, check=True, capture_output=True).stdout for _ in range(_RUNS)]
    told: list[dict[str, float]] = [json.loads(each) for each in runs]
    return {key: min(each[key] for each in told) for key in told[0]}


def _read(content: bytes) -> None:
    try:
        text = decoded(content, file="hostile.yaml")
        check_meaning(read_protocol(text, file="hostile.yaml", bases=bases_of(text)))
    except WrongData:
        return


def _most_memory() -> int:
    """The most memory that this process had since it was last set back, in kilobytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def _measure(name: str) -> None:
    content = raw(name)[: MOST_BYTES + 1]
    _read(shipped_text(shipped_ids()[0]).encode())
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, began = _most_memory(), time.perf_counter()
    _read(content)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "megabytes": (_most_memory() - before) / _MB}))


if __name__ == "__main__":
    _measure(sys.argv[1])
