"""What is on record about a child at a moment: a fold of its entries, and nothing else."""

from datetime import date, datetime
from typing import NamedTuple

from concord.core.dispute.events.base import Action
from concord.core.dispute.words import day
from concord.core.record.envelope import Recorded


class Review(NamedTuple):
    """A review, numbered within the record. `label` is what its kind was called, `protocol` the
    hash of the version whose rules it follows.

    `papers` are the kinds of papers that came, each with when; `report_to` the roles that the
    report reached, each with when.
    """

    number: int
    kind: str
    label: str
    on: date
    place: str
    planned_at: datetime
    protocol: str
    urgent: bool = False
    papers: tuple[tuple[str, datetime], ...] = ()
    held_at: datetime | None = None
    report_to: tuple[tuple[str, datetime], ...] = ()
    cancelled_at: datetime | None = None
    next_expected: bool = True

    @property
    def called(self) -> str:
        """What it is called in a sentence: "LAC review of 4 March 2026"."""
        return f"{self.label} of {day(self.on)}"

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held."""
        return self.held_at is None and self.cancelled_at is None


class Decision(NamedTuple):
    """A decision of a review, numbered within the record: who carries it out by when, when that
    was reported and checked, or refused, and which roles were told of the refusal when.
    """

    number: int
    review: int
    action: Action
    decided_at: datetime
    reported_at: datetime | None = None
    checked_at: datetime | None = None
    done: bool | None = None
    refused_at: datetime | None = None
    told: tuple[tuple[str, datetime], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still to be carried out."""
        return not self.done and self.refused_at is None


class Change(NamedTuple):
    """A significant change that was notified, and the decision on bringing the review forward."""

    number: int
    labels: tuple[str, ...]
    notified_at: datetime
    by: str
    protocol: str
    weighed_at: datetime | None = None
    forward: bool = False


class Request(NamedTuple):
    """What the child asked for, and when it was answered."""

    number: int
    wish: str
    asked_at: datetime
    answered_at: datetime | None = None


class Submission(NamedTuple):
    """A final care plan on its way to court: the day, the assessments made for it, and when plan,
    assessments and view came.
    """

    number: int
    on: date
    assessments: tuple[str, ...]
    planned_at: datetime
    protocol: str
    plan_at: datetime | None = None
    came: tuple[tuple[str, datetime], ...] = ()
    view_at: datetime | None = None

    @property
    def called(self) -> str:
        """What it is called in a sentence."""
        return f"final care plan {self.number}, which goes to court on {day(self.on)}"


class Complaint(NamedTuple):
    """A complaint by or for the child: when it was noted by whom, judged, and over."""

    number: int
    giver: str
    noted_at: datetime
    by: str
    protocol: str
    weighed_at: datetime | None = None
    ended_at: datetime | None = None


class GraveEvent(NamedTuple):
    """A grave event: who recorded it when, who is told at once under which clause, and whom of
    those outside somebody has reached, each with when.
    """

    number: int
    kind: str
    label: str
    recorded_at: datetime
    by: str
    told: tuple[str, ...]
    clause: str
    reached: tuple[tuple[str, datetime], ...] = ()


class ChildRecord(NamedTuple):
    """The whole record of one child beside disputes. `entries` is the record; all else follows."""

    id: str
    entries: tuple[Recorded, ...] = ()
    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    changes: tuple[Change, ...] = ()
    requests: tuple[Request, ...] = ()
    submissions: tuple[Submission, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    grave_events: tuple[GraveEvent, ...] = ()
    missed: frozenset[str] = frozenset()

    @property
    def version(self) -> int:
        """The number of the last entry; 0 for a record without any."""
        return len(self.entries)

    def review(self, number: int) -> Review | None:
        """The review with a number."""
        return next((each for each in self.reviews if each.number == number), None)

    def decision(self, number: int) -> Decision | None:
        """The decision with a number."""
        return next((each for each in self.decisions if each.number == number), None)

    @property
    def planned(self) -> tuple[Review, ...]:
        """The reviews that are still to be held, the soonest first."""
        return tuple(sorted(filter(_is_planned, self.reviews), key=_day))

    @property
    def held(self) -> tuple[Review, ...]:
        """The reviews that were held, the latest first."""
        found = (each for each in self.reviews if each.held_at)
        return tuple(sorted(found, key=_day, reverse=True))

    def called(self, decision: Decision) -> str:
        """What a decision is called in a sentence: "decision 2 of the review of 4 March 2026"."""
        review = self.review(decision.review)
        return f"decision {decision.number} of the {review.called if review else 'review'}"


def _is_planned(review: Review) -> bool:
    return review.is_planned


def _day(review: Review) -> date:
    return review.on
