"""The names that the clauses and the sections of a protocol file use, as they stand in the file."""

from collections.abc import Iterator
from typing import Any, Literal

from concord.core.files.source import Path

Named = tuple[Path, Literal["role", "clause"], object]


def placed_names(data: dict[str, Any]) -> Iterator[Named]:
    """Each role whose duty a clause is and each clause that stands in a section, with its path.

    What has another shape than it should have is left out: its shape is a finding by itself.
    """
    clauses = data.get("clauses")
    for name, clause in clauses.items() if isinstance(clauses, dict) else ():
        roles = clause.get("duty of") if isinstance(clause, dict) else None
        yield from (
            (path, "role", each) for path, each in _each(roles, ("clauses", name, "duty of"))
        )
    yield from _in_sections(data.get("sections"), ("sections",))


def _in_sections(sections: object, path: Path) -> Iterator[Named]:
    for place, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict):
            here = (*path, place)
            found = _each(section.get("clauses"), (*here, "clauses"))
            yield from ((at, "clause", each) for at, each in found)
            yield from _in_sections(section.get("parts"), (*here, "parts"))


def _each(names: object, path: Path) -> Iterator[tuple[Path, object]]:
    """One word where a list may stand is a list of one."""
    if isinstance(names, str):
        yield path, names
    elif isinstance(names, list):
        yield from (((*path, place), name) for place, name in enumerate(names))
