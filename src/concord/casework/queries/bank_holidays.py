"""Late bank holidays, for somebody who looks after an authority's protocol."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from concord.casework.actions.bank_holidays import Adding, Moving, mark_of, would_move
from concord.casework.actor import Viewer
from concord.casework.desk import Desk, desk
from concord.casework.loading import NotFound, load
from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.dispute.late_holidays import MovedDate
from concord.core.record.envelope import SYSTEM
from concord.records import bank_holidays as late_days
from concord.records import find

RUNS_CONCORD = "Whoever runs Concord"


@dataclass(frozen=True, slots=True)
class LateDay:
    """A late bank holiday that counts: why it was added, by whom (in words) and when."""

    day: date
    name: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HolidaysView:
    """What an authority counts with: the late days, the published ones still to come, and the last
    day for which any are known.
    """

    nation: Nation
    late: tuple[LateDay, ...]
    ahead: tuple[tuple[date, str], ...]
    last: date
    may_add: bool


@dataclass(frozen=True, slots=True)
class MovingLine:
    """A dispute whose dates would move, as somebody who has a part in it sees them."""

    dispute: UUID
    number: int
    child_name: str
    moved: tuple[MovedDate, ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a late bank holiday would move: the disputes that this person sees, how many others
    there are, the number of their dates, and the mark to hold the adding to.
    """

    lines: tuple[MovingLine, ...]
    others: int
    dates: int
    mark: str


def holidays_view(viewer: Viewer, *, at: datetime) -> HolidaysView:
    """What the authority counts with at an aware instant. Raises NotFound for whoever does not look
    after its protocol.
    """
    found = desk(viewer, at=at)
    nation = found.protocol.nation
    published = bank_holidays(nation)
    ahead = tuple((day, name) for day, name in published.days.items() if day >= found.today)
    late = tuple(_late(viewer, nation))
    return HolidaysView(nation, late, ahead, published.last, bool(found.keeper))


def foresee_holiday(viewer: Viewer, adding: Adding, *, at: datetime) -> Foreseen:
    """What adding a day would move at an aware instant; nothing is stored.

    Raises NotFound for whoever may not add one, and WrongData like `would_move`.
    """
    _keeper(viewer, at)
    moving = would_move(adding, at=at)
    lines = tuple(_lines(viewer, moving, at))
    seen = {each.dispute for each in lines}
    others = [each for each in moving if each.dispute not in seen]
    told = [each.moved for each in lines] + [each.moved for each in others]
    return Foreseen(lines, len(others), sum(map(len, told)), mark_of(moving))


def nation_of(viewer: Viewer, *, at: datetime) -> Nation:
    """The nation whose bank holidays a person may add to. Raises NotFound for anybody else."""
    return _keeper(viewer, at).protocol.nation


def _keeper(viewer: Viewer, at: datetime) -> Desk:
    found = desk(viewer, at=at)
    if not found.keeper:
        raise NotFound
    return found


def _late(viewer: Viewer, nation: Nation) -> Iterator[LateDay]:
    added = late_days.added(viewer.authority, nation=nation.value)
    ids = {int(each.person) for each in added if each.person != SYSTEM}
    names = {str(pk): person.name for pk, person in find.people(ids).items()}
    for each in added:
        by = names.get(each.person, RUNS_CONCORD)
        yield LateDay(each.late.day, each.late.name, each.late.reason, by, each.at)


def _lines(viewer: Viewer, moving: Iterable[Moving], at: datetime) -> Iterator[MovingLine]:
    for each in moving:
        try:
            loaded = load(viewer, each.dispute, at=at)
        except NotFound:
            continue
        moved = tuple(date for date in each.moved if loaded.sees_private or not date.private)
        if moved:
            yield MovingLine(each.dispute, each.number, loaded.row.names, moved)
