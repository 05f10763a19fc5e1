"""A bank holiday that was announced late: what it would move, and adding it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from concord.casework.actions.child_time import count_again
from concord.casework.actions.recording import record
from concord.casework.actions.time import TROUBLE
from concord.casework.actor import Viewer
from concord.casework.desk import desk
from concord.casework.loading import NotFound, caught_up, held_in, matter_of
from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.events import BankHolidayAdded
from concord.core.dispute.late_holidays import (
    MovedDate,
    counts_already,
    late_holiday_entry,
    moved_dates,
)
from concord.core.dispute.matter import Matter
from concord.core.files.source import MOST_FINDINGS
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


@dataclass(frozen=True, slots=True)
class HolidayAdded:
    """The day is added, and these are what it moved. `again` when this person had added it."""

    moved: tuple[Moving, ...]
    again: bool = False


class OtherDates(Exception):
    """Other dates would move than were shown; nothing is stored."""


def mark_of(moving: Iterable[Moving]) -> str:
    """A short text that is another one as soon as another date moves or moves otherwise."""
    lines = [
        (each.dispute.hex, date.key, date.before.at, date.after.at)
        for each in moving
        for date in each.moved
    ]
    return hashlib.sha256(repr(sorted(lines)).encode()).hexdigest()[:16]


def would_move(adding: Adding, *, at: datetime) -> tuple[Moving, ...]:
    """The open disputes whose dates move when the day is added at an instant (aware), each with
    its dates now and then; nothing is stored.

    Raises WrongData for a day that is no working day, lies outside the published years or was
    added before, for a name or a reason that is not given, and for an open dispute whose dates
    cannot be worked out: adding the day would leave it behind unseen.
    """
    _stop_if_wrong(adding)
    unread: list[Finding] = []
    found = [each.moving for each in _running(adding, at, unread)]
    _stop_if_unread(unread)
    return tuple(each for each in found if each.moved)


def add_bank_holiday(
    adding: Adding, *, person: str, at: datetime, seen: str = ""
) -> tuple[Moving, ...]:
    """Add a late bank holiday at an instant (aware), in one transaction: every open dispute counts
    with it from then on and has the reason on its record, and so will those that begin later.

    In: what is added, the id of the person who does it, and the mark of what was shown to them.
    Out: what moved, as `would_move`. No date becomes earlier, and what was missed stays missed.
    Raises WrongData like `would_move`, and OtherDates when it is not what was shown.
    """
    _stop_if_wrong(adding)
    moved, unread = list[Moving](), list[Finding]()
    with find.together():
        late = Late(adding.nation.value, adding.day, adding.event.name, adding.event.reason)
        late_days.add(adding.authority, late, person=person, at=at)
        for each in _running(adding, at, unread, to_write=True):
            if each.moving.moved:
                moved.append(each.moving)
            _write(each, adding, at)
        _stop_if_unread(unread)
        if seen and mark_of(moved) != seen:
            raise OtherDates
        count_again(adding.authority, at=at)
    return tuple(moved)


def add_as(viewer: Viewer, adding: Adding, *, at: datetime, seen: str) -> HolidayAdded:
    """Add a late bank holiday for a person, like `add_bank_holiday`; sent twice, it is added once.

    Whoever looks after the protocol may, alone: the day is a fact that somebody else announced,
    and no rule is changed by it. Raises NotFound for anybody else.
    """
    if adding.authority != viewer.authority or not desk(viewer, at=at).keeper:
        raise NotFound
    wanted = Late(adding.nation.value, adding.day, adding.event.name, adding.event.reason)
    person = str(viewer.person)
    if _added_by(person, viewer.authority, wanted):
        return HolidayAdded((), again=True)
    try:
        return HolidayAdded(add_bank_holiday(adding, person=person, at=at, seen=seen))
    except late_days.AddedBefore:
        if _added_by(person, viewer.authority, wanted):
            return HolidayAdded((), again=True)
        raise WrongData(tuple(_known(adding))) from None


def _added_by(person: str, authority: int, wanted: Late) -> bool:
    known = late_days.added(authority, nation=wanted.nation)
    return any((each.late, each.person) == (wanted, person) for each in known)


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


@dataclass(frozen=True, slots=True)
class _Concerned:
    """A dispute that the day concerns: as recorded, what time has brought, as it is, what moves."""

    row: Standing
    before: Matter
    lapsed: tuple[Recorded, ...]
    now: Matter
    moving: Moving


def _running(
    adding: Adding, at: datetime, unread: list[Finding], *, to_write: bool = False
) -> Iterator[_Concerned]:
    """The disputes that the day concerns; into `unread` goes a finding for each that cannot
    be brought up to date or counted.
    """
    for pk in list(late_days.still_running(adding.authority)):
        row = standing(pk, authority=adding.authority, to_write=to_write)
        if row is None:
            continue
        try:
            before = matter_of(row)
            now, lapsed = caught_up(before, at=at)
            if now.protocol.nation is not adding.nation or counts_already(now, adding.event):
                continue
            moved = moved_dates(now, adding.event, at=at)
        except TROUBLE as error:
            unread.append(_unread(row.number, error))
        else:
            yield _Concerned(row, before, lapsed, now, Moving(row.id, row.number, moved))


def _write(concerned: _Concerned, adding: Adding, at: datetime) -> None:
    entry = late_holiday_entry(concerned.now, adding.event, at=at)
    held = held_in(concerned.row, today=local_date(at))
    record(concerned.row, concerned.before, (*concerned.lapsed, entry), held=held, at=at)


def _unread(number: int, error: Exception) -> Finding:
    sentence = f"The dates of the open dispute with number {number} cannot be worked out"
    if isinstance(error, BeyondCalendar):
        return Finding("unread-dispute", f"{sentence}: {error.sentence}", error.hint)
    hint = "Nothing is added before it is put right: concord compare shows what is wrong"
    return Finding("unread-dispute", sentence, hint)


def _stop_if_unread(unread: list[Finding]) -> None:
    if unread:
        raise WrongData(tuple(unread[:MOST_FINDINGS]))


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
    gaps += _no_working_day(adding)
    if gaps:
        raise WrongData(tuple(gaps))


def _known(adding: Adding) -> Iterator[Finding]:
    published = bank_holidays(adding.nation).days.get(adding.day)
    added = late_days.of(adding.authority, nation=adding.nation.value)
    late = next((each.name for each in added if each.day == adding.day), None)
    if published or late:
        sentence = f"The day is a bank holiday already: {published or late}"
        yield Finding("known-holiday", sentence, "Nothing has to be added", Place(path="day"))


def _no_working_day(adding: Adding) -> Iterator[Finding]:
    try:
        bank_holidays(adding.nation, extra={adding.day: adding.event.name or "Without a name"})
    except WrongData as wrong:
        yield from (replace(each, place=Place(path="day")) for each in wrong.findings)
