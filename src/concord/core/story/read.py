"""Story files: who did what when, in the field's words, to be played under a protocol."""

import difflib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, TypeAdapter

from concord.core.clock.london import LONDON
from concord.core.dispute.decide import ACTS
from concord.core.dispute.events import CODEC, DisputeEvent
from concord.core.files.shape import fit
from concord.core.files.source import Source, read_source
from concord.core.problem import WrongData
from concord.core.protocol.vocabulary import ChildStatus

_STRICT = ConfigDict(extra="forbid", frozen=True)
TIME_PASSES = "time passes"
_ABOUT_THE_ACT = ("at", "by", "person", "expect")
_MORNING = time(9)


def _moment(value: object) -> datetime:
    words = str(value).strip()
    try:
        if len(words) == len("2026-03-02"):
            return datetime.combine(date.fromisoformat(words), _MORNING, LONDON)
        return datetime.fromisoformat(words).replace(tzinfo=LONDON)
    except ValueError as error:
        hint = "Write 2026-03-02 10:00, or 2026-03-02 for nine in the morning"
        raise ValueError(f'"{words}" is not a moment Hint: {hint}') from error


Moment = Annotated[datetime, BeforeValidator(_moment)]


@dataclass(frozen=True, slots=True)
class Ends:
    """How a story ends, checked after its last act."""

    __pydantic_config__ = _STRICT
    phase: str = ""
    stage: str = ""
    working_days_used: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a story file says besides its acts."""

    __pydantic_config__ = _STRICT
    format: Literal["concord story 1"]
    title: str
    protocol: str
    acts: tuple[dict[str, object], ...]
    child: ChildStatus = ChildStatus.IN_CARE
    clauses: tuple[str, ...] = ()
    ends: Ends = Ends()


@dataclass(frozen=True, slots=True)
class Act:
    """One act: when, by which role and person, what is proposed, and what is expected of it.

    `proposal` is None when only time passes. `expect` is empty, "accepted", "refused", or the id
    of the refusal that is expected.
    """

    at: datetime
    by: str
    person: str
    verb: str
    proposal: DisputeEvent | None
    expect: str
    line: int


@dataclass(frozen=True, slots=True)
class Story:
    """A story, ready to be played."""

    title: str
    protocol: str
    child: ChildStatus
    clauses: tuple[str, ...]
    acts: tuple[Act, ...]
    ends: Ends


@dataclass(frozen=True, slots=True)
class _ActHead:
    __pydantic_config__ = _STRICT
    at: Moment
    by: str = ""
    person: str = ""
    expect: str = ""


_HEAD = TypeAdapter(Head)
_ACT = TypeAdapter(_ActHead)


def read_story(text: str, *, file: str) -> Story:
    """Read a story. In: the text and the file's name. Out: the story.

    Raises WrongData with every finding at once, each with its line: unknown keys and acts,
    moments that are none or go backwards, fields that do not fit their act.
    """
    source = read_source(text, file=file)
    data = source.data if isinstance(source.data, dict) else {}
    head = fit(source, data, _HEAD)
    source.stop_if_wrong()
    if head is None:
        raise AssertionError("a file without findings has a head")
    raw = data["acts"] if isinstance(data["acts"], list) else []
    acts = [_act(source, index, each) for index, each in enumerate(raw)]
    _in_order(source, acts)
    source.stop_if_wrong()
    known = tuple(act for act in acts if act)
    return Story(head.title, head.protocol, head.child, head.clauses, known, head.ends)


def _act(source: Source, index: int, raw: object) -> Act | None:
    path = ("acts", index)
    if not isinstance(raw, dict):
        source.report("not-an-act", "An act has keys: at, by and the act itself", "", path)
        return None
    verbs = [key for key in raw if key not in _ABOUT_THE_ACT]
    about = {key: value for key, value in raw.items() if key in _ABOUT_THE_ACT}
    head = fit(source, about, _ACT, at=path)
    if len(verbs) != 1:
        hint = f"Write one of: {', '.join(ACTS)}, {TIME_PASSES}"
        source.report("one-act", f"There are {len(verbs)} acts here, not one", hint, path)
        return None
    proposal = _proposal(source, verbs[0], raw[verbs[0]], (*path, verbs[0]))
    if head is None or (proposal is None and verbs[0] != TIME_PASSES):
        return None
    if not head.by and proposal is not None:
        source.report("missing-key", 'The key "by" is missing', "Name the role that acts", path)
    line = source.place(path).line
    person = head.person or head.by
    return Act(head.at, head.by, person, verbs[0], proposal, head.expect, line)


def _proposal(
    source: Source, verb: str, raw: object, path: tuple[str | int, ...]
) -> DisputeEvent | None:
    if verb == TIME_PASSES:
        return None
    kind = ACTS.get(verb)
    if kind is None:
        close = difflib.get_close_matches(verb, ACTS, 1)
        hint = f'Did you mean "{close[0]}"?' if close else f"Known acts: {', '.join(ACTS)}"
        source.report("unknown-act", f'There is no act "{verb}"', hint, path)
        return None
    values = raw if isinstance(raw, dict) else {}
    try:
        proposed = CODEC.propose(kind, _with_lists(_underscored(values)))
    except WrongData as wrong:
        for each in wrong.findings:
            field = each.place.path.split(" > ")[0]
            source.report(each.id, each.sentence, each.hint, (*path, field))
        return None
    return proposed if isinstance(proposed, DisputeEvent) else None


_LISTS = ("issues", "raised_with", "with_roles", "whom", "attended")


def _with_lists(values: dict[str, object]) -> dict[str, object]:
    return {
        key: (value,) if key in _LISTS and isinstance(value, str) else value
        for key, value in values.items()
    }


def _underscored(values: dict[str, object]) -> dict[str, object]:
    return {key.replace(" ", "_"): value for key, value in values.items()}


def _in_order(source: Source, acts: list[Act | None]) -> None:
    last: Act | None = None
    for index, act in enumerate(acts):
        if act and last and act.at < last.at:
            hint = f"The act before it is at {last.at:%Y-%m-%d %H:%M}"
            source.report(
                "backwards", "This act is earlier than the one before", hint, ("acts", index)
            )
        last = act or last
