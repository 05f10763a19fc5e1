"""What a protocol can say about what stands beside its disputes: reviews, changes, care plans for
the court, complaints, good practice, and grave events.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from concord.core.protocol.shapes import (
    STRICT,
    ClauseId,
    Duration,
    Id,
    Ids,
    Line,
    MaybeDuration,
)
from concord.core.protocol.vocabulary import NotStated


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a review: who provides them, and how long before the review at the latest."""

    __pydantic_config__ = STRICT
    by: Ids
    before: Duration
    kinds: Mapping[Id, Line]
    clause: ClauseId
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The full report of a review: to whom it goes, and by when after the review."""

    __pydantic_config__ = STRICT
    sent_to: Ids
    within: MaybeDuration
    clause: ClauseId
    reading: Id | None = None


@dataclass(frozen=True, slots=True)
class NotCarriedOut:
    """A decision of a review that is not to be carried out: whose reasons in writing the chair
    gets (Care Planning Regulations 2010, regulation 8A in the words of the documents), and who
    else is told of it in good time.
    """

    __pydantic_config__ = STRICT
    by: Ids
    clause: ClauseId
    told: Ids = ()
    told_clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reviews of a child: who chairs them, their kinds, and what belongs to each of them."""

    __pydantic_config__ = STRICT
    chaired_by: Ids
    kinds: Mapping[Id, Line]
    clause: ClauseId
    next_clause: ClauseId | None = None
    views_clause: ClauseId | None = None
    challenge_clause: ClauseId | None = None
    papers: Papers | None = None
    report: Report | None = None
    not_carried_out: NotCarriedOut | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The significant changes of which somebody notifies the chair of the child's reviews, who
    decides whether to bring the next one forward.
    """

    __pydantic_config__ = STRICT
    by: Ids
    kinds: Mapping[Id, Line]
    clause: ClauseId
    within: MaybeDuration = NotStated.NOT_STATED


@dataclass(frozen=True, slots=True)
class Recognition:
    """Good practice that is put on record: by whom, of which kinds, and who is told of it besides
    the line manager; and where praise from children, parents and others is passed on to.
    """

    __pydantic_config__ = STRICT
    by: Ids
    clause: ClauseId
    characteristics: Mapping[Id, Line]
    told: Ids = ()
    line_manager: bool = False
    compliments_to: Line = "not stated"
    compliments_clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class GraveEvents:
    """Events that override the stages: which they are, and who is told of them at once."""

    __pydantic_config__ = STRICT
    kinds: Mapping[Id, Line]
    told: Ids
    clause: ClauseId


@dataclass(frozen=True, slots=True)
class FinalPlan:
    """A final care plan for the court: who sends it to the reviewing service before it goes there,
    with the specialist assessments, and whose view goes with it.
    """

    __pydantic_config__ = STRICT
    by: Ids
    viewed_by: Ids
    clause: ClauseId
    assessments_clause: ClauseId | None = None
    view_clause: ClauseId | None = None


@dataclass(frozen=True, slots=True)
class Complaints:
    """A complaint by or for a child: who learns of it, and whether the reviewing officer judges if
    it is serious enough to act on at once. It stops nothing.
    """

    __pydantic_config__ = STRICT
    told: Ids
    clause: ClauseId
    beside_clause: ClauseId | None = None
    weighed_clause: ClauseId | None = None
