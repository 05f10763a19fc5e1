"""How the command line is used: its help, its exit codes, its sentences when it is used wrongly."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from concord.cli.commands import COMMANDS
from tests.cli.running import STORY, concord
from tests.support.tree import ROOT


def test_the_help_names_every_command_with_what_it_does() -> None:
    done = concord("--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert f"  {command.name} " in done.stdout
        assert command.help in done.stdout


@pytest.mark.parametrize("command", ["deadline", "play", "protocols"])
def test_each_command_has_a_help_with_an_example_and_the_exit_codes(command: str) -> None:
    done = concord(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"  concord {command}" in done.stdout
    assert "Exit codes: 0 done, 1 a refusal or a finding, 2 wrong use." in done.stdout


def test_the_version_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert concord("--version").stdout == f"concord {project['project']['version']}\n"


def test_make_setup_puts_the_command_beside_the_interpreter() -> None:
    command = Path(sys.executable).with_name("concord")
    done = subprocess.run([command, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("concord ")


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        ([], "No command is given", "concord --help lists them"),
        (["plya"], 'There is no command "plya"', 'Did you mean "play"?'),
        (["--json"], 'There is no command "--json"', "Use one of: "),
        (["play"], "Nothing is given for STORY", "concord play --help says how it is used"),
        (["play", "a.yaml", "--fast"], 'There is no option "--fast"', "Use one of: --help, "),
        (["play", "--jason"], 'There is no option "--jason"', 'Did you mean "--json"?'),
        (["deadline", "--from", "--limit", "x"], "Nothing is given after --from", "concord "),
        (["protocols", "--json=no"], '--json takes no "no"', "concord protocols --help"),
        (["help", "plya"], 'There is no command "plya"', 'Did you mean "play"?'),
        (["deadline"], "Nothing is given for --from, --limit", "concord deadline --help"),
        (["protocols", "x"], 'There is no place for "x"', "Put quotation marks around words"),
    ],
)
def test_wrong_use_ends_with_a_sentence_a_hint_and_two(
    arguments: list[str], sentence: str, hint: str
) -> None:
    done = concord(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first == f"concord: {sentence}"
    assert second.startswith(f"  hint: {hint}")


@pytest.mark.parametrize("command", ["deadline", "play", "protocols"])
def test_a_command_without_a_database_does_not_load_django(command: str) -> None:
    arguments = {
        "deadline": ["--from", "2026-11-19", "--limit", "1 working day"],
        "play": [str(STORY)],
        "protocols": [],
    }
    script = (
        "import sys; from concord.cli.main import main; "
        f"main({[command, *arguments[command]]!r}); "
        "print([name for name in ('django', 'rich', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "concord.cli.main", "play", str(STORY)]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert done.stderr == ""


def test_a_terminal_that_knows_no_accents_gets_the_rest() -> None:
    done = concord("play", "--protocol", "Č", str(STORY), PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert 'There is no protocol "\\u010c"' in done.stderr


def test_help_about_one_command_comes_in_either_order() -> None:
    assert concord("help", "play").stdout == concord("play", "--help").stdout


@pytest.mark.parametrize("arguments", [[], *([command.name] for command in COMMANDS)], ids=str)
def test_help_is_as_wide_as_the_terminal(arguments: list[str]) -> None:
    done = concord(*arguments, "--help", COLUMNS="80")
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_full_disk_is_said_in_a_sentence(more: list[str]) -> None:
    line = f"{sys.executable} -m concord.cli.main protocols {' '.join(more)} >/dev/full"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first == "concord: Not everything could be written: No space left on device"
    assert second == "  hint: Is there room on the disk?"


@pytest.mark.parametrize(("closed", "code"), [("protocols >&-", 0), ("plya 2>&-", 2)])
def test_a_stream_that_is_closed_is_no_trouble(closed: str, code: int) -> None:
    line = f"{sys.executable} -m concord.cli.main {closed}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")


def test_a_folder_that_cannot_be_written_to_is_wrong_use() -> None:
    done = concord("compare", CONCORD_VAR="/proc/nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first == 'concord: "/proc/nowhere" cannot be used: No such file or directory'
    assert second.startswith("  hint: CONCORD_VAR names the folder")
