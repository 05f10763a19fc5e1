"""What a protocol can say about one rung of its ladder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from concord.core.protocol.shapes import (
    STRICT,
    AnswerDuration,
    ByPriority,
    ClauseId,
    Id,
    Ids,
    IdsOrNone,
    Line,
    MaybeDuration,
    OrSilent,
)
from concord.core.protocol.vocabulary import IfMissed, Moment, NotStated, StageKind


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers an alert, by when, in which kinds, and what follows when no answer comes."""

    __pydantic_config__ = STRICT
    by: Ids
    within: AnswerDuration
    kinds: OrSilent[Mapping[Id, Line]]
    if_none: IfMissed | NotStated
    clause: ClauseId
    limit_clause: ClauseId | None = None
    all_of_them: bool = False
    counted_from: Moment = Moment.ALERT_ISSUED
    which_date: Id | None = None
    by_priority: ByPriority = field(default_factory=dict)
    substitute: Ids = ()
    substitute_clause: ClauseId | None = None
    answerable: Ids = ()
    answerable_clause: ClauseId | None = None
    sooner: bool = False
    sooner_clause: ClauseId | None = None
    if_none_clause: ClauseId | None = None
    told: Ids = ()
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Judging:
    """Who judges the answer, by when, and what the judge writes down."""

    __pydantic_config__ = STRICT
    by: Ids
    within: MaybeDuration
    clause: ClauseId
    counted_from: Moment = Moment.ANSWER_RECEIVED
    which_date: Id | None = None
    by_priority: ByPriority = field(default_factory=dict)
    all_of_them: bool = False
    writes: tuple[Literal["impact", "outcome"], ...] = ()
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that belongs to a stage: who chairs it, who must be there, who takes minutes.

    One that is held `if necessary` holds nothing up. Without a chair stated anyone may chair.
    """

    __pydantic_config__ = STRICT
    chair: IdsOrNone
    needed: Literal["always", "or adjudication", "if necessary"]
    clause: ClauseId
    attend: Ids = ()
    minutes: Literal["independent", "needed", "not stated"] = "not stated"
    raiser_attends: Literal["yes", "no", "not stated"] = "not stated"
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Adjudication:
    """A written decision by a senior person whether the challenge is upheld, with reasons."""

    __pydantic_config__ = STRICT
    by: Ids
    needed: Literal["always", "or meeting"]
    clause: ClauseId


@dataclass(frozen=True, slots=True)
class Stage:
    """One rung of the ladder.

    `refers_to` is the body outside to which a stage hands the matter over.
    """

    __pydantic_config__ = STRICT
    id: Id
    label: Line
    kind: StageKind
    raised_by: Ids
    addressed_to: Ids
    clause: ClauseId
    answer: OrSilent[Answer]
    judged: OrSilent[Judging]
    copied_to: Ids = ()
    copied_clause: ClauseId | None = None
    told: Ids = ()
    told_clause: ClauseId | None = None
    only_after: Id | None = None
    only_after_clause: ClauseId | None = None
    reserved_for: Line | None = None
    reserved_clause: ClauseId | None = None
    meeting: Meeting | None = None
    adjudication: Adjudication | None = None
    refers_to: Id | None = None
    reading: Id | None = None
