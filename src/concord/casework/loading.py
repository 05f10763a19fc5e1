"""The one way to a dispute: through the person who asks, within that person's authority."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.people.permission import parts, sees_private
from concord.core.record.envelope import Recorded
from concord.records import find, log, posts
from concord.records.models import DisputeRow


class NotFound(LookupError):
    """There is nothing here for this person; whether it exists is not said."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dispute as one person may see it, brought up to an instant.

    `by_time` are the entries that time has brought and nobody has recorded yet; `matter` already
    has them, so that a page is right before any sweep ran, and `recorded` has not.
    """

    row: DisputeRow
    recorded: Matter
    matter: Matter
    by_time: tuple[Recorded, ...]
    roles: frozenset[str]
    sees_private: bool


def matter_of(row: DisputeRow) -> Matter:
    """A dispute's matter as recorded: protocol, fold of the entries, calendar."""
    protocol = protocol_of(row.protocol)
    dispute = fold(log.entries_of(row.pk), dispute=Dispute(id=row.pk.hex))
    return Matter(protocol, dispute, calendar(protocol.nation))


def caught_up(matter: Matter, *, at: datetime) -> tuple[Matter, tuple[Recorded, ...]]:
    """The matter with what time has brought up to `at` (aware), and those entries."""
    entries = catch_up(matter, at=at)
    if not entries:
        return matter, ()
    return replace(matter, dispute=fold(entries, dispute=matter.dispute)), entries


def load(viewer: Viewer, pk: UUID, *, at: datetime, to_write: bool = False) -> Loaded:
    """A dispute for a person at an aware instant.

    Raises NotFound when it is another authority's, when the person has no part in it, or when
    it does not exist: the three look the same. With `to_write`, only inside a transaction.
    """
    look_up = find.locked_dispute if to_write else find.dispute
    row = look_up(pk, authority=viewer.authority)
    if row is None:
        raise NotFound
    recorded = matter_of(row)
    matter, by_time = caught_up(recorded, at=at)
    roles = posts.roles_for(viewer.person, row.child, today=local_date(at))
    if not parts(matter, roles):
        raise NotFound
    return Loaded(row, recorded, matter, by_time, roles, sees_private(matter, roles))
