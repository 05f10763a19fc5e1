"""Rules about every Python file of the tree; `rules.py` has each rule."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support.tree import must_be_empty, name, python_files, read, rooms, syntax
from tests.whole import rules

Rule = Callable[[ast.Module], Iterator[str]]

READS_NO_CLOCK = ("core", "records", "reports", "notices", "casework", "site")


def _check(rule: Rule, files: list[Path]) -> None:
    found = [f"{name(file)}:{each}" for file in files for each in rule(syntax(file))]
    must_be_empty(found, looked_at=len(files))


def test_no_function_is_longer_than_fifty_lines() -> None:
    _check(rules.long_functions, python_files())


def test_no_function_has_more_than_five_parameters() -> None:
    _check(rules.many_parameters, python_files())


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    files = python_files()
    lines = {name(file): len(read(file).splitlines()) for file in files}
    long = [f"{file}: {count} lines" for file, count in lines.items() if count > rules.LONGEST_FILE]
    must_be_empty(long, looked_at=len(files))


def test_only_delivery_reads_the_clock() -> None:
    _check(rules.clock_readings, rooms(*READS_NO_CLOCK))


def test_no_import_hides_inside_a_function() -> None:
    _check(rules.hidden_imports, python_files())


def test_nothing_catches_every_exception() -> None:
    _check(rules.broad_excepts, python_files())


def test_each_public_function_of_core_and_casework_says_what_it_gives() -> None:
    files = rooms("core", "casework")
    found = [
        f"{name(file)}:{each}" for file in files for each in rules.without_docstring(syntax(file))
    ]
    looked_at = sum(len(rules.public_functions(syntax(file))) for file in files)
    must_be_empty(found, looked_at=looked_at)
