"""Prints what things cost: `python -m bench [part ...] [--disputes N] [--duties N]`.

Parts: memory, explore, files, trial, acts, sweep, page. Each database part runs in a process of its
own.
"""

import argparse
import subprocess
import sys
from importlib import import_module

from bench.place import place
from bench.report import head, show

_PARTS = ("memory", "explore", "files", "trial", "acts", "sweep", "page")
_IN_MEMORY = ("memory", "explore", "files", "trial")


def main() -> int:
    """Run the parts that were asked for, or all."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, []], default=[])
    parser.add_argument("--on", choices=("sqlite", "postgres"), default="")
    parser.add_argument("--disputes", type=int, default=1_000_000)
    parser.add_argument("--duties", type=int, default=100_000)
    asked = parser.parse_args()
    if asked.on:
        _on_database(asked)
        return 0
    parts = asked.parts or list(_PARTS)
    if "memory" in parts:
        _memory()
    if "explore" in parts:
        _explore()
    if "files" in parts:
        _files()
    if "trial" in parts:
        _trial()
    sizes = ["--disputes", str(asked.disputes), "--duties", str(asked.duties)]
    for part in [each for each in parts if each not in _IN_MEMORY]:
        for kind in ("sqlite", "postgres"):
            subprocess.run([sys.executable, "-m", "bench", part, "--on", kind, *sizes], check=True)
    return 0


def _memory() -> None:
    memory = import_module("bench.memory")
    head("In memory")
    show([*memory.clock(), *memory.step()])


def _explore() -> None:
    explore = import_module("bench.explore")
    head("Every way through a protocol")
    show([*explore.positions(), *explore.checks()])


def _files() -> None:
    files = import_module("bench.files")
    head("Hostile protocol files, all findings")
    show(files.hostile())


def _trial() -> None:
    trial = import_module("bench.trial")
    head("Made-up disputes under a protocol")
    show(trial.trials())


def _on_database(asked: argparse.Namespace) -> None:
    with place(asked.on) as folder:
        part = import_module(f"bench.{asked.parts[0]}")  # Django has to be set up before
        head(f"On {asked.on}")
        if asked.parts[0] == "acts":
            show(part.durable(asked.on))
        elif asked.parts[0] == "sweep":
            show(part.sweep(asked.on, asked.duties, goal_ms=0.5 if asked.on == "sqlite" else 1))
        else:
            show(part.work_page(folder, asked.disputes))


if __name__ == "__main__":
    sys.exit(main())
