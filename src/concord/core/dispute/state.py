"""What a dispute is at a moment: a fold of its entries, and nothing that is not in them."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from concord.core.clock.earliest import earliest
from concord.core.clock.hold import Hold
from concord.core.clock.london import end_of
from concord.core.dispute.events import Action, AlertIssued
from concord.core.protocol.ladders import Facts
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.envelope import Recorded


class Phase(StrEnum):
    """Where a dispute is in its life."""

    NEW = "new"
    INFORMAL = "informal"
    FORMAL = "formal"
    OVERRIDDEN = "overridden"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


_OPEN = frozenset((Phase.INFORMAL, Phase.FORMAL, Phase.OVERRIDDEN))


class Run(NamedTuple):
    """The time that a dispute spends on one rung: an informal tier or a stage."""

    number: int
    rung: str
    way: str
    opened_at: datetime
    opened_seq: int
    alert: AlertIssued | None = None
    alert_at: datetime | None = None
    answers: tuple[Recorded, ...] = ()
    judgements: tuple[Recorded, ...] = ()
    meetings: tuple[Recorded, ...] = ()
    unresolved_at: datetime | None = None
    task_done_at: datetime | None = None
    missed: bool = False
    left_at: datetime | None = None
    by_rule: bool = False
    answer_by: date | None = None

    @property
    def counts_from(self) -> datetime | None:
        """The instant from which the stage's clock counts; None before its alert.

        An alert that a rule carries up at the end of a missed day belongs to that day: its own
        limit begins where the missed one ended, so that no day is lost between the two.
        """
        if self.by_rule and self.alert_at == self.opened_at:
            return self.opened_at - timedelta(microseconds=1)
        return self.alert_at


class Pause(NamedTuple):
    """A hold: from its placing to the end of the agreed day, or to when it ended before."""

    number: int
    run: int
    placed_at: datetime
    until: date
    task: str
    owner: str
    ended_at: datetime | None = None
    done: bool | None = None
    reported_at: datetime | None = None

    @property
    def done_at(self) -> datetime | None:
        """When its task is known to be done: reported, and not found otherwise, or found so."""
        return earliest(self.reported_at, self.ended_at if self.done else None)

    @property
    def ends_at(self) -> datetime:
        """When the clock starts again: the end of the agreed day, or the earlier end."""
        agreed = end_of(self.until)
        return min(agreed, self.ended_at) if self.ended_at else agreed

    @property
    def period(self) -> Hold:
        """The half-open period in which the hold stands."""
        return Hold(self.placed_at, max(self.ends_at, self.placed_at))


class Agreed(NamedTuple):
    """An agreed action, numbered within the dispute: when its owner reported it as done, and what
    was found when it was checked.
    """

    number: int
    action: Action
    agreed_at: datetime
    reported_at: datetime | None = None
    checked_at: datetime | None = None
    done: bool | None = None

    @property
    def done_at(self) -> datetime | None:
        """When it is known to be done: reported, and not found otherwise, or found so."""
        found = self.checked_at if self.done else None
        return earliest(self.reported_at, found)


class ChildOutcome(NamedTuple):
    """An outcome that the child wants, numbered from 1, and its answer: whether it came about (yes,
    in part or no), and what the child gets.
    """

    number: int
    text: str
    named_at: datetime
    answered_at: datetime | None = None
    came: str = ""
    answer: str = ""


class Explained(NamedTuple):
    """Why the child is not told what a rule of the protocol asks for: recorded when, and the day on
    which to look again; None where nobody is to look again.
    """

    rule: str
    at: datetime
    look_again: date | None


class Handing(NamedTuple):
    """How far a matter is on its way to a body outside."""

    to: str
    considered_at: datetime | None = None
    intended: bool = False
    referred_at: datetime | None = None
    in_writing: bool = False
    confirmed_at: datetime | None = None
    outcome_at: datetime | None = None


class LateHoliday(NamedTuple):
    """A bank holiday that was added after the calendar was published, and when it was."""

    day: date
    name: str
    added_at: datetime


class Dispute(NamedTuple):
    """The whole state of one dispute. `entries` is its record; all else follows from it.

    `protocol` is the hash of the version that it runs under, empty where an old record does not
    say it; `children` are the opaque ids of those whom it is about, the first one first.
    """

    id: str
    phase: Phase = Phase.NEW
    entries: tuple[Recorded, ...] = ()
    runs: tuple[Run, ...] = ()
    pauses: tuple[Pause, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    outcomes: tuple[ChildOutcome, ...] = ()
    explained: tuple[Explained, ...] = ()
    handings: tuple[Handing, ...] = ()
    missed: frozenset[str] = frozenset()
    late_holidays: tuple[LateHoliday, ...] = ()
    raiser: str = ""
    child_status: ChildStatus = ChildStatus.IN_CARE
    in_court: bool = False
    facts: Facts = Facts()
    dates: tuple[tuple[str, date], ...] = ()
    identified_on: date | None = None
    respond_by: date | None = None
    raised_with: tuple[str, ...] = ()
    raised_at: datetime | None = None
    informal_until: date | None = None
    informal_ended_at: datetime | None = None
    formal_at: datetime | None = None
    closed_at: datetime | None = None
    protocol: str = ""
    children: tuple[str, ...] = ()

    @property
    def version(self) -> int:
        """The number of the last entry; 0 for a dispute that has not begun."""
        return len(self.entries)

    @property
    def run(self) -> Run | None:
        """The rung on which the dispute stands now, if it has begun and is open; None as long as a
        grave event overrides the stages.
        """
        phase = self.phase
        return self.runs[-1] if phase is Phase.FORMAL or phase is Phase.INFORMAL else None

    @property
    def is_open(self) -> bool:
        """Whether it has begun and not ended."""
        return self.phase in _OPEN

    def handing(self, to: str) -> Handing:
        """How far the matter is on its way to one body; a blank when nothing has happened."""
        for each in self.handings:
            if each.to == to:
                return each
        return Handing(to)

    def explanation(self, rule: str) -> Explained | None:
        """Why the child is not told what a rule asks for, as it was recorded last."""
        return next((each for each in reversed(self.explained) if each.rule == rule), None)

    def outside_date(self, which: str) -> date | None:
        """A date from outside, as it was noted last; None when it is not known."""
        return next((on for name, on in reversed(self.dates) if name == which), None)

    @property
    def pause(self) -> Pause | None:
        """The hold that stands, or whose last day has passed without its check."""
        last = self.pauses[-1] if self.pauses else None
        if last is None or last.ended_at or self.run is None or last.run != self.run.number:
            return None
        return last
