"""Can a dispute always tell its ladder, its limits and the dates that they count from?"""

from collections.abc import Iterator, Sequence
from typing import Any

from concord.core.files.source import Path, Source
from concord.core.problem import did_you_mean
from concord.core.protocol.vocabulary import Moment, StageKind

_ANSWER_FROM = (
    *(Moment.CONCERN_IDENTIFIED, Moment.CONCERN_RAISED, Moment.ACTIONS_AGREED),
    *(Moment.INFORMAL_ENDED, Moment.FORMAL_BEGUN, Moment.STAGE_ENTERED, Moment.ALERT_ISSUED),
    *(Moment.ANSWER_RECEIVED, Moment.EARLIER_DEADLINE, Moment.OUTSIDE_DATE),
)
_JUDGED_FROM = (Moment.ALERT_ISSUED, Moment.ANSWER_RECEIVED, Moment.OUTSIDE_DATE)


def check_choices(source: Source, data: dict[str, Any]) -> None:
    """Note a finding where no ladder is left for a dispute, a ladder goes through nothing, a limit
    is for a priority that there is not, or counts from a date that is not named.
    """
    _ladders(source, data)
    known = data.get("priorities")
    for path, group in _groups(data, ()):
        if path[-1:] == ("by priority",):
            _priorities(source, path, group, known if isinstance(known, dict) else {})
        _moment(source, path, group)
        if group.get("kind") == StageKind.HAND_OVER and not group.get("refers to"):
            hint = 'Write "refers to:" and the body that it is handed to'
            source.report("nobody-to-hand-to", "The stage hands over to nobody", hint, path)


def _ladders(source: Source, data: dict[str, Any]) -> None:
    ladders = [each for each in _list(data.get("ladders")) if isinstance(each, dict)]
    stages = {each.get("id") for each in _list(data.get("stages")) if isinstance(each, dict)}
    if ladders and "only for" in ladders[-1]:
        path: Path = ("ladders", len(ladders) - 1, "only for")
        hint = "Let the last ladder be for all the others: leave out its only for"
        source.report("no-ladder-left", "A dispute may fit none of the ladders", hint, path)
    for place, each in enumerate(ladders):
        through = each.get("goes through")
        names = [through] if isinstance(through, str) else _list(through)
        if stages and not stages.intersection(name for name in names if isinstance(name, str)):
            path = ("ladders", place, "goes through")
            source.report("no-stage", "The ladder goes through no stage", "Name its stages", path)
        if "only for" not in each and place < len(ladders) - 1:
            path = ("ladders", place)
            hint = "Put it last, or say for whom it is"
            source.report("ladder-for-all", "No dispute gets past this ladder", hint, path)


def _priorities(source: Source, path: Path, group: dict[str, Any], known: dict[str, Any]) -> None:
    for name in group:
        if name not in known:
            sentence = f'There is no priority "{name}"'
            source.report("unknown-priority", sentence, did_you_mean(name, known), (*path, name))


def _moment(source: Source, path: Path, group: dict[str, Any]) -> None:
    since, named = group.get("counted from"), group.get("which date")
    if (since == Moment.OUTSIDE_DATE) != (named is not None):
        hint = 'A limit from an outside date has "counted from: outside date" and "which date:"'
        sentence = "It does not say from which outside date, or from another moment"
        source.report("which-date", sentence, hint, (*path, "counted from"))
    allowed = {"answer": _ANSWER_FROM, "judged": _JUDGED_FROM}.get(str(path[-1:] and path[-1]))
    if allowed and since in [*Moment] and since not in allowed:
        what = "answer" if path[-1] == "answer" else "judging"
        sentence = f'The {what} cannot count from "{since}"'
        hint = f"Use one of: {', '.join(allowed)}"
        source.report("counted-from", sentence, hint, (*path, "counted from"))


def _groups(value: object, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every group of keys in the file, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from _groups(inner, (*path, key))
    for index, inner in enumerate(_list(value)):
        yield from _groups(inner, (*path, index))


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
