"""A duty: who must do what, by when, under which clause, what fulfils it and what waits for it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from concord.core.dispute.due import Due
from concord.core.protocol.vocabulary import Act, NotStated


class DutyState(StrEnum):
    """How a duty stands at a moment."""

    NOT_YET = "not yet"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done late"
    MISSED = "missed"
    LAPSED = "no longer owed"


class Terms(NamedTuple):
    """What a duty is about, whoever owes it and whenever it comes up.

    `act` is the verb of the step that fulfils it; `before` are the steps that wait for it, a
    referral for it or for a reason. Most terms follow from the protocol alone and are made once.
    `restraint` is something to leave undone, which nobody works on and nobody sees a dispute for.
    """

    what: str
    clause: str
    act: str
    must: bool = True
    before: tuple[Act, ...] = ()
    whom: tuple[str, ...] = ()
    about: str = ""
    restraint: bool = False


class Duty(NamedTuple):
    """One duty of one dispute. `key` is stable: the rung's number and the rule's name.

    `owners` are roles, any of whom may do it; `since` is when it arose.
    """

    key: str
    terms: Terms
    owners: tuple[str, ...]
    since: datetime
    due: Due | None = None
    fulfilled_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def what(self) -> str:
        """What has to be done, in a sentence."""
        return self.terms.what

    @property
    def clause(self) -> str:
        """The clause that makes it a duty."""
        return self.terms.clause

    @property
    def act(self) -> str:
        """The verb of the step that fulfils it."""
        return self.terms.act

    @property
    def must(self) -> bool:
        """Whether it is owed, or only asked for."""
        return self.terms.must

    @property
    def is_restraint(self) -> bool:
        """Whether it is something to leave undone."""
        return self.terms.restraint

    @property
    def before(self) -> tuple[Act, ...]:
        """The steps that wait for it."""
        return self.terms.before

    @property
    def whom(self) -> tuple[str, ...]:
        """Those towards whom it is owed."""
        return self.terms.whom

    @property
    def about(self) -> str:
        """What it is about, where it names a matter or a body."""
        return self.terms.about

    @property
    def no_date(self) -> str:
        """Why there is no due date: no limit is stated; "" where there is a date."""
        return "" if self.due else NotStated.NOT_STATED.value

    @property
    def missed_at(self) -> datetime | None:
        """The exact moment at which it became too late, if it was not done or over by then."""
        if self.due is None:
            return None
        over = min((at for at in (self.fulfilled_at, self.ended_at) if at), default=None)
        return self.due.at if over is None or over >= self.due.at else None

    @property
    def is_over(self) -> bool:
        """Whether nobody owes it any longer."""
        return self.fulfilled_at is not None or self.ended_at is not None

    def state_at(self, at: datetime) -> DutyState:
        """How it stands at a moment (aware)."""
        if at < self.since:
            return DutyState.NOT_YET
        missed = self.missed_at is not None and self.missed_at <= at
        if self.fulfilled_at is not None:
            return DutyState.DONE_LATE if missed else DutyState.DONE
        if self.ended_at is not None:
            return DutyState.MISSED if missed else DutyState.LAPSED
        return DutyState.OVERDUE if missed else DutyState.OPEN
