"""What an authority's own past disputes show, for trying a protocol out on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from concord.casework.actor import Viewer
from concord.casework.desk import desk
from concord.casework.protocols import protocol_of
from concord.core.clock.working_day import BeyondCalendar, calendar
from concord.core.dispute.fold import fold
from concord.core.dispute.matter import matter_under
from concord.core.dispute.state import Dispute
from concord.core.problem import Finding, WrongData
from concord.core.protocol.definition import Protocol
from concord.core.workshop.trial import Past, past
from concord.records import log
from concord.records import past as records

# Figures of fewer would tell about single disputes.
FEWEST: Final = 6
MOST: Final = 20_000
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class PastDisputes:
    """What past disputes show, and the number of others, which show nothing yet: they are open,
    were withdrawn, or lie beyond the known bank holidays or the number that was asked for. `labels`
    says what their protocols call each role.
    """

    shown: tuple[Past, ...]
    others: int
    labels: Mapping[str, str]


def past_disputes(authority: int, *, most: int = MOST) -> PastDisputes:
    """What the latest resolved disputes of an authority show, at most so many. No viewer: the
    command's caller has the whole installation in hand. Nothing in it says who a child is.

    Raises WrongData when there are fewer than six.
    """
    rows = records.resolved(authority, most=most)
    labels: dict[str, str] = {}
    shown = tuple(each for some in _in_parts(rows) for each in _shown(some, labels))
    if len(shown) < FEWEST:
        raise WrongData((_too_few(len(shown)),))
    return PastDisputes(shown, records.count(authority) - len(shown), labels)


def past_disputes_for(viewer: Viewer, *, at: datetime, most: int = MOST) -> PastDisputes:
    """The same for somebody who looks after the authority's protocol. Raises NotFound for anybody
    else.
    """
    desk(viewer, at=at)
    return past_disputes(viewer.authority, most=most)


def _in_parts(rows: Sequence[records.Over]) -> Iterator[Sequence[records.Over]]:
    yield from (rows[place : place + _AT_ONCE] for place in range(0, len(rows), _AT_ONCE))


def _shown(rows: Sequence[records.Over], labels: dict[str, str]) -> Iterator[Past]:
    entries = log.entries_of_many([row.id for row in rows])
    for row in rows:
        dispute = fold(entries[row.id], dispute=Dispute(id=row.id.hex))
        protocol = protocol_of(dispute.protocol or row.protocol_hash)
        labels |= {name: role.label for name, role in protocol.roles.items()}
        found = _past(protocol, dispute)
        if found is not None:
            yield found


def _past(protocol: Protocol, dispute: Dispute) -> Past | None:
    try:
        return past(matter_under(protocol, dispute, calendar(protocol.nation)))
    except BeyondCalendar:
        return None


def _too_few(number: int) -> Finding:
    were = f"{number or 'No'} dispute{' has' if number == 1 else 's have'} been resolved"
    return Finding(
        "too-few-past-disputes",
        f"{were}: it needs {FEWEST}, since figures of fewer would tell about single ones",
        "Try it out on made-up disputes",
    )
