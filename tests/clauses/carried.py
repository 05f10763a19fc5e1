"""Find the tests that carry a clause, by reading the tests and the stories without running them.

A test carries a clause by `@pytest.mark.clauses("ID", ...)`: on the function, on its class, as
`pytestmark` of the module, or in the `marks` of one `pytest.param`. A story carries one by its
top-level key `clauses`. The ids are written out where they stand: a name or a sum is refused.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
STORIES = TESTS / "journeys" / "stories"
IDS = HERE / "ids.txt"
UNCARRIED = HERE / "uncarried.txt"
FIRST_LINE = (
    "# {count} clauses without a test. This number and this list may only shrink:"
    " python -m tests.clauses --shrink"
)


class WrongMark(Exception):
    """A mark that cannot be read, or that stands where it carries nothing."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One clause id and the test that would fail without it."""

    clause: str
    test: str


def known_ids() -> list[str]:
    """Every clause id there is, in the order of the mission's table."""
    return _lines(IDS)


def uncarried_ids() -> list[str]:
    """The ids that the list says no test carries."""
    return [line for line in _lines(UNCARRIED) if not line.startswith("#")]


def stated_count() -> int:
    """The number in the first line of the list; 0 when there is none."""
    found = re.match(r"# (\d+) ", UNCARRIED.read_text(encoding="utf-8"))
    return int(found[1]) if found else 0


def carried_by_all(tests: Path = TESTS, stories: Path = STORIES) -> list[Carried]:
    """Everything that the tests and the stories in these folders carry."""
    of_tests = [
        each
        for file in sorted(tests.rglob("test_*.py"))
        for each in carried_by(file.read_text(encoding="utf-8"), _name(file, tests))
    ]
    of_stories = [
        Carried(clause, _name(file, tests))
        for file in sorted(stories.glob("*.yaml"))
        for clause in _clauses_of_story(file)
    ]
    return of_tests + of_stories


def carried_by(source: str, file: str) -> list[Carried]:
    """What the tests in this source text carry; raises WrongMark with the line of a wrong mark."""
    return list(_walk(ast.parse(source), file, file))


def uncarried(found: list[Carried]) -> list[str]:
    """The known ids that nothing found carries."""
    carried = {each.clause for each in found}
    return [each for each in known_ids() if each not in carried]


def unknown(found: list[Carried]) -> list[Carried]:
    """What carries an id that is not in the mission's table."""
    known = set(known_ids())
    return [each for each in found if each.clause not in known]


def write_uncarried(ids: list[str]) -> None:
    """Write the list anew; raises ValueError when it would grow."""
    if grown := set(ids) - set(uncarried_ids()):
        raise ValueError(f"The list may only shrink, and it would gain: {', '.join(sorted(grown))}")
    text = "\n".join([FIRST_LINE.format(count=len(ids)), *ids])
    UNCARRIED.write_text(text + "\n", encoding="utf-8")


def _walk(node: ast.AST, file: str, owner: str) -> Iterator[Carried]:
    """The marks below this node; a test function or class owns its decorators' marks."""
    for child in ast.iter_child_nodes(node):
        here = owner
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            here = f"{owner}::{child.name}"
        if _is_mark(child):
            yield from _read_mark(child, file, owner)
        yield from _walk(child, file, here)


def _is_mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("mark.clauses")


def _read_mark(mark: ast.AST, file: str, owner: str) -> Iterator[Carried]:
    place = f"{file}:{getattr(mark, 'lineno', 0)}"
    last = owner.rsplit("::", 1)[-1]
    if owner != file and not last.lower().startswith("test"):
        raise WrongMark(f"{place}: {last} is not a test, so it carries nothing")
    arguments = mark.args if isinstance(mark, ast.Call) else []
    if not arguments:
        raise WrongMark(f"{place}: no clause is named")
    for argument in arguments:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            raise WrongMark(f"{place}: a clause id is written out as text")
        yield Carried(argument.value, owner)


def _clauses_of_story(file: Path) -> list[str]:
    story = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    clauses = story.get("clauses", []) if isinstance(story, dict) else []
    if not all(isinstance(each, str) for each in clauses):
        raise WrongMark(f"{file.name}: clauses is a list of ids")
    return list(clauses)


def _name(file: Path, tests: Path) -> str:
    return file.relative_to(tests.parent).as_posix()


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
