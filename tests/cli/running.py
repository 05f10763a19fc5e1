"""Runs the command line: in a process of its own as a person does, or here for many small files."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from concord.cli.main import main
from tests.support.tree import ROOT

EXAMPLES = ROOT / "docs" / "reference" / "examples"
PROTOCOL = EXAMPLES / "protocol.yaml"
STORY = EXAMPLES / "story.yaml"
STORIES = sorted((ROOT / "tests" / "journeys" / "stories").glob("*.yaml"))

Done = subprocess.CompletedProcess[str]


def concord(*arguments: str, cwd: Path = ROOT, **environment: str) -> Done:
    """Run `concord` with these arguments, and never let it show a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "concord.cli.main", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def concord_here(*arguments: str, cwd: Path = ROOT) -> Done:
    """Run `concord` in this process, which takes a hundredth of the time."""
    out, wrong = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(wrong),
    ):
        code = main(arguments)
    return subprocess.CompletedProcess(
        ["concord", *arguments], code, out.getvalue(), wrong.getvalue()
    )
