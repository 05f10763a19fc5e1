"""Rules about every text of the tree, whatever its language."""

import re
from pathlib import Path

import pytest

from tests.support.tree import ROOT, SOURCE, must_be_empty, name, python_files, read, texts

COUNCILS = ("Bristol", "Southampton", "Brighton", "Hove", "Lambeth")
COUNCIL = re.compile(rf"(?<![A-Za-z])({'|'.join(COUNCILS)})(?![A-Za-z])", re.IGNORECASE)
SHIPPED = SOURCE / "core" / "protocol" / "shipped"
MAY_NAME_A_COUNCIL = (SHIPPED, ROOT / "docs", ROOT / "tests")
PROSE = {".md"}

FOLDERS_OF_A_MACHINE = r"work|farm|home|Users|root/\.|tmp/bash_jobs"
MACHINE_PATH = re.compile(rf"(?<![\w.$~}}<-])/(?:{FOLDERS_OF_A_MACHINE})[/\w]")
REGISTRY = re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\.org|deb\.d[e]bian|proxy\.g[o]lang")
LOCK_ADDRESS = re.compile(r"://|^--(?:index|extra-index|find-links|trusted)", re.MULTILINE)

LEFT_OVER = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|NotImplemented[E]rror)\b|pragma: no [c]over")
PASSED_OVER = re.compile(r"pytest\.(?:mark\.)?(?:sk[i]p|skipif|xf[a]il)\b|unittest\.sk[i]p")
EXCUSED = re.compile(
    r"#\s*(?:no[q]a(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ign[o]re(?:\[[\w, -]+\])?)"
    r"(?P<rest>.*)"
)
REASON = re.compile(r"\w.*\w.{6,}")


def _lines_matching(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{name(file)}:{number}: {line.strip()[:120]}"
        for file in files
        for number, line in enumerate(read(file).splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_council_is_named_in_code() -> None:
    files = [
        each
        for each in texts()
        if each.suffix not in PROSE and not any(map(each.is_relative_to, MAY_NAME_A_COUNCIL))
    ]
    named = [name(each) for each in files if COUNCIL.search(name(each))]
    must_be_empty(named + _lines_matching(COUNCIL, files), looked_at=len(files))


@pytest.mark.parametrize("line", ["if council == 'lambeth':", "HOVE = 1", "bristol_rule()"])
def test_a_council_is_seen_however_it_is_written(line: str) -> None:
    assert COUNCIL.search(line)


def test_a_word_that_only_holds_a_council_is_let_pass() -> None:
    assert not COUNCIL.search("a:hover { } shove")


def test_no_text_holds_a_path_of_one_machine() -> None:
    files = texts()
    must_be_empty(_lines_matching(MACHINE_PATH, files), looked_at=len(files))


def test_a_path_of_one_machine_is_seen() -> None:
    folder = "home"
    assert MACHINE_PATH.search(f"open('/{folder}/anna/x')")
    assert not MACHINE_PATH.search("docs/work/page and $HOME/work/")


def test_no_text_names_the_host_of_a_registry() -> None:
    files = texts()
    must_be_empty(_lines_matching(REGISTRY, files), looked_at=len(files))


def test_the_locks_hold_no_address_and_a_hash_for_every_package() -> None:
    locks = sorted((ROOT / "requirements").glob("*.lock"))
    packages = [
        (lock, block)
        for lock in locks
        for block in re.split(r"\n(?=\w)", read(lock))
        if block.strip()
    ]
    unhashed = [f"{name(lock)}: {block[:60]}" for lock, block in packages if "--hash=" not in block]
    must_be_empty(_lines_matching(LOCK_ADDRESS, locks) + unhashed, looked_at=len(packages))


def test_nothing_is_left_unfinished() -> None:
    files = python_files()
    must_be_empty(_lines_matching(LEFT_OVER, files), looked_at=len(files))


def test_no_test_is_passed_over() -> None:
    files = python_files("tests")
    must_be_empty(_lines_matching(PASSED_OVER, files), looked_at=len(files))


def test_each_exception_from_a_rule_says_its_reason() -> None:
    files = python_files()
    without = [
        f"{name(file)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(read(file).splitlines(), start=1)
        for found in [EXCUSED.search(line)]
        if found and not REASON.search(found["rest"])
    ]
    must_be_empty(without, looked_at=len(files))


@pytest.mark.parametrize(
    ("excuse", "reasoned"),
    [
        ("no{}qa: S608, E501", False),
        ("no{}qa: S608 (the names are ours)", True),
        ("type: ign{}ore[arg-type, misc]", False),
        ("type: ign{}ore[misc]  # the stubs are wrong here", True),
    ],
)
def test_a_reason_is_more_than_a_code(excuse: str, reasoned: bool) -> None:
    found = EXCUSED.search(f"x = 1  # {excuse.format('')}")
    assert found
    assert bool(REASON.search(found["rest"])) == reasoned
