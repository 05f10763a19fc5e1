"""Do the parts of a protocol file point at things that are there?

This looks at what the file says, and not at the values that it makes, so that a name that is not
there is found also in a file that has other faults.
"""

from collections.abc import Collection, Iterator
from typing import Any, TypeGuard

from concord.core.files.source import MOST_FINDINGS, Path, Source
from concord.core.problem import did_you_mean
from concord.core.protocol.choices import check_choices
from concord.core.protocol.placed import placed_names
from concord.core.protocol.vocabulary import NOT_DECIDED, Moment, NotStated, Verb

_ROLES = frozenset(
    (
        *("by", "raised by", "addressed to", "copied to", "told", "note told", "talk with"),
        *("answerable", "substitute", "who", "whom", "attend", "chair", "checked by", "sought by"),
        *("raisers", "overseers", "responsible", "manager", "chaired by", "sent to"),
        *("viewed by", "also with"),
    )
)
_RUNGS = frozenset(("into", "at", "only after", "goes through"))
_GROUPS = {"reading": "reading", "refers to": "referral", "which date": "date", "owes": "duty"}
_GROUPS |= {"issues": "issue", "categories": "category", "priorities": "priority"}
_GROUPS |= dict.fromkeys(_ROLES, "role") | dict.fromkeys(_RUNGS, "stage")
# Below these stand names that the file chooses, or words.
_OWN_NAMES = frozenset(("source", "labels", "clauses", "kinds", "characteristics", "by priority"))
# These are names of the file's own at its head, and refer to those anywhere else.
_AT_THE_HEAD = frozenset(("categories", "priorities", "dates"))
# Without anybody or anything here there is no dispute to run.
_NOT_EMPTY = frozenset(
    (
        *("children", "stages", "raisers", "raised by", "addressed to", "by", "who", "talk with"),
        *("into", "when", "how", "checked by", "sought by", "goes through", "chaired by"),
        *("sent to", "viewed by", "owes", "also with", "substitute"),
    )
)
_NEEDS_WHOM = (Verb.INFORM, Verb.CONSULT)
_TOTAL_COUNTS_FROM = (Moment.CONCERN_RAISED, Moment.FORMAL_BEGUN, Moment.ALERT_ISSUED)
_NEEDS_ADVICE = (Verb.SEEK_ADVICE, Verb.RECEIVE_ADVICE)

_MOST_NAMED = 8

Known = dict[str, Collection[str] | None]


def check_references(source: Source) -> None:
    """Note a finding for each name that the file uses and does not define, each name that is used
    for two things, each list that may not be empty, and each duty that cannot come up.

    What is wrong with a section itself is left to the shape: names that it would define are then
    not missed.
    """
    data = source.data if isinstance(source.data, dict) else {}
    known = _known(data)
    for path, value in _values(data, ()):
        _name(source, path, value, known)
    for ids in (_ids(data, "informal", "stages"), *(_ids(data, each) for each in _WITH_IDS)):
        _twice(source, ids)
    for index, reading in _groups(data.get("readings")):
        _reading(source, ("readings", index, "chosen"), reading)
    for index, duty in _groups(data.get("duties")):
        _duty(source, ("duties", index), duty, known)
    check_choices(source, data)
    _total(source, data.get("total"))
    _circles(source, data.get("roles"))
    _only_after(source, data)
    for path, group, name in placed_names(data):
        there = known[group]
        if there is not None and name not in there:
            _unknown(source, path, group=group, value=str(name), known=there)


_WITH_IDS = ("readings", "duties", "referrals", "ways in", "ladders")


def _known(data: dict[str, Any]) -> Known:
    """The names that the file defines, by their group; None where that cannot be told."""
    stages = _names(data, "stages")
    tiers = _names(data, "informal")
    advice = [] if data.get("advice") == NotStated.NOT_STATED else _names(data, "advice", "kind")
    return {
        "role": _keys(data, "roles"),
        "stage": None if stages is None or tiers is None else [*tiers, *stages],
        "clause": _keys(data, "clauses"),
        "reading": _names(data, "readings"),
        "referral": _names(data, "referrals", "to"),
        "advice": advice,
        "duty": _names(data, "duties"),
        "date": _keys(data, "dates") or [],
        "category": _keys(data, "categories") or [],
        "priority": _keys(data, "priorities") or [],
        "issue": [] if data.get("issues") == NotStated.NOT_STATED else _keys(data, "issues"),
    }


def _keys(data: dict[str, Any], section: str) -> list[str] | None:
    found = data.get(section)
    return list(found) if isinstance(found, dict) else None


def _names(data: dict[str, Any], section: str, key: str = "id") -> list[str] | None:
    found = data.get(section)
    if not _is_list(found):
        return None
    return [str(each[key]) for _, each in _groups(found) if key in each]


def _ids(data: dict[str, Any], *sections: str) -> list[tuple[Path, str]]:
    return [
        ((section, index, key), str(each[key]))
        for section in sections
        for index, each in _groups(data.get(section))
        for key in ("id", "to")
        if key in each and not (key == "to" and section != "referrals")
    ]


def _groups(value: object) -> Iterator[tuple[int, dict[str, Any]]]:
    if _is_list(value):
        yield from ((index, each) for index, each in enumerate(value) if isinstance(each, dict))


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _values(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every word of the file, and every empty list, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _OWN_NAMES and (path or key not in _AT_THE_HEAD):
                yield from _values(inner, (*path, key))
    elif _is_list(value) and value:
        for index, inner in enumerate(value):
            yield from _values(inner, (*path, index))
    else:
        yield path, value


def _name(source: Source, path: Path, value: object, known: Known) -> None:
    name = next(part for part in reversed(path) if isinstance(part, str))
    if value == []:
        if name in _NOT_EMPTY:
            source.report("empty-list", f'"{name}" names nothing', "Name at least one", path)
        return
    group = _GROUPS.get(name, "clause" if name == "clause" or name.endswith(" clause") else "")
    there = known.get(group)
    if group and there is not None and value not in (*there, "", NotStated.NOT_STATED):
        _unknown(source, path, group=group, value=str(value), known=there)


def _unknown(source: Source, path: Path, *, group: str, value: str, known: Collection[str]) -> None:
    if not source.has_finding(path):
        few = len(source.findings) < 2 * MOST_FINDINGS
        hint = did_you_mean(value, known).replace("Use one of:", "The file has:") if few else ""
        source.report(f"unknown-{group}", f'There is no {group} "{value}"', hint, path)


def _twice(source: Source, ids: list[tuple[Path, str]]) -> None:
    first: dict[str, Path] = {}
    for path, name in ids:
        if name in first:
            line = source.place(first[name]).line
            sentence = f'"{name}" is used for two things; first on line {line}'
            source.report("same-id", sentence, "Give each its own id", path)
        first.setdefault(name, path)


def _reading(source: Source, path: Path, reading: dict[str, Any]) -> None:
    says, chosen = reading.get("says"), reading.get("chosen")
    readings = [says] if isinstance(says, str) else says
    if not (_is_list(readings) and isinstance(chosen, str)) or chosen in (*readings, NOT_DECIDED):
        return
    hint = did_you_mean(chosen, [str(each) for each in readings])
    if hint.startswith("Use one of:"):
        hint = "Write one of them, in the same words"
    sentence = f'The reading "{reading.get("id")}" chooses something that is not among what it says'
    source.report("chosen-not-said", sentence, hint, path)


def _total(source: Source, total: object) -> None:
    since = total.get("counted from") if isinstance(total, dict) else None
    if since not in [*Moment] or since in _TOTAL_COUNTS_FROM:
        return
    sentence = f'The total cannot count from "{since}"'
    hint = f"Use one of: {', '.join(_TOTAL_COUNTS_FROM)}"
    source.report("total-from", sentence, hint, ("total", "counted from"))


def _circles(source: Source, roles: object) -> None:
    """A line of managers has a top: nobody is, over others, a manager of their own. Each circle is
    one finding, at the first in the file who stands in it.
    """
    given = roles if isinstance(roles, dict) else {}
    managers = {
        role: str(each["manager"])
        for role, each in given.items()
        if isinstance(each, dict) and "manager" in each
    }
    known: set[str] = set()
    for role in managers:
        line, at = dict[str, None](), role
        while at in managers and at not in known:
            known.add(at)
            line[at] = None
            at = managers[at]
        if at in line:
            _circle(source, list(line)[list(line).index(at) :])


def _circle(source: Source, line: list[str]) -> None:
    named = line if len(line) <= _MOST_NAMED else [*line[:_MOST_NAMED], "and others"]
    sentence = f"The line of managers goes in a circle: {', '.join([*named, line[0]])}"
    path = ("roles", line[0], "manager")
    source.report("circle", sentence, "Leave manager out where the line ends", path)


def _only_after(source: Source, data: dict[str, Any]) -> None:
    before = _names(data, "informal") or []
    for index, stage in _groups(data.get("stages")):
        after, known = stage.get("only after"), _names(data, "stages") or []
        if after in known and after not in before:
            path = ("stages", index, "only after")
            sentence = f'This stage cannot come only after "{after}", which does not come before it'
            source.report("only-after", sentence, "Name a stage that stands above it", path)
        before = [*before, str(stage.get("id"))]


def _duty(source: Source, path: Path, duty: dict[str, Any], known: Known) -> None:
    if ("must" in duty) == ("should" in duty):
        hint = "Write what the document says: must for what has to be done, should for the rest"
        source.report("must-or-should", "A duty says either must or should", hint, path)
        return
    verb, about = duty.get("must") or duty.get("should"), duty.get("about")
    if verb in _NEEDS_WHOM and not duty.get("whom"):
        source.report("whom-missing", f'To "{verb}" needs a whom', 'Add "whom:" and the role', path)
    if verb in _NEEDS_ADVICE:
        _about(source, path, about, group="advice", known=known)
    if verb == Verb.RAISE_AT:
        _about(source, path, about, group="stage", known=known)
    if not duty.get("counted from") and not duty.get("before"):
        hint = 'Say "before:" a step, or "counted from:" a moment'
        source.report("no-occasion", "The duty never comes up", hint, path)


def _about(source: Source, path: Path, about: object, *, group: str, known: Known) -> None:
    there = known[group]
    what = "kind of advice" if group == "advice" else group
    if there is None or about in there:
        return
    if about is None:
        sentence = f"The duty does not say about which {what} it is"
        source.report(f"unknown-{group}", sentence, 'Add "about:"', path)
    else:
        hint = did_you_mean(str(about), there).replace("Use one of:", "The file has:")
        source.report(f"unknown-{group}", f'There is no {what} "{about}"', hint, (*path, "about"))
