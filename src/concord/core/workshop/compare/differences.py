"""What differs between two versions of a protocol: all of it, whatever the format can say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from concord.core.protocol.definition import Protocol
from concord.core.workshop.compare.naming import in_words, key_of, name_of, part_of, title_of

Path = tuple[str | int, ...]
_ORDER = "order"


class Change(StrEnum):
    """How something differs in the later version."""

    ADDED = "new"
    CHANGED = "changed"
    REMOVED = "taken out"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: where in the protocol, what it is called, and its words before and after.

    `clause_before` and `clause_after` are ids of clauses, `path_before` and `path_after` the keys
    under which it stands in each file; all are empty on the side that does not have it.
    """

    change: Change
    part: str
    name: str
    before: str
    after: str
    clause_before: str
    clause_after: str
    path_before: Path
    path_after: Path

    @property
    def called(self) -> str:
        """What it is about: "Stage: Stage 1, answer, time limit"."""
        return f"{self.part}: {self.name}" if self.name else self.part

    @property
    def old(self) -> tuple[str, Path]:
        """The clause and the path in the earlier version."""
        return self.clause_before, self.path_before

    @property
    def new(self) -> tuple[str, Path]:
        """The clause and the path in the later version."""
        return self.clause_after, self.path_after


@dataclass(frozen=True, slots=True)
class _Here:
    """A place in both versions: the names on the way there, the paths, and the nearest clauses."""

    old: Protocol
    new: Protocol
    trail: tuple[str, ...] = ()
    field: str = ""
    paths: tuple[Path, Path] = ((), ())
    clauses: tuple[str, str] = ("", "")

    def down(self, field: str, called: str, keys: tuple[str | int, str | int]) -> "_Here":
        """A place below this one."""
        paths = ((*self.paths[0], keys[0]), (*self.paths[1], keys[1]))
        trail = (*self.trail, called) if called else self.trail
        return replace(self, trail=trail, field=field, paths=paths)

    def under(self, before: object, after: object) -> "_Here":
        """This place with the clauses that two values there name."""
        clauses = (_clause(before) or self.clauses[0], _clause(after) or self.clauses[1])
        return replace(self, clauses=clauses)


def differences(old: Protocol, new: Protocol) -> tuple[Difference, ...]:
    """Every difference between two versions, in the order of the file.

    Nothing is left out: two protocols with another content hash have at least one. What has an id
    is known again by it, wherever it stands; what has none is compared as a whole.
    """
    here = _Here(old, new)
    found: list[Difference] = []
    for each in fields(Protocol):
        before, after = getattr(old, each.name), getattr(new, each.name)
        keys = each.name.replace("_", " ")
        place = here.down(each.name, part_of(each.name), (keys, keys))
        place = _with_own_clause(place, (old, new), each.name)
        found.extend(_between(place, before, after))
    return tuple(found)


def _between(here: _Here, before: Any, after: Any) -> Iterator[Difference]:
    if before == after and _order(before) == _order(after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _members(here, dict(before), dict(after), (dict(before), dict(after)))
    elif _is_list(before) and _is_list(after) and (before or after):
        one, other = _by_key(before), _by_key(after)
        yield from _members(here, one, other, (_places(before), _places(after)))
    elif _is_group(before) and type(before) is type(after):
        yield from _fields(here.under(before, after), before, after)
    else:
        yield _said(here.under(before, after), before, after)


def _fields(here: _Here, before: Any, after: Any) -> Iterator[Difference]:
    for each in fields(before):
        key = each.name.replace("_", " ")
        place = here.down(each.name, name_of(each.name), (key, key))
        place = _with_own_clause(place, (before, after), each.name)
        yield from _between(place, getattr(before, each.name), getattr(after, each.name))


def _members(
    here: _Here,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    places: tuple[Mapping[str, Any], Mapping[str, Any]],
) -> Iterator[Difference]:
    """The members of a list or mapping, each known by its key; where each stands is in places."""
    for key in (*after, *(each for each in before if each not in after)):
        keys = (_place(places[0], key), _place(places[1], key))
        member = after.get(key, before.get(key))
        called = title_of(member, key) if not isinstance(member, str) else key
        place = here.down(here.field, called, keys)
        if here.field == "clauses":
            place = replace(place, clauses=(key, key))
        if key not in before:
            yield _one_sided(place, Change.ADDED, member)
        elif key not in after:
            yield _one_sided(place, Change.REMOVED, member)
        else:
            yield from _between(place, before[key], after[key])
    common = [each for each in before if each in after]
    if common != [each for each in after if each in before]:
        was = "; ".join(_title(before[each], each) for each in common)
        now = "; ".join(_title(after[each], each) for each in after if each in before)
        trail = (*here.trail, _ORDER)
        yield _difference(here, Change.CHANGED, trail, (was, now))


def _one_sided(here: _Here, change: Change, member: Any) -> Difference:
    added = change is Change.ADDED
    protocol = here.new if added else here.old
    told = in_words(protocol, member, here.field)
    place = here.under(None, member) if added else here.under(member, None)
    words = ("", told) if added else (told, "")
    return _difference(place, change, here.trail, words)


def _said(here: _Here, before: Any, after: Any) -> Difference:
    words = (in_words(here.old, before, here.field), in_words(here.new, after, here.field))
    if words[0] == words[1]:
        # The label of an id is the same in both, and the id is not.
        words = (f"{words[0]} ({_plain(before)})", f"{words[1]} ({_plain(after)})")
    return _difference(here, Change.CHANGED, here.trail, words)


def _plain(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _difference(
    here: _Here, change: Change, trail: tuple[str, ...], words: tuple[str, str]
) -> Difference:
    added, removed = change is Change.ADDED, change is Change.REMOVED
    return Difference(
        change,
        trail[0],
        ", ".join(trail[1:]),
        words[0],
        words[1],
        "" if added else here.clauses[0],
        "" if removed else here.clauses[1],
        () if added else here.paths[0],
        () if removed else here.paths[1],
    )


def _with_own_clause(here: _Here, owners: tuple[Any, Any], field: str) -> _Here:
    """A field that has a clause of its own, beside the one of what it belongs to."""
    names = (f"{field}_clause", "limit_clause" if field == "within" else "")
    found = [next(filter(None, (getattr(each, n, "") for n in names if n)), "") for each in owners]
    clauses = (found[0] or here.clauses[0], found[1] or here.clauses[1])
    return replace(here, clauses=clauses)


def _clause(value: Any) -> str:
    found = getattr(value, "clause", "")
    return found if isinstance(found, str) else ""


def _is_group(value: Any) -> bool:
    return is_dataclass(value) and hasattr(value, "__pydantic_config__")


def _is_list(value: Any) -> bool:
    """Whether it is a list whose members can be known again one by one."""
    if not isinstance(value, tuple):
        return False
    keys = [key_of(each) for each in value]
    return all(_is_group(each) for each in value) and None not in keys and _once(keys)


def _once(keys: list[str | None]) -> bool:
    return len(set(keys)) == len(keys)


def _by_key(members: tuple[Any, ...]) -> dict[str, Any]:
    return {key_of(each) or "": each for each in members}


def _places(members: tuple[Any, ...]) -> dict[str, int]:
    return {key_of(each) or "": place for place, each in enumerate(members)}


def _place(places: Mapping[str, Any], key: str) -> str | int:
    found = places.get(key)
    return found if isinstance(found, int) else key


def _title(member: Any, key: str) -> str:
    return key if isinstance(member, str) else title_of(member, key)


def _order(value: Any) -> object:
    return tuple(value) if isinstance(value, Mapping) else None
