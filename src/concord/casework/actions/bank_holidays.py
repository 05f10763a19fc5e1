"""A bank holiday that was announced late: what it would move, and adding it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from concord.casework.actions.recording import record
from concord.casework.loading import caught_up, holders_of, matter_of
from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.london import local_date
from concord.core.dispute.events import BankHolidayAdded
from concord.core.dispute.late_holidays import (
    MovedDate,
    counts_already,
    late_holiday_entry,
    moved_dates,
)
from concord.core.dispute.matter import Matter
from concord.core.problem import Finding, Place, WrongData
from concord.core.record.envelope import SYSTEM, Recorded
from concord.records import bank_holidays as late_days
from concord.records import find
from concord.records.bank_holidays import Late
from concord.records.standing import Standing, standing

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Adding:
    """A late bank holiday that an authority adds: whose, the day, its name, and why."""

    authority: int
    nation: Nation
    day: date
    name: str
    reason: str

    @property
    def event(self) -> BankHolidayAdded:
        """The entry that each dispute gets."""
        return BankHolidayAdded(self.day, self.name.strip(), self.reason.strip())


@dataclass(frozen=True, slots=True)
class Moving:
    """An open dispute and its dates that a late bank holiday moves; nothing about a child."""

    dispute: UUID
    number: int
    moved: tuple[MovedDate, ...]


def would_move(adding: Adding, *, at: datetime) -> tuple[Moving, ...]:
    """The open disputes whose dates move when the day is added at an instant (aware), each with
    its dates now and then; nothing is stored.

    Raises WrongData for a day that is no working day, lies outside the published years or was
    added before, and for a name or a reason that is not given.
    """
    _stop_if_wrong(adding)
    found = (_moving(row, now, adding, at) for row, _before, _lapsed, now in _running(adding, at))
    return tuple(each for each in found if each.moved)


def add_bank_holiday(adding: Adding, *, person: str, at: datetime) -> tuple[Moving, ...]:
    """Add a late bank holiday at an instant (aware), in one transaction: every open dispute counts
    with it from then on and has the reason on its record, and so will those that begin later.

    In: what is added, and the id of the person who does it. Out: what moved, as `would_move`.
    No date becomes earlier, and what was missed stays missed. Raises WrongData like `would_move`.
    """
    _stop_if_wrong(adding)
    moved: list[Moving] = []
    with find.together():
        late = Late(adding.nation.value, adding.day, adding.event.name, adding.event.reason)
        late_days.add(adding.authority, late, person=person, at=at)
        for row, before, lapsed, now in _running(adding, at, to_write=True):
            moved.append(_moving(row, now, adding, at))
            entry = late_holiday_entry(now, adding.event, at=at)
            holders = holders_of(row, today=local_date(at))
            record(row, before, (*lapsed, entry), holders=holders, at=at)
    return tuple(each for each in moved if each.moved)


def late_at_the_beginning(matter: Matter, *, authority: int, at: datetime) -> tuple[Recorded, ...]:
    """The entries by which a dispute that begins at an instant (aware) counts with the authority's
    late bank holidays from that day on. In: its matter after its first entries.
    """
    nation = matter.protocol.nation.value
    found = late_days.of(authority, nation=nation, ahead_of=local_date(at))
    events = (BankHolidayAdded(each.day, each.name, each.reason) for each in found)
    wanted = [each for each in events if not counts_already(matter, each)]
    first = matter.dispute.version + 1
    return tuple(
        Recorded(first + count, event, SYSTEM, SYSTEM, at, at) for count, event in enumerate(wanted)
    )


def _running(
    adding: Adding, at: datetime, *, to_write: bool = False
) -> Iterator[tuple[Standing, Matter, tuple[Recorded, ...], Matter]]:
    """The disputes that the day concerns: each as recorded, what time has brought, and as it is."""
    for pk in list(late_days.still_running(adding.authority)):
        row = standing(pk, authority=adding.authority, to_write=to_write)
        if row is None:
            continue
        before = matter_of(row)
        now, lapsed = caught_up(before, at=at)
        if now.protocol.nation is adding.nation and not counts_already(now, adding.event):
            yield row, before, lapsed, now


def _moving(row: Standing, now: Matter, adding: Adding, at: datetime) -> Moving:
    return Moving(row.id, row.number, moved_dates(now, adding.event, at=at))


def _stop_if_wrong(adding: Adding) -> None:
    name, reason = adding.event.name, adding.event.reason
    gaps = [
        Finding("needed", f"The {what} is not given", "Fill it in", Place(path=what))
        for what, given in (("name", name), ("reason", reason))
        if not given
    ]
    if len(name) > LONGEST_NAME:
        sentence = f"The name has more than {LONGEST_NAME} characters"
        gaps.append(Finding("too-long", sentence, "Shorten it", Place(path="name")))
    gaps += _known(adding)
    if gaps:
        raise WrongData(tuple(gaps))
    bank_holidays(adding.nation, extra={adding.day: name})


def _known(adding: Adding) -> Iterator[Finding]:
    published = bank_holidays(adding.nation).days.get(adding.day)
    added = late_days.of(adding.authority, nation=adding.nation.value)
    late = next((each.name for each in added if each.day == adding.day), None)
    if published or late:
        sentence = f"The day is a bank holiday already: {published or late}"
        yield Finding("known-holiday", sentence, "Nothing has to be added", Place(path="day"))
