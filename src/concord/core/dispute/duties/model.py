"""A duty: who must do what, by when, under which clause, what fulfils it and what waits for it."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from concord.core.dispute.due import Due
from concord.core.protocol.vocabulary import Act


class DutyState(StrEnum):
    """How a duty stands at a moment."""

    NOT_YET = "not yet"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done late"
    MISSED = "missed"
    LAPSED = "no longer owed"


class Duty(NamedTuple):
    """One duty of one dispute. `key` is stable: the rung's number and the rule's name.

    `owners` are roles, any of whom may do it; `act` is the verb of the step that fulfils it;
    `before` are the steps that wait for it, a referral for it or for a reason; `no_date` says why
    there is no due date.
    """

    key: str
    what: str
    owners: tuple[str, ...]
    clause: str
    since: datetime
    act: str
    due: Due | None = None
    no_date: str = ""
    must: bool = True
    before: tuple[Act, ...] = ()
    whom: tuple[str, ...] = ()
    about: str = ""
    fulfilled_at: datetime | None = None
    ended_at: datetime | None = None

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
