"""The one way to a dispute: through the person who asks, within that person's authority."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter, matter_under
from concord.core.dispute.private import is_private_duty
from concord.core.dispute.state import Dispute
from concord.core.people.permission import parts, sees_private
from concord.core.record.envelope import Recorded
from concord.records import log, posts
from concord.records.models import Child
from concord.records.posts import Holders, roles_of
from concord.records.standing import Standing, standing


class NotFound(LookupError):
    """There is nothing here for this person; whether it exists is not said."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dispute as one person may see it, brought up to an instant.

    `by_time` are the entries that time has brought and nobody has recorded yet; `matter` already
    has them, so that a page is right before any sweep ran, and `recorded` has not.
    """

    row: Standing
    recorded: Matter
    matter: Matter
    by_time: tuple[Recorded, ...]
    holders: Holders
    roles: frozenset[str]
    sees_private: bool

    def knows_of(self, duty: Duty) -> bool:
        """Whether the person may know that a duty is owed or done."""
        own = self.sees_private or not self.roles.isdisjoint(duty.owners)
        return own or not is_private_duty(duty)


def matter_of(row: Standing) -> Matter:
    """A dispute's matter as recorded: protocol, fold of the entries, calendar."""
    return matter_from(row, log.entries_of(row.id))


def matter_from(row: Standing, entries: tuple[Recorded, ...]) -> Matter:
    """A dispute's matter from its entries, under the version that they say; an old record does not
    say it, and its row does.
    """
    dispute = fold(entries, dispute=Dispute(id=row.id.hex))
    protocol = protocol_of(dispute.protocol or row.protocol_hash)
    return matter_under(protocol, dispute, calendar(protocol.nation))


def caught_up(matter: Matter, *, at: datetime) -> tuple[Matter, tuple[Recorded, ...]]:
    """The matter with what time has brought up to `at` (aware), and those entries."""
    entries = catch_up(matter, at=at)
    if not entries:
        return matter, ()
    return matter.now(fold(entries, dispute=matter.dispute)), entries


def load(viewer: Viewer, pk: UUID, *, at: datetime, to_write: bool = False) -> Loaded:
    """A dispute for a person at an aware instant.

    Raises NotFound when it is another authority's, when the person has no part in it, or when
    it does not exist: the three look the same. With `to_write`, only inside a transaction.
    """
    row = standing(pk, authority=viewer.authority, to_write=to_write)
    if row is None:
        raise NotFound
    recorded = matter_of(row)
    lapsed = row.next_due_at is not None and row.next_due_at <= at
    matter, by_time = caught_up(recorded, at=at) if lapsed else (recorded, ())
    holders = holders_of(row, today=local_date(at))
    roles = roles_of(viewer.person, holders)
    if not parts(matter, roles):
        raise NotFound
    return Loaded(row, recorded, matter, by_time, holders, roles, sees_private(matter, roles))


def holders_of(row: Standing, *, today: date) -> Holders:
    """Who holds which role for the child of a dispute on a day."""
    scopes = posts.scopes(row.child_id, team=row.team_id, service=row.service_id)
    return posts.holders(row.authority_id, scopes, today=today)


def holders_of_many(rows: list[Standing], *, today: date) -> dict[UUID, Holders]:
    """Who holds which role for the children of several disputes on a day, by dispute."""
    wanted = {
        row.id: (
            *posts.scopes(row.child_id, team=row.team_id, service=row.service_id)[:-1],
            f"{posts.AUTHORITY}:{row.authority_id}",
        )
        for row in rows
    }
    authorities = sorted({row.authority_id for row in rows})
    return posts.holders_of_many(wanted, authorities=authorities, today=today)


def holders_for(child: Child, *, today: date) -> Holders:
    """Who holds which role for a child on a day; the child's team has to be loaded."""
    scopes = posts.scopes(child.pk, team=child.team_id, service=child.team.service_id)
    return posts.holders(child.authority_id, scopes, today=today)
