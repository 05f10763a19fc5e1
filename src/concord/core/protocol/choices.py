"""Can a dispute always tell its ladder, its limits, the dates that they count from and what
happens at a stage?
"""

from collections.abc import Iterator, Sequence
from typing import Any

from concord.core.files.source import Path, Source
from concord.core.problem import did_you_mean
from concord.core.protocol.vocabulary import Moment, NotStated, StageKind

_ANSWER_FROM = (
    *(Moment.CONCERN_IDENTIFIED, Moment.CONCERN_RAISED, Moment.ACTIONS_AGREED),
    *(Moment.INFORMAL_ENDED, Moment.FORMAL_BEGUN, Moment.STAGE_ENTERED, Moment.ALERT_ISSUED),
    *(Moment.ANSWER_RECEIVED, Moment.EARLIER_DEADLINE, Moment.OUTSIDE_DATE),
)
_JUDGED_FROM = (Moment.ALERT_ISSUED, Moment.ANSWER_RECEIVED, Moment.OUTSIDE_DATE)
_NEEDED = {
    StageKind.MEETING.value: "meeting",
    StageKind.ADJUDICATION.value: "adjudication",
}
_UNANSWERED = (StageKind.REPORT_ONLY, StageKind.HAND_OVER)
_ANSWERED = ("answer", "judged", "meeting", "adjudication")


def check_choices(source: Source, data: dict[str, Any]) -> None:
    """Note a finding where no ladder is left for a dispute, a ladder goes through nothing, a limit
    is for a priority that there is not, or counts from a date that is not named; where a stage has
    not the parts of its kind, and where a list names something twice.
    """
    _ladders(source, data)
    _in_force(source, data.get("source"))
    for place, stage in enumerate(_list(data.get("stages"))):
        if isinstance(stage, dict):
            _stage(source, ("stages", place), stage)
    known = data.get("priorities")
    for path, group in _groups(data, ()):
        if path[-1:] == ("by priority",):
            _priorities(source, path, group, known if isinstance(known, dict) else {})
        _moment(source, path, group)
        for key, value in group.items():
            _twice(source, (*path, key), value)


def _in_force(source: Source, document: object) -> None:
    given = document if isinstance(document, dict) else {}
    first, last = given.get("in force from"), given.get("in force until")
    if isinstance(first, str) and isinstance(last, str) and last < first:
        sentence = f"It is in force until {last}, which is before {first}"
        hint = "Give the last day on which a concern can be raised under it"
        source.report("ends-before-it-begins", sentence, hint, ("source", "in force until"))


def _stage(source: Source, path: Path, stage: dict[str, Any]) -> None:
    kind = stage.get("kind")
    if kind == StageKind.HAND_OVER and not stage.get("refers to"):
        hint = 'Write "refers to:" and the body that it is handed to'
        source.report("nobody-to-hand-to", "The stage hands over to nobody", hint, path)
    needed = _NEEDED.get(str(kind))
    if needed and needed not in stage:
        sentence = f'The stage is of the kind "{kind}", and nothing says who takes part in it'
        hint = f'Add "{needed}:", or write another kind'
        source.report("part-missing", sentence, hint, (*path, "kind"))
    for part in _ANSWERED if kind in _UNANSWERED else ():
        if stage.get(part, NotStated.NOT_STATED) != NotStated.NOT_STATED:
            sentence = f'Nothing is answered at a stage of the kind "{kind}"'
            silent = (
                f'Write "{part}: not stated"' if part in ("answer", "judged") else "Take it out"
            )
            source.report(
                "nothing-to-answer", sentence, f"{silent}, or another kind", (*path, part)
            )


def _twice(source: Source, path: Path, value: object) -> None:
    """A name that stands twice in one list: one of them was to be another."""
    seen: set[str] = set()
    for place, each in enumerate(_list(value)):
        if isinstance(each, str) and each in seen:
            sentence = f'"{each}" stands twice in this list'
            source.report("named-twice", sentence, "Take one out, or put it right", (*path, place))
        seen.add(str(each))


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
        if "only for" in each and not each["only for"]:
            path = ("ladders", place, "only for")
            hint = "Say for which disputes it is, or leave it out where it is for all the others"
            source.report("nothing-written", "It does not say for which disputes", hint, path)
        _about(source, ("ladders", place, "only for"), each.get("only for"))
        if "only for" not in each and place < len(ladders) - 1:
            path = ("ladders", place)
            hint = "Put it last, or say for whom it is"
            source.report("ladder-for-all", "No dispute gets past this ladder", hint, path)


def _about(source: Source, path: Path, rule: object) -> None:
    """A ladder about something else than the service says who raises a concern about that."""
    if isinstance(rule, dict) and rule.get("about") and not rule.get("raised by"):
        sentence = "It does not say who may raise a concern about this"
        hint = 'Add "raised by:" and the roles: those of the whole protocol are for the service'
        source.report("nobody-to-raise", sentence, hint, path)


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
