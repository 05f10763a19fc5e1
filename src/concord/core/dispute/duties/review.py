"""The duty that stays when a dispute is resolved with its review still to be reconvened."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.clock.london import local_date
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.events import Resolved, ReviewCalled
from concord.core.dispute.matter import Matter


def review_duties(matter: Matter) -> Iterator[Duty]:
    """The raiser reconvenes the review, where resolving said that it is to be reconvened.

    It is owed after the end and without a date: no limit is stated. IRO Handbook 2010 chapter 6:
    a change of the care plan is confirmed by a review, which is the reviewing officer's own.
    """
    closed_at = matter.dispute.closed_at
    if closed_at is None or not _promised(matter):
        return
    closing = matter.protocol.closing
    clause = closing.reconvene_clause or closing.clause
    yield Duty(
        key="review",
        terms=Terms("Reconvene the review to confirm the changes", clause, "call review"),
        owners=(matter.dispute.raiser,),
        since=closed_at,
        fulfilled_at=_reconvened_at(matter, closed_at),
    )


def _promised(matter: Matter) -> bool:
    ends = (each.event for each in matter.dispute.entries if isinstance(each.event, Resolved))
    return any(event.reconvene == "yes" for event in ends)


def _reconvened_at(matter: Matter, closed_at: datetime) -> datetime | None:
    """When the review was reconvened: after the end, or before it for a day not over by then."""
    closed_on = local_date(closed_at)
    for entry in matter.dispute.entries:
        event = entry.event
        if not isinstance(event, ReviewCalled) or event.kind != "reconvened":
            continue
        if entry.happened_at >= closed_at or (event.on and event.on >= closed_on):
            return max(entry.happened_at, closed_at)
    return None
