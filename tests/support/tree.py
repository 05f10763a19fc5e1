"""The project's own files, for tests about the whole tree."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "concord"
NOT_OURS = {".git", ".venv", "var", ".hypothesis", "node_modules", "vendor", "__pycache__"}
TEXT = {
    "", ".cfg", ".css", ".csv", ".html", ".in", ".ini", ".js", ".json", ".lock", ".md", ".py",
    ".sh", ".svg", ".toml", ".txt", ".typ", ".xml", ".yaml", ".yml",
}  # fmt: skip


def texts() -> list[Path]:
    """Every text file that is ours, or that we keep, in the tree."""
    return sorted(each for each in _files(ROOT) if each.suffix in TEXT)


def python_files(*folders: str) -> list[Path]:
    """Our Python files in these folders of the tree; in all of it when none is named."""
    starts = [ROOT / each for each in folders] or [ROOT]
    return sorted(each for start in starts for each in _files(start) if each.suffix == ".py")


def rooms(*names: str) -> list[Path]:
    """Our Python files in these storeys of the house, without the migrations."""
    found = python_files(*(f"src/concord/{name}" for name in names))
    return [each for each in found if "migrations" not in each.parts]


@cache
def syntax(file: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(read(file))


@cache
def read(file: Path) -> str:
    """The text of a file."""
    return file.read_text(encoding="utf-8")


def name(file: Path) -> str:
    """The file as the person who mends it would name it."""
    return file.relative_to(ROOT).as_posix()


def must_be_empty(findings: list[str], *, looked_at: int) -> None:
    """Fail when something was found, and also when nothing was looked at."""
    assert looked_at > 0, "nothing was looked at, so nothing was checked"
    assert not findings, "\n".join(["", *findings])


def _files(folder: Path) -> Iterator[Path]:
    for each in sorted(folder.iterdir()) if folder.is_dir() else []:
        if each.name in NOT_OURS or (each.name.startswith(".") and each.name.endswith("_cache")):
            continue
        if each.is_dir():
            yield from _files(each)
        elif each.is_file():
            yield each
