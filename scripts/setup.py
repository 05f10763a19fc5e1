"""Make the virtual environment in .venv: `setup.py app` to run Concord, `setup.py dev` to test it.

Standard library only, because it runs before anything is installed. Doing it again is cheap: a
stamp in .venv says what was installed, and nothing happens while the locks, the interpreter and
this script are the same. An environment that holds the dev lock serves the app as well.
"""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "concord-setup.json"
LOCKS = {"app": ("app.lock",), "dev": ("app.lock", "dev.lock")}
OLDEST_PYTHON = (3, 11)

COMMAND = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from concord.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
"""


def fingerprint(kind: str) -> dict[str, str]:
    """What an environment of this kind is made from; a difference means it must be made again."""
    files = [ROOT / "requirements" / name for name in (*LOCKS[kind], "uv.lock")]
    made_of = {path.name: _sha256(path) for path in (*files, Path(__file__))}
    return {"kind": kind, "root": str(ROOT), "python": sys.version, **made_of}


def installed() -> dict[str, str]:
    """What the stamp says was installed; empty when there is no whole environment."""
    if not (STAMP.is_file() and PYTHON.exists()):
        return {}
    stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    return stamp


def kind_to_install(asked: str, present: dict[str, str]) -> str:
    """The kind to install, or "" when what is present serves: dev serves app, and stays dev."""
    kind = "dev" if present.get("kind") == "dev" else asked
    return "" if present == fingerprint(kind) else kind


def install(kind: str) -> None:
    """Make or mend .venv so that it holds exactly the lock of this kind."""
    STAMP.unlink(missing_ok=True)
    _make_venv()
    lock = str(ROOT / "requirements" / f"{kind}.lock")
    if not (_install_uv() and _sync_with_uv(lock)):
        print("uv could not do it; installing with pip, which takes longer", flush=True)
        _pip("install", "--only-binary", ":all:", "--require-hashes", "-r", lock, check=True)
    _write_path_file()
    _write_command()
    STAMP.write_text(json.dumps(fingerprint(kind), indent=1), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Install what was asked for unless it is there already; 0 done, 1 failed, 2 wrong use."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print("Use: setup.py app|dev", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST_PYTHON:
        print("Concord needs Python 3.11 or newer: make PYTHON=python3.11 ...", file=sys.stderr)
        return 1
    with _one_at_a_time():
        kind = kind_to_install(arguments[0], installed())
        try:
            if kind:
                install(kind)
        except subprocess.CalledProcessError as error:
            print(f"Setting up .venv failed at: {' '.join(map(str, error.cmd))}", file=sys.stderr)
            return 1
    return 0


def _make_venv() -> None:
    """Create .venv; a folder that another interpreter or another place made is emptied first."""
    if _runs_as(sys.version_info[:2]):
        return
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if done.returncode:
        print("Python's venv module is missing or broken (Debian: python3-venv)", file=sys.stderr)
        done.check_returncode()


def _runs_as(version: tuple[int, int]) -> bool:
    """Whether .venv holds a working interpreter of this version that lives in this very place."""
    ask = "import sys, pip; print(sys.prefix, *sys.version_info[:2])"
    if not PYTHON.exists():
        return False
    said = subprocess.run([PYTHON, "-c", ask], check=False, capture_output=True, text=True)
    return said.stdout.split("\n")[0] == f"{VENV} {version[0]} {version[1]}"


def _install_uv() -> bool:
    lock = str(ROOT / "requirements" / "uv.lock")
    return _pip("install", "--only-binary", ":all:", "--require-hashes", "-r", lock) == 0


def _sync_with_uv(lock: str) -> bool:
    uv = str(VENV / "bin" / "uv")
    options = ["--quiet", "--require-hashes", "--only-binary", ":all:", "-p", str(PYTHON)]
    return subprocess.run([uv, "pip", "sync", *options, lock], check=False).returncode == 0


def _pip(*arguments: str, check: bool = False) -> int:
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([PYTHON, "-m", "pip", *quiet, *arguments], check=check).returncode


def _write_path_file() -> None:
    """Let the environment import from src: an editable install is refused under hashes."""
    for site_packages in VENV.glob("lib/python3*/site-packages"):
        (site_packages / "concord.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")


def _write_command() -> None:
    command = VENV / "bin" / "concord"
    command.write_text(COMMAND.format(python=PYTHON), encoding="utf-8")
    command.chmod(0o755)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold the lock file, so that two terminals do not install into one folder at once."""
    lock_file = ROOT / "var" / "setup.lock"
    lock_file.parent.mkdir(exist_ok=True, mode=0o700)
    with lock_file.open("w", encoding="utf-8") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        os.environ.pop("PYTHONPATH", None)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
