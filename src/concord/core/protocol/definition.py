"""What a protocol can say. Every value here is written in the protocol's file, with its clause.

The keys of the file are the names below with spaces ("raised by" is `raised_by`). Where a
document is silent the file says `not stated`: silence is a value, never a default.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from concord.core.clock.bank_holidays import Nation
from concord.core.protocol.around import (
    Changes,
    Complaints,
    FinalPlan,
    GraveEvents,
    Recognition,
    Reviews,
)
from concord.core.protocol.choosing import Ladder, OnlyFor, Total
from concord.core.protocol.section import Section
from concord.core.protocol.shapes import (
    STRICT,
    ByPriority,
    ClauseId,
    Day,
    Duration,
    Id,
    Ids,
    Line,
    Lines,
    MaybeDuration,
    OrSilent,
    TalkHow,
)
from concord.core.protocol.stage import Adjudication, Answer, Judging, Meeting, Stage
from concord.core.protocol.vocabulary import (
    Act,
    ChildStatus,
    Condition,
    How,
    Moment,
    NotStated,
    Scope,
    Side,
    Verb,
)

__all__ = [
    "Adjudication",
    "Advice",
    "Answer",
    "AtMost",
    "Clause",
    "Closing",
    "DutyRule",
    "Escalating",
    "Holding",
    "Informal",
    "Issue",
    "Judging",
    "Labels",
    "Ladder",
    "Meeting",
    "OnlyFor",
    "Protocol",
    "Reading",
    "Referral",
    "Role",
    "Section",
    "Source",
    "Stage",
    "Total",
    "WayIn",
]


@dataclass(frozen=True, slots=True)
class Source:
    """The document that the protocol carries out."""

    __pydantic_config__ = STRICT
    document: Line
    authority: Line
    status: Literal["in force", "draft", "example"]
    dated: Line = "not stated"
    version: Line = "not stated"
    in_force_from: Day | None = None
    in_force_until: Day | None = None
    based_on: Line = "nothing"

    def is_in_force(self, on: date) -> bool:
        """Whether a dispute can begin under the document on a day, by the dates that it states."""
        return (self.in_force_from or on) <= on <= (self.in_force_until or on)


@dataclass(frozen=True, slots=True)
class Clause:
    """A place in the document and, in the protocol writer's own words, what it asks for.

    A clause that no rule of the file rests on says what becomes of it instead: whose duty it is
    and how the record shows it, or why it is not modelled.
    """

    __pydantic_config__ = STRICT
    place: Line
    says: Line
    duty_of: Ids = ()
    shown_by: Line | None = None
    not_modelled: Line | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the document contradicts itself or leaves open: the readings, and the one chosen."""

    __pydantic_config__ = STRICT
    id: Id
    about: Line
    says: Lines
    chosen: Line
    because: Line
    clause: ClauseId


@dataclass(frozen=True, slots=True)
class Role:
    """A post or part that the protocol names. `manager` is the role it answers to.

    `children` are those for whom the post is there, all of the protocol's when it is empty.
    """

    __pydantic_config__ = STRICT
    label: Line
    side: Side
    held_for: Scope
    short: str = ""
    manager: Id | None = None
    children: tuple[ChildStatus, ...] = ()

    @property
    def brief(self) -> str:
        """The short name where there is one, else the whole label."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Labels:
    """What this council calls the things that Concord calls dispute, alert, stage and answer."""

    __pydantic_config__ = STRICT
    dispute: Line = "dispute"
    alert: Line = "alert"
    stage: Line = "stage"
    answer: Line = "answer"
    informal: Line = "informal resolution"


@dataclass(frozen=True, slots=True)
class Issue:
    """One kind of concern in the protocol's catalogue, with the roles responsible for it."""

    __pydantic_config__ = STRICT
    label: Line
    group: Line
    responsible: Ids = ()


@dataclass(frozen=True, slots=True)
class AtMost:
    """The longest an informal tier may last; `longer` says what more the document allows."""

    __pydantic_config__ = STRICT
    within: Duration
    counted_from: Moment
    clause: ClauseId
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Informal:
    """An informal tier: with whom, whether an attempt must be on record before going formal.

    `talk_how` are the ways of talking that count as an attempt: the first is tried first, and
    another one says why. Empty where the document names none. `substitute` are those to whom one
    turns when none of the others can be reached.
    """

    __pydantic_config__ = STRICT
    id: Id
    label: Line
    talk_with: Ids
    attempt_needed: bool
    time_set_by: Literal["the raiser", "negotiation", "not stated"]
    clause: ClauseId
    at_most: OrSilent[AtMost]
    told: Ids = ()
    told_clause: ClauseId | None = None
    note_told: Ids = ()
    time_clause: ClauseId | None = None
    reading: Id | None = None
    talk_how: tuple[TalkHow, ...] = ()
    substitute: Ids = ()
    substitute_clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class WayIn:
    """A way into stages other than by the ladder: at the start, or past stages while it runs."""

    __pydantic_config__ = STRICT
    id: Id
    into: Ids
    by: Ids
    clause: ClauseId
    when: tuple[Literal["at the start", "while it runs"], ...]
    reason_needed: bool
    only_if: Line | None = None
    informal_first: bool = True
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A pause until an agreed date: who places it, where, who checks, which clocks it stops."""

    __pydantic_config__ = STRICT
    by: Ids
    at: Ids
    checked_by: Ids
    stops: tuple[Literal["stage", "total"], ...]
    clause: ClauseId
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """Independent advice: of which kind, who may seek it, from whom, and from whom never."""

    __pydantic_config__ = STRICT
    kind: Id
    label: Line
    sought_by: Ids
    clause: ClauseId
    given_by: Line = "not stated"
    never_from: Lines = ()
    private: bool = True
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """Handing the matter to a body outside: who refers, how, what must be thought of first.

    `children` are those whose matter can be referred, all of the protocol's when it is empty.
    """

    __pydantic_config__ = STRICT
    to: Id
    label: Line
    by: Ids
    clause: ClauseId
    how: OrSilent[tuple[Literal["telephone", "writing"], ...]]
    how_clause: ClauseId | None = None
    children: tuple[ChildStatus, ...] = ()
    weighs: Lines = ()
    weighs_clause: ClauseId | None = None
    test: Lines = ()
    test_clause: ClauseId | None = None
    with_documents: bool = False
    remedy: Line = "not stated"
    remedy_clause: ClauseId | None = None
    reading: Id | None = None

    @property
    def ways(self) -> tuple[Literal["telephone", "writing"], ...]:
        """The ways of referring that there are: both where the document names none."""
        return ("telephone", "writing") if isinstance(self.how, NotStated) else self.how


@dataclass(frozen=True, slots=True)
class DutyRule:
    """A duty that a step makes: who must (or should) do what towards whom, by when, before what.

    `how` are the ways of telling that count (empty: any), `together` asks for all of `whom` at
    once, `reasons_needed` for words beside the bare fact.
    """

    __pydantic_config__ = STRICT
    id: Id
    who: Ids
    what: Line
    clause: ClauseId
    must: Verb | None = None
    should: Verb | None = None
    at: Ids = ()
    whom: Ids = ()
    about: Id | None = None
    counted_from: Moment | None = None
    within: MaybeDuration = NotStated.NOT_STATED
    before: tuple[Act, ...] = ()
    refers_to: Id | None = None
    only_if: tuple[Condition, ...] = ()
    in_writing: bool = False
    how: tuple[How, ...] = ()
    together: bool = False
    reasons_needed: bool = False
    which_date: Id | None = None
    by_priority: ByPriority = field(default_factory=dict)
    reading: Id | None = None

    @property
    def verb(self) -> Verb:
        """What has to be done, whether the document says must or should."""
        verb = self.must or self.should
        if verb is None:
            raise ValueError(f"duty {self.id} says neither must nor should")
        return verb


@dataclass(frozen=True, slots=True)
class Escalating:
    """What escalating asks for everywhere, besides the duties before it.

    `obstacle_clause` says that an obstacle outside the authority's control does not stop it.
    """

    __pydantic_config__ = STRICT
    rationale_needed: bool
    clause: ClauseId
    obstacle_clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """What is written when a dispute ends, and who is told."""

    __pydantic_config__ = STRICT
    clause: ClauseId
    told: Ids = ()
    reconvene_clause: ClauseId | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Protocol:
    """A council's whole dispute resolution protocol, as values.

    One is equal to itself alone, so that what follows from it can be found out once and kept.
    """

    __pydantic_config__ = STRICT
    format: Literal["concord protocol 1"]
    id: Id
    title: Line
    source: Source
    nation: Nation
    children: tuple[ChildStatus, ...]
    labels: Labels
    clauses: Mapping[ClauseId, Clause]
    readings: tuple[Reading, ...]
    roles: Mapping[Id, Role]
    raisers: Ids
    issues: OrSilent[Mapping[Id, Issue]]
    total: OrSilent[Total]
    informal: tuple[Informal, ...]
    stages: tuple[Stage, ...]
    ways_in: OrSilent[tuple[WayIn, ...]]
    escalating: OrSilent[Escalating]
    holding: OrSilent[Holding]
    advice: OrSilent[tuple[Advice, ...]]
    referrals: tuple[Referral, ...]
    duties: tuple[DutyRule, ...]
    closing: Closing
    overseers: Ids = field(default=())
    overseers_clause: ClauseId | None = None
    raisers_clause: ClauseId | None = None
    raiser_alone: bool = False
    raiser_alone_clause: ClauseId | None = None
    siblings: OrSilent[Literal["one dispute", "a dispute each"]] = NotStated.NOT_STATED
    siblings_clause: ClauseId | None = None
    reviews: OrSilent[Reviews] = NotStated.NOT_STATED
    changes: OrSilent[Changes] = NotStated.NOT_STATED
    recognition: OrSilent[Recognition] = NotStated.NOT_STATED
    final_plan: OrSilent[FinalPlan] = NotStated.NOT_STATED
    complaints: OrSilent[Complaints] = NotStated.NOT_STATED
    grave_events: OrSilent[GraveEvents] = NotStated.NOT_STATED
    child_asks_clause: ClauseId | None = None
    against_wishes_clause: ClauseId | None = None
    child_outcomes_clause: ClauseId | None = None
    issues_clause: ClauseId | None = None
    categories: Mapping[Id, Line] = field(default_factory=dict)
    categories_clause: ClauseId | None = None
    priorities: Mapping[Id, Line] = field(default_factory=dict)
    priorities_clause: ClauseId | None = None
    dates: Mapping[Id, Line] = field(default_factory=dict)
    dates_clause: ClauseId | None = None
    ladders: tuple[Ladder, ...] = ()
    sections: tuple[Section, ...] = ()
