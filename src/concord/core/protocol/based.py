"""A protocol file that says only how it differs from another one, made whole."""

import json
from collections.abc import Callable, Iterator
from typing import TypeGuard

from concord.core.files.source import Path, Source
from concord.core.problem import WrongData

# The text of the file that another one is based on, by the name that it gives. Raises LookupError
# where there is none.
Bases = Callable[[str], str]
Read = Callable[[str, str], Source]

BASED_ON = "based on"
LEFT_OUT = "leave out"
# What tells the items of a list apart, so that one can stand for the base's.
_IDS = ("id", "to", "kind")
_SECTIONS = frozenset(
    (
        *("readings", "informal", "stages", "ladders", "ways in"),
        *("duties", "referrals", "advice"),
    )
)
# Below these the file's own names stand for all of the base's, and are not added to them.
_ITS_OWN = frozenset((("kinds",),))
_MOST_BASES = 5


def made_whole(source: Source, *, bases: Bases, read: Read) -> Source:
    """The source of a file with everything that it takes over from the one that it is based on.

    In: the file's source, where bases come from, and how a base's text is read. Out: a source whose
    lines are those of the file itself, and the same source when it is based on nothing. Raises
    WrongData when the base is not there, cannot be read, or leads round in a circle.
    """
    return _whole(source, bases, read, ())


def written_out(source: Source) -> str:
    """A source as the text of a file that says all of it, whatever becomes of its base."""
    return json.dumps(source.data, ensure_ascii=False, indent=1) + "\n"


def _whole(source: Source, bases: Bases, read: Read, before: tuple[str, ...]) -> Source:
    data = source.data if isinstance(source.data, dict) else {}
    name = data.get(BASED_ON)
    if BASED_ON not in data:
        return source
    if not isinstance(name, str) or name in before or len(before) == _MOST_BASES:
        _stop(source, f'It cannot be based on "{name}"', "Name one protocol, and no circle of them")
    base = _whole(_base(source, str(name), bases, read), bases, read, (*before, str(name)))
    own = {key: value for key, value in data.items() if key not in (BASED_ON, LEFT_OUT)}
    whole = Source(source.file, findings=source.findings)
    whole.lines[()] = source.lines.get((), 1)
    left_out = data.get(LEFT_OUT, [])
    names = [left_out] if isinstance(left_out, str) else left_out
    kept = _without(source, base.data, names if _is_list(names) else [])
    merged = _merged(kept, own, (source, (), whole, ()))
    whole.data = merged
    if isinstance(merged, dict) and isinstance(merged.get("source"), dict):
        merged["source"][BASED_ON] = name
    return whole


def _base(source: Source, name: str, bases: Bases, read: Read) -> Source:
    try:
        return read(bases(name), name)
    except LookupError:
        hint = "Name a shipped protocol, or a file beside this one"
        _stop(source, f'There is no protocol "{name}" to be based on', hint)
    except WrongData as wrong:
        first = wrong.findings[0]
        hint = f"Put {name} right first: line {first.place.line}: {first.sentence}"
        _stop(source, f'"{name}" cannot be read', hint)
    raise AssertionError("a base is read or is a finding")


def _stop(source: Source, sentence: str, hint: str) -> None:
    source.report("no-base", sentence, hint, (BASED_ON,))
    source.stop_if_wrong()


def _without(source: Source, data: object, names: list[object]) -> object:
    """What the base says without the items that are left out; each has to be there."""
    if not isinstance(data, dict):
        return data
    kept: dict[str, object] = {}
    for section, value in data.items():
        if section in _SECTIONS and _is_list(value):
            kept[section] = [each for each in value if _name(each) not in names]
        else:
            kept[section] = value
    known = {_name(each) for section in _SECTIONS for each in _items(data.get(section))}
    for index, name in enumerate(names):
        if name not in known:
            path: Path = (LEFT_OUT, index)
            hint = "Name a stage, a duty, a way in or another item of the base by its id"
            source.report("nothing-to-leave-out", f'The base has no "{name}"', hint, path)
    return kept


_Where = tuple[Source, Path, Source, Path]


def _merged(base: object, own: object, where: _Where) -> object:
    source, path, whole, there = where
    line = source.lines.get(path)
    if line is not None:
        whole.lines[there] = line
    if isinstance(own, dict):
        below = base if isinstance(base, dict) and path[-1:] not in _ITS_OWN else {}
        found = dict(below)
        for key, value in own.items():
            inner = (source, (*path, key), whole, (*there, key))
            found[key] = _merged(below.get(key), value, inner)
        return found
    if _is_list(own):
        return _merged_list(base if _is_list(base) else [], own, where)
    return own


def _merged_list(base: list[object], own: list[object], where: _Where) -> list[object]:
    source, path, whole, there = where
    by_name = len(path) == 1 and path[0] in _SECTIONS
    places = {_name(each): place for place, each in enumerate(base)} if by_name else {}
    found = list(base) if by_name else []
    for index, each in enumerate(own):
        place = places.get(_name(each), len(found))
        before = found[place] if place < len(found) else None
        item = _merged(before, each, (source, (*path, index), whole, (*there, place)))
        found[place : place + 1] = [item]
    return found


def _name(item: object) -> object:
    if not isinstance(item, dict):
        return None
    return next((item[key] for key in _IDS if key in item), None)


def _items(value: object) -> Iterator[object]:
    yield from value if _is_list(value) else ()


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)
