"""Story files: who did what when, in the field's words, to be played under a protocol."""

from dataclasses import dataclass, field, fields
from datetime import datetime, time
from typing import Annotated, Final, Literal, TypeGuard

from pydantic import BeforeValidator, ConfigDict, Field

from concord.core.child.decide import CHILD_ACTS
from concord.core.child.events import CODEC as CHILD_CODEC
from concord.core.child.events import ChildEvent
from concord.core.clock.written import WrongMoment, parse_written
from concord.core.dispute.decide import ACTS
from concord.core.dispute.events import CODEC
from concord.core.dispute.events.base import Worded
from concord.core.files.format import stop_if_other_kind
from concord.core.files.shape import Shape, fit
from concord.core.files.source import Path, Source, read_source
from concord.core.problem import WrongData, did_you_mean
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.protocol.words import as_tuple
from concord.core.record.fields import described
from concord.core.record.text import Line
from concord.core.story.model import Act, Ends, Story

_STRICT = ConfigDict(extra="forbid", frozen=True)
FORMAT: Final = "concord story 1"
TIME_PASSES = "time passes"
_ABOUT_THE_ACT = ("at", "by", "person", "expect")
_MORNING = time(9)
# What can be done in a story: in the dispute, and on the child's own record.
_VERBS: dict[str, type[Worded]] = {**ACTS, **CHILD_ACTS}
MOST_SIBLINGS = 20


def _moment(value: object) -> datetime:
    try:
        return parse_written(str(value)).at(_MORNING)
    except WrongMoment as wrong:
        raise ValueError(f"{wrong.sentence} Hint: {wrong.hint}") from wrong


Moment = Annotated[datetime, BeforeValidator(_moment)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_tuple)]


@dataclass(frozen=True, slots=True)
class Head:
    """What a story file says besides its acts."""

    __pydantic_config__ = _STRICT
    format: Literal["concord story 1"]
    title: Line
    protocol: Line
    acts: tuple[object, ...]
    child: ChildStatus = ChildStatus.IN_CARE
    siblings: Annotated[int, Field(ge=0, le=MOST_SIBLINGS)] = 0
    clauses: Lines = ()
    ends: Ends = field(default_factory=Ends)


@dataclass(frozen=True, slots=True)
class _ActHead:
    __pydantic_config__ = _STRICT
    at: Moment
    by: str = ""
    person: str = ""
    expect: str = ""


_HEAD = Shape(Head)
_ACT = Shape(_ActHead)


@dataclass(frozen=True, slots=True)
class Draft:
    """A story file as far as it can be read, and its source with the findings so far.

    What cannot be read is left out of the story: an act, or a word of the head.
    """

    story: Story
    source: Source


def read_story(text: str, *, file: str) -> Story:
    """Read a story. In: the text and the file's name. Out: the story.

    Raises WrongData with every finding at once, each with its line: unknown keys and acts,
    moments that are none or go backwards, fields that do not fit their act.
    """
    draft = draft_story(text, file=file)
    draft.source.stop_if_wrong()
    return draft.story


def draft_story(text: str, *, file: str) -> Draft:
    """Read a story that may have faults, so that its names can be checked beside them.

    Raises WrongData only when the file is no YAML, or no story at all.
    """
    source = read_source(text, file=file)
    stop_if_other_kind(source, wanted=FORMAT)
    data = source.data if isinstance(source.data, dict) else {}
    head = fit(source, data, _HEAD) or _head_of(data)
    raw = data.get("acts")
    acts = [_act(source, index, each) for index, each in enumerate(raw if _is_list(raw) else [])]
    if raw == []:
        source.report(
            "no-acts", "The story has no acts", "Write at least one act below it", ("acts",)
        )
    _in_order(source, acts)
    known = tuple(act for act in acts if act)
    lines = {str(path[0]): line for path, line in source.lines.items() if len(path) == 1}
    story = Story(
        *(file, head.title, head.protocol, head.child, head.clauses, known, head.ends, lines),
        siblings=head.siblings,
    )
    return Draft(story, source)


def _head_of(data: dict[str, object]) -> Head:
    """What can be told from a head with faults: its protocol, and the stage where it ends."""
    ends = data.get("ends")
    stage = ends.get("stage") if isinstance(ends, dict) else ""
    named, stage = (each if isinstance(each, str) else "" for each in (data.get("protocol"), stage))
    return Head(FORMAT, "", named, (), ends=Ends(stage=stage))


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _act(source: Source, index: int, raw: object) -> Act | None:
    path = ("acts", index)
    if not isinstance(raw, dict):
        hint = "An act has the keys at, by and the act itself, each with a colon"
        source.report("not-an-act", "This is no act", hint, path)
        return None
    verbs = [key for key in raw if key not in _ABOUT_THE_ACT]
    about = {key: value for key, value in raw.items() if key in _ABOUT_THE_ACT}
    head = fit(source, about, _ACT, at=path)
    if len(verbs) != 1:
        _not_one(source, verbs, path)
        return None
    proposal = _proposal(source, verbs[0], raw[verbs[0]], (*path, verbs[0]))
    if head is None or (proposal is None and verbs[0] != TIME_PASSES):
        return None
    if not head.by and proposal is not None:
        source.report("missing-key", 'The key "by" is missing', "Name the role that acts", path)
    return Act(
        number=index + 1,
        at=head.at,
        by=head.by,
        person=head.person or head.by,
        verb=verbs[0],
        proposal=proposal,
        expect=head.expect,
        line=source.place(path).line,
        lines=_lines(source, raw, path) | _lines(source, raw[verbs[0]], (*path, verbs[0])),
    )


def _not_one(source: Source, verbs: list[str], path: Path) -> None:
    if verbs:
        sentence = f"There are {len(verbs)} acts here, not one: {', '.join(verbs)}"
        hint = "Begin each act with a hyphen and its own at"
        source.report("one-act", sentence, hint, path)
    else:
        hint = f"Write one of: {', '.join(_VERBS)}, {TIME_PASSES}"
        source.report("one-act", "Nothing is done here", hint, path)


def _lines(source: Source, raw: object, path: Path) -> dict[str, int]:
    keys = raw if isinstance(raw, dict) else ()
    return {key: source.lines[*path, key] for key in keys}


def _proposal(source: Source, verb: str, raw: object, path: Path) -> Worded | None:
    if raw not in ("", None) and (not isinstance(raw, dict) or verb == TIME_PASSES):
        hint = "Leave it empty" if verb == TIME_PASSES else "Write its fields below, or in { }"
        source.report("not-fields", f'Words cannot stand after "{verb}:"', hint, path)
        return None
    if verb == TIME_PASSES:
        return None
    kind = _VERBS.get(verb)
    if kind is None:
        hint = did_you_mean(verb, [*_VERBS, TIME_PASSES])
        source.report("unknown-act", f'There is no act "{verb}"', hint, path)
        return None
    values = raw if isinstance(raw, dict) else {}
    try:
        codec = CHILD_CODEC if issubclass(kind, ChildEvent) else CODEC
        proposed = codec.propose(kind, _values(source, kind, values, path))
    except WrongData as wrong:
        for each in wrong.findings:
            source.report(each.id, each.sentence, each.hint, (*path, *_parts(each.place.path)))
        return None
    return proposed if isinstance(proposed, Worded) else None


def _values(
    source: Source, kind: type[Worded], values: dict[str, object], path: Path
) -> dict[str, object]:
    """The values by the event's own field names; a finding for each field it does not ask for."""
    asked = {name.replace("_", " "): name for name, about in described(kind).items() if about.given}
    for key in values:
        if key not in asked:
            sentence = f'"{key}" is not asked for in "{kind.VERB}"'
            source.report("unknown-field", sentence, did_you_mean(key, asked), (*path, key))
    lists = {each.name for each in fields(kind) if isinstance(each.default, tuple)}
    return {
        asked[key]: (value,) if asked[key] in lists and isinstance(value, str) and value else value
        for key, value in values.items()
        if key in asked
    }


def _parts(path: str) -> Path:
    return tuple(int(part) if part.isdigit() else part for part in path.split(" > "))


def _in_order(source: Source, acts: list[Act | None]) -> None:
    last: Act | None = None
    for index, act in enumerate(acts):
        if act and last and act.at < last.at:
            hint = f"The act before it is at {last.at:%Y-%m-%d %H:%M}"
            source.report(
                "backwards", "This act is earlier than the one before", hint, ("acts", index)
            )
        last = act or last
