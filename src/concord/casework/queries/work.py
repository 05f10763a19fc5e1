"""My work: what I owe, what my team owes, what I wait for, and what is on hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.protocols import protocol_of
from concord.casework.queries.tasks import tasks_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar, calendar
from concord.core.dispute.reminders import DAYS_BEFORE
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import raisers_of_any
from concord.records import find, posts, trays
from concord.records.trays import Counts, DisputeLine, TrayItem

MOST = 50
_NONE = UUID(int=0)


class Urgency(StrEnum):
    """How soon a duty is due."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "no date"


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A duty on the work page, with how soon it is due and the council's names for its
    role, its stage and its clause.

    `task` is what was agreed to be done, where the duty is about that; it may be about the child.
    """

    item: TrayItem
    urgency: Urgency
    role_label: str
    stage_label: str
    clause_label: str
    task: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """One person's work page. Lists are cut at 50; the counts are of everything."""

    mine: tuple[WorkItem, ...]
    counts: Counts
    team: tuple[WorkItem, ...]
    waiting: tuple[WorkItem, ...]
    held: tuple[DisputeLine, ...]
    raised: tuple[DisputeLine, ...]
    protocol: Protocol
    may_raise: bool


def my_work(viewer: Viewer, *, at: datetime) -> Work | None:
    """A person's work at an aware instant; None where the authority has no protocol in force."""
    today = local_date(at)
    stored = find.protocol_in_force(viewer.authority, on=today)
    if stored is None:
        return None
    protocol = protocol_of(stored.hash)
    soon = _soon(protocol, today)
    held = posts.posts_of(viewer.person, today=today)
    under = [(post, tuple(_under(protocol, post.role))) for post in held]
    team = trays.of_team([pair for pair in under if pair[1]], viewer.authority, at=at, most=MOST)
    mine = trays.mine(viewer.person, held=held, at=at, soon_until=soon, most=MOST)
    waiting = trays.waiting_on_others(viewer.person, held=held, at=at, most=MOST)
    sort = _Sorter(Words(protocol), today, soon, tasks_of([*mine, *team, *waiting]))
    return Work(
        sort.all(mine),
        trays.count_mine(viewer.person, held=held, at=at, today=today, soon_until=soon),
        sort.all(team),
        sort.all(waiting),
        tuple(trays.on_hold(viewer.person, held=held, today=today, most=MOST)),
        tuple(trays.raised_by(viewer.person, held=held, most=MOST)),
        protocol,
        not {*raisers_of_any(protocol)}.isdisjoint(post.role for post in held),
    )


def _soon(protocol: Protocol, today: date) -> date:
    try:
        return calendar(protocol.nation).add(today, DAYS_BEFORE)
    except BeyondCalendar:
        return today


def _under(protocol: Protocol, role: str) -> Iterator[str]:
    """The roles that answer to a role, directly or through others."""
    for name, found in protocol.roles.items():
        if found.manager == role:
            yield name
            yield from _under(protocol, name)


@dataclass(frozen=True, slots=True)
class _Sorter:
    words: Words
    today: date
    soon: date
    tasks: Mapping[UUID, Mapping[str, str]]

    def all(self, items: list[TrayItem]) -> tuple[WorkItem, ...]:
        return tuple(self._item(each) for each in items)

    def _item(self, item: TrayItem) -> WorkItem:
        words = self.words
        return WorkItem(
            item=item,
            urgency=self._urgency(item),
            role_label=words.role(item.role),
            stage_label=words.stage(item.rung) if item.rung else "",
            clause_label=words.clause(item.clause) if item.clause else "",
            task=self.tasks.get(item.dispute or item.record or _NONE, {}).get(item.key, ""),
        )

    def _urgency(self, item: TrayItem) -> Urgency:
        if item.due_on is None:
            return Urgency.UNDATED
        if item.due_on < self.today:
            return Urgency.OVERDUE
        if item.due_on == self.today:
            return Urgency.TODAY
        return Urgency.SOON if item.due_on <= self.soon else Urgency.LATER
