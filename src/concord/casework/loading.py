"""The one way to a dispute: through the person who asks, within that person's authority."""

from collections.abc import Sequence
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
from concord.records import find, log, posts
from concord.records.models import Child
from concord.records.posts import Held, Holders, Place, roles_of
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
    held: Held
    roles: frozenset[str]
    sees_private: bool

    @property
    def holders(self) -> Holders:
        """Who holds which role for any of the dispute's children."""
        return self.held.together

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
    held = held_in(row, today=local_date(at))
    roles = roles_of(viewer.person, held.together)
    if not parts(matter, roles):
        raise NotFound
    return Loaded(row, recorded, matter, by_time, held, roles, sees_private(matter, roles))


def held_in(row: Standing, *, today: date) -> Held:
    """Who holds which role for the children of a dispute on a day."""
    return posts.held(row.places, today=today)


def held_by_record(row: Standing, matter: Matter, *, today: date) -> Held:
    """Who holds which role on a day for the children that a dispute's own entries name, whatever
    its row says.
    """
    siblings = [UUID(each) for each in matter.dispute.children[1:]]
    found = find.children(siblings, authority=row.authority_id) if siblings else ()
    return posts.held((row.place, *(place_of(each) for each in found)), today=today)


def held_in_many(rows: list[Standing], *, today: date) -> dict[UUID, Held]:
    """Who holds which role for the children of several disputes on a day, by dispute."""
    return posts.held_of_many({row.id: row.places for row in rows}, today=today)


def found_children(
    viewer: Viewer, ids: Sequence[UUID], *, today: date
) -> tuple[tuple[Child, ...], Held]:
    """Children by their ids, in that order, and who holds which role for them on a day.

    Raises NotFound where one of them is another authority's, or where the person holds no role for
    it: the two look the same.
    """
    found = find.children(ids, authority=viewer.authority)
    if len(found) != len(ids):
        raise NotFound
    held = posts.held([place_of(each) for each in found], today=today)
    if not all(roles_of(viewer.person, holders) for _place, holders in held.of_each):
        raise NotFound
    return found, held


def place_of(child: Child) -> Place:
    """Where a child is; the child's team has to be loaded."""
    return Place(child.pk, child.authority_id, child.team_id, child.team.service_id)


def holders_for(child: Child, *, today: date) -> Holders:
    """Who holds which role for a child on a day; the child's team has to be loaded."""
    return posts.held((place_of(child),), today=today).together
