"""The one way to a child's own record: through the person who asks, within their authority."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import NotFound, place_of
from concord.casework.protocols import protocol_of
from concord.core.child.audience import duty_audience, seen_by
from concord.core.child.fold import fold_child
from concord.core.child.lapse import child_catch_up
from concord.core.child.matter import ChildMatter
from concord.core.child.state import ChildRecord
from concord.core.clock.bank_holidays import bank_holidays
from concord.core.clock.london import local_date
from concord.core.clock.working_day import Calendar
from concord.core.dispute.duties.model import Duty
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.envelope import Recorded
from concord.records import bank_holidays as late_days
from concord.records import child_records, find, log, posts
from concord.records.child_records import RecordStanding
from concord.records.models import Child
from concord.records.posts import Held, roles_of


@dataclass(frozen=True, slots=True)
class LoadedRecord:
    """A child's record as one person may see it, brought up to an instant.

    `row` is None before anything is on record. `by_time` are the entries that time has brought and
    nobody has recorded yet; `matter` has them, `recorded` has not.
    """

    viewer: Viewer
    child: Child
    row: RecordStanding | None
    recorded: ChildMatter
    matter: ChildMatter
    by_time: tuple[Recorded, ...]
    held: Held
    roles: frozenset[str]

    @property
    def seen(self) -> tuple[Recorded, ...]:
        """The entries that the person sees."""
        return seen_by(self.matter, self.roles, person=str(self.viewer.person))

    def knows_of(self, duty: Duty) -> bool:
        """Whether the person may know that a duty is owed."""
        return not self.roles.isdisjoint(duty_audience(self.matter, duty))


def load_record(
    viewer: Viewer, child: UUID, *, at: datetime, to_write: bool = False
) -> LoadedRecord:
    """A child's record for a person at an aware instant.

    Raises NotFound when the child is another authority's, or when the person holds no role for it:
    the two look the same. With `to_write`, only inside a transaction.
    """
    found = find.child(child, authority=viewer.authority)
    today = local_date(at)
    held = posts.held((place_of(found),), today=today) if found else Held(())
    roles = roles_of(viewer.person, held.together) if found else frozenset()
    if found is None or not roles:
        raise NotFound
    row = child_records.record_of(child, authority=viewer.authority, to_write=to_write)
    recorded = matter_of_record(row, authority=viewer.authority, status=found.status, today=today)
    by_time = child_catch_up(recorded, at=at)
    matter = recorded.now(fold_child(by_time, record=recorded.record))
    return LoadedRecord(viewer, found, row, recorded, matter, by_time, held, roles)


def matter_of_record(
    row: RecordStanding | None, *, authority: int, status: str, today: date
) -> ChildMatter:
    """The matter of a record as recorded: the protocol in force on a day, those under which its
    reviews and changes were begun, and the calendar with the authority's own late days.

    Raises NotFound where the authority has no protocol in force.
    """
    stored = find.protocol_in_force(authority, on=today)
    if stored is None:
        raise NotFound
    protocol = protocol_of(stored.hash)
    entries = log.entries_of(row.id) if row else ()
    record = fold_child(entries, record=ChildRecord(id=row.id.hex if row else "new"))
    return ChildMatter(
        protocol,
        record,
        _calendar(protocol, authority),
        ChildStatus(status),
        stored.hash,
        versions_in(entries),
    )


def versions_in(entries: Iterable[Recorded]) -> dict[str, Protocol]:
    """The versions of the protocol that entries name, by hash."""
    named = {getattr(entry.event, "protocol", "") for entry in entries}
    return {each: protocol_of(each) for each in named if each}


def _calendar(protocol: Protocol, authority: int) -> Calendar:
    late = late_days.of(authority, nation=protocol.nation.value)
    extra = {each.day: each.name for each in late}
    return Calendar(bank_holidays(protocol.nation, extra=extra))
