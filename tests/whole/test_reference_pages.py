"""The reference pages say what the code does: their tables, their examples, their lists of keys."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from concord.cli.commands import COMMANDS
from tests.reference.pages import PAGES, made_anew
from tests.reference.protocol_keys import written_meanings
from tests.support.tree import ROOT, must_be_empty

REFERENCE = ROOT / "docs" / "reference"
TUTORIAL = ROOT / "docs" / "start" / "your-protocol-in-an-hour.md"
COMMAND_LINE, STORIES = REFERENCE / "command-line.md", REFERENCE / "stories.md"
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
SECTION = re.compile(r"^## concord (\S+)$", re.MULTILINE)
CONCORD = f'concord() {{ "{sys.executable}" -m concord.cli.main "$@"; }}\n'
LEFT_OUT = "..."
OF_THIS_RUN = re.compile(r"COLUMNS|DATABASE_URL|CONCORD_\w+|DJANGO_\w+")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def examples() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each block of examples: the page, its number, its commands with what they show."""
    for page in [*sorted(REFERENCE.glob("*.md")), TUTORIAL]:
        for number, block in enumerate(CONSOLE.findall(_text(page)), 1):
            parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
            yield page.name, str(number), [_command_and_shown(part) for part in parts]


def _command_and_shown(part: str) -> tuple[str, str]:
    """A command, with the lines that it goes on for, and what it shows."""
    first, *lines = part.splitlines(keepends=True)
    more = len(list(takewhile(lambda line: line.startswith("> "), lines)))
    command = first + "".join(line[2:] for line in lines[:more])
    return command.removesuffix("\n"), "".join(lines[more:])


def _as_pattern(shown: str) -> str:
    """Three dots on a line of their own stand for any lines, within a line for any words."""
    lines = (
        r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in shown.splitlines()
    )
    return "".join(lines)


@pytest.mark.parametrize("page", PAGES)
def test_the_made_parts_of_a_page_are_as_the_code_is(page: str) -> None:
    text = _text(ROOT / page)
    assert made_anew(text) == text, "Hint: python -m tests.reference"


def test_each_key_of_a_protocol_file_is_explained() -> None:
    meanings = written_meanings(_text(REFERENCE / "protocol-files.md"))
    without = [f"{title}: {key}" for (title, key), meaning in meanings.items() if not meaning]
    must_be_empty(without, looked_at=len(meanings))


def test_each_command_has_a_section_and_each_section_a_command() -> None:
    assert sorted(SECTION.findall(_text(COMMAND_LINE))) == sorted(each.name for each in COMMANDS)


@pytest.mark.parametrize(
    "block", [pytest.param(commands, id=f"{page}-{nth}") for page, nth, commands in examples()]
)
def test_the_examples_of_a_page_do_what_they_show(
    block: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    ours = {name: value for name, value in os.environ.items() if not OF_THIS_RUN.fullmatch(name)}
    for command, shown in block:
        done = subprocess.run(
            ["/bin/sh", "-c", f"exec 2>&1\n{CONCORD}{command}"],
            cwd=tmp_path,
            env={**ours, "CONCORD_VAR": str(tmp_path / "var")},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert re.fullmatch(_as_pattern(shown), done.stdout), f"$ {command}\n{done.stdout}"


def test_an_example_that_shows_something_else_is_seen() -> None:
    assert re.fullmatch(_as_pattern("a\n...\nb ... c\n"), "a\nx\ny\nb or c\n")
    assert not re.fullmatch(_as_pattern("a\n...\nc\n"), "a\nb\n")
    assert not re.fullmatch(_as_pattern("a.c\n"), "abc\n")


DATA = {
    "Played as data": lambda data: data,
    "An act as data": lambda data: data["acts"][0],
    "A clock as data": lambda data: data["acts"][-1]["clocks"]["total"],
    "A duty as data": lambda data: data["duties"][0],
    "The end as data": lambda data: data["final"],
    "A finding as data": lambda data: data["findings"][0],
}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The example story as data, with an end that it does not come to."""
    told = _text(REFERENCE / "examples" / "story.yaml").replace("phase: resolved", "phase: formal")
    command = [sys.executable, "-m", "concord.cli.main", "play", "/dev/stdin", "--json"]
    protocol = ["--protocol", str(REFERENCE / "examples" / "protocol.yaml")]
    done = subprocess.run(
        [*command, *protocol], input=told, capture_output=True, text=True, check=False
    )
    played: dict[str, Any] = json.loads(done.stdout)
    return played


@pytest.mark.parametrize("title", list(DATA))
def test_the_keys_of_played_data_are_those_that_are_documented(
    title: str, data: dict[str, Any]
) -> None:
    section = re.split(r"^##+ ", _text(STORIES).split(f" {title}\n")[1], flags=re.MULTILINE)[0]
    first_cells = re.findall(r"^\| (`.*?) \|", section, flags=re.MULTILINE)
    documented = [key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)]
    assert sorted(documented) == sorted(DATA[title](data))
