"""What Concord reads from its surroundings and what the reference page says are the same."""

import ast
import re

from tests.support.tree import ROOT, must_be_empty, name, read, rooms, syntax

PAGE = ROOT / "docs" / "reference" / "settings.md"
ROW = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
NAME = re.compile(r"CONCORD_[A-Z_]+|DATABASE_URL")
OF_THE_TERMINAL = {"NO_COLOR", "TERM"}
STOREYS = (
    "core",
    "records",
    "reports",
    "notices",
    "casework",
    "web",
    "api",
    "cli",
    "sweeps",
    "site",
)
OF_DJANGO = "DJANGO_SETTINGS_MODULE"


def read_by_code() -> dict[str, str]:
    """Each name of a setting that our code asks for, with the file that asks."""
    return {
        asked: name(file)
        for file in rooms(*STOREYS)
        for node in ast.walk(syntax(file))
        for asked in _asked(node)
    }


def _asked(node: ast.AST) -> list[str]:
    """The X of env.str("X"), os.environ.get("X"), os.getenv("X") and os.environ["X"]."""
    if isinstance(node, ast.Call) and node.args:
        return _text(node.args[0]) if _is_environment(node.func) else []
    if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ"):
        return _text(node.slice)
    return []


def _is_environment(function: ast.expr) -> bool:
    spelled = ast.unparse(function)
    return bool(re.fullmatch(r"env\.\w+|(?:os\.)?environ\.\w+|(?:os\.)?getenv", spelled))


def _text(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != OF_DJANGO:
        return [node.value]
    return []


def test_each_setting_that_is_read_is_documented() -> None:
    asked = read_by_code()
    documented = set(ROW.findall(read(PAGE)))
    without = [f"{each}, read in {file}" for each, file in asked.items() if each not in documented]
    must_be_empty(without, looked_at=len(asked))


def test_each_setting_that_is_documented_is_read() -> None:
    documented = ROW.findall(read(PAGE))
    asked = read_by_code()
    must_be_empty([each for each in documented if each not in asked], looked_at=len(documented))


def test_each_setting_is_described_once_and_named_as_ours() -> None:
    documented = ROW.findall(read(PAGE))
    wrong = [
        each
        for each in documented
        if documented.count(each) > 1 or not (each in OF_THE_TERMINAL or NAME.fullmatch(each))
    ]
    must_be_empty(wrong, looked_at=len(documented))
