"""The verifier as a stranger runs it: one folder, plain Python, cut off from everything of ours."""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.tree import syntax
from tests.verifier.documents import PROGRAM, STORIES, Document, copied, of_story
from verifier.check import check

Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def document() -> Document:
    whole = next(file for file in STORIES if file.stem == "bristol-every-stage")
    return of_story(whole)[-1]


def _run(program: Path, *arguments: str, given: str = "") -> Done:
    """Run it from the folder above it, without our packages."""
    done = subprocess.run(
        [sys.executable, "-E", "-s", "-S", "-m", program.name, *arguments],
        input=given,
        cwd=program.parent,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def taken_away(tmp_path: Path) -> Path:
    """The folder, copied to a place where nothing else is."""
    return Path(shutil.copytree(PROGRAM, tmp_path / PROGRAM.name))


def test_it_imports_the_standard_library_and_nothing_else() -> None:
    imported = set()
    for node in (node for file in PROGRAM.glob("*.py") for node in ast.walk(syntax(file))):
        if isinstance(node, ast.Import):
            imported |= {each.name.partition(".")[0] for each in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add((node.module or "").partition(".")[0])
    assert "zoneinfo" in imported
    assert imported <= sys.stdlib_module_names | {PROGRAM.name}


def test_from_a_file_and_from_standard_input_it_accepts(
    taken_away: Path, document: Document
) -> None:
    text = json.dumps(document)
    file = taken_away.with_name("receipts.json")
    file.write_text(text, encoding="utf-8")
    count = len(document["receipts"])
    says = f"{count} receipts, {count} accepted, 0 wrong\n"
    for done in (_run(taken_away, str(file)), _run(taken_away, given=text)):
        assert (done.returncode, done.stdout, done.stderr) == (0, says, "")


def test_what_is_wrong_is_said_with_its_place_and_ends_with_one(
    taken_away: Path, document: Document
) -> None:
    wrong = copied(document)
    receipt = next(each for each in wrong["receipts"] if each["origin"] == "counted")
    on = receipt["due_on"]
    receipt["due_on"] = "2026-12-24"
    done = _run(taken_away, "-", given=json.dumps(wrong))
    assert done.returncode == 1
    key = receipt["key"]
    assert f"wrong: {key}, due_on: It should be {on}, and it says 2026-12-24\n" in done.stdout


@pytest.mark.parametrize("arguments", [["a", "b"], ["--help"], ["not-there.json"], ["."]])
def test_wrong_use_ends_with_two(taken_away: Path, arguments: list[str]) -> None:
    done = _run(taken_away, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "document"),
        ("[" * 100_000, "document"),
        ("[]", "document"),
        ("{}", "format"),
        ('{"format": 1, "format": 2}', "document"),
        ('{"format": "concord receipts 2"}', "format"),
        ('{"format": "concord receipts 1"}', "receipts"),
        ('{"format": "concord receipts 1", "receipts": []}', "calendars"),
        ('{"format": "concord receipts 1", "receipts": [1]}', "receipts 1"),
    ],
)
def test_what_is_no_export_is_wrong_and_not_a_traceback(
    taken_away: Path, text: str, place: str
) -> None:
    done = _run(taken_away, given=text)
    assert done.returncode == 1
    assert done.stdout.startswith(f"wrong: {place}: ")


BROKEN: list[Any] = [
    None,
    0,
    -1,
    True,
    [],
    {},
    "",
    "x",
    "9999-12-31",
    "0001-01-01T00:00:00+14:00",
    [[]],
    [{}],
]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each object or list of a document with a key in it, of a list the first two only."""
    inside = list(value.items()) if isinstance(value, dict) else list(enumerate(value))[:2]
    for key, each in inside:
        yield value, key
        if isinstance(each, dict | list):
            yield from _places(each)


def test_nothing_in_a_document_can_make_it_fail_without_a_sentence(document: Document) -> None:
    changed, tried = copied(document), 0
    for place, key in list(_places(changed)):
        right = place[key]
        for value in BROKEN:
            place[key] = value
            assert check(json.dumps(changed)).receipts <= len(document["receipts"])
            tried += 1
        place[key] = right
    assert changed == document
    assert tried >= 500
