"""One dispute for one person: where it stands, what is owed, what this person may do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import Loaded, NotFound, load
from concord.casework.queries.tasks import tasks
from concord.core.clock.london import local_date
from concord.core.clock.receipt import Receipt
from concord.core.dispute.clocks import Clocks, clocks
from concord.core.dispute.decide import Case, Option, options
from concord.core.dispute.due import Due
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.events import ConcernRaised
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.dispute.timeline import TimelineEntry, timeline, words_for
from concord.core.dispute.words import Words
from concord.core.record.envelope import SYSTEM, Actor
from concord.records import find
from concord.records.posts import roles_of
from concord.records.standing import Standing


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder as it is drawn: where the dispute was, is, or may still go."""

    id: str
    label: str
    state: Literal["done", "current", "skipped", "ahead"]
    who: str
    run: Run | None


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty on the page: its state now, who owes it by role and by name, whether it is mine.

    `task` is what was agreed to be done, where the duty is about that; it may be about the child.
    """

    duty: Duty
    state: DutyState
    owner_roles: str
    owner_names: tuple[str, ...]
    mine: bool
    task: str

    @property
    def is_owed(self) -> bool:
        """Whether it is open, in time or not."""
        return self.state in (DutyState.OPEN, DutyState.OVERDUE)


class AboutChild(NamedTuple):
    """A child whom a dispute is about; `reached` by this person, who may open its page."""

    id: UUID
    name: str
    reached: bool


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Everything that the dispute page shows."""

    row: Standing
    matter: Matter
    words: Words
    at: datetime
    roles: frozenset[str]
    sees_private: bool
    concern: ConcernRaised
    raised_by: str
    ladder: tuple[Rung, ...]
    clocks: Clocks
    owed: tuple[DutyLine, ...]
    over: tuple[DutyLine, ...]
    options: tuple[Option, ...]
    timeline: tuple[TimelineEntry, ...]
    names: dict[str, str]
    children: tuple[AboutChild, ...]

    @property
    def reference(self) -> str:
        """The dispute's own number, which says nothing about a child."""
        return f"{self.matter.protocol.labels.dispute.capitalize()} {self.row.number}"

    @property
    def today(self) -> date:
        """The local day on which the page is shown."""
        return local_date(self.at)

    @property
    def child_name(self) -> str:
        """The child's name, or all the children's; only ever on a page for somebody with a part."""
        return self.row.names

    @property
    def shown(self) -> int:
        """How many entries this page shows, which its forms send back."""
        return len(self.timeline)

    def version_at(self, shown: int) -> int:
        """The version of the record when a page showed so many entries; more than there are now
        gives a version that there has never been.
        """
        if not 0 < shown <= len(self.timeline):
            return self.row.version + shown if shown else 0
        # What time has brought is shown before it is recorded.
        return min(self.timeline[shown - 1].seq, self.row.version)

    @property
    def may(self) -> tuple[Option, ...]:
        """The steps that this person may take now."""
        return tuple(each for each in self.options if each.refused is None)

    @property
    def may_not(self) -> tuple[Option, ...]:
        """The steps that this person may not take now, each with the reason."""
        return tuple(each for each in self.options if each.refused is not None)


def dispute_view(viewer: Viewer, pk: UUID, *, at: datetime) -> DisputeView:
    """A dispute for a person at an aware instant, right whether or not a sweep ran before.

    Raises NotFound for anybody without a part in it.
    """
    loaded = load(viewer, pk, at=at)
    matter, words = loaded.matter, words_for(loaded.matter)
    raised = matter.dispute.entries[0]
    if not isinstance(raised.event, ConcernRaised):
        raise NotFound
    names = _names(loaded)
    lines = duty_lines(viewer, loaded, at=at)
    return DisputeView(
        row=loaded.row,
        matter=matter,
        words=words,
        at=at,
        roles=loaded.roles,
        sees_private=loaded.sees_private,
        concern=raised.event,
        raised_by=names.get(raised.person, words.role(raised.capacity)),
        ladder=tuple(_ladder(matter, words)),
        clocks=clocks(matter, at=at),
        owed=tuple(line for line in lines if line.is_owed and not line.duty.is_restraint),
        over=tuple(line for line in lines if line.duty.is_over),
        options=tuple(_options(viewer, loaded, at)),
        timeline=timeline(matter, show_private=loaded.sees_private),
        names=names,
        children=tuple(_children(viewer, loaded)),
    )


def _children(viewer: Viewer, loaded: Loaded) -> Iterator[AboutChild]:
    for (pk, name), (_place, holders) in zip(loaded.row.named, loaded.held.of_each, strict=True):
        yield AboutChild(pk, name, reached=bool(roles_of(viewer.person, holders)))


def _options(viewer: Viewer, loaded: Loaded, at: datetime) -> Iterable[Option]:
    actor = Actor(str(viewer.person), loaded.roles)
    return options(Case(loaded.matter, actor, at))


def _names(loaded: Loaded) -> dict[str, str]:
    ids = {int(e.person) for e in loaded.matter.dispute.entries if e.person.isdigit()}
    return {str(pk): person.name for pk, person in find.people(ids).items()} | {SYSTEM: "Concord"}


def duty_lines(viewer: Viewer, loaded: Loaded, *, at: datetime) -> list[DutyLine]:
    """The duties of a dispute that a person may know of, the soonest first.

    In: who asks, the dispute as it was loaded for them, and when (aware).
    """
    matter, words = loaded.matter, Words(loaded.matter.protocol)
    holders = loaded.holders
    people = find.people({pk for each in holders.values() for pk in each})
    agreed, lines = tasks(matter.dispute), []
    for duty in duties(matter.protocol, matter.dispute, matter.calendar):
        if not loaded.knows_of(duty):
            continue
        ids = dict.fromkeys(pk for role in duty.owners for pk in holders.get(role, ()))
        names = tuple(people[pk].name for pk in ids if pk in people)
        mine, task = viewer.person in ids, agreed.get(duty.key, "")
        owners = words.labels(duty.owners)
        lines.append(DutyLine(duty, duty.state_at(at), owners, names, mine, task))
    return sorted(lines, key=_soonest_first)


def _soonest_first(line: DutyLine) -> tuple[bool, datetime]:
    due = line.duty.due
    return (due is None, due.at if due else line.duty.since)


def _ladder(matter: Matter, words: Words) -> Iterable[Rung]:
    rungs = [(tier.id, tier.label, tier.talk_with) for tier in matter.protocol.informal]
    rungs += [(stage.id, stage.label, stage.addressed_to) for stage in matter.protocol.stages]
    runs = {run.rung: run for run in matter.dispute.runs}
    here = matter.dispute.runs[-1].rung
    order = [rung for rung, _label, _who in rungs]
    for rung, label, who in rungs:
        state = _rung_state(order.index(rung) - order.index(here), visited=rung in runs)
        open_here = state == "current" and not matter.dispute.is_open
        yield Rung(rung, label, "done" if open_here else state, words.labels(who), runs.get(rung))


def _rung_state(
    steps_ahead: int, *, visited: bool
) -> Literal["done", "current", "skipped", "ahead"]:
    if steps_ahead > 0:
        return "ahead"
    if steps_ahead == 0:
        return "current"
    return "done" if visited else "skipped"


@dataclass(frozen=True, slots=True)
class DueExplained:
    """A due date with what it belongs to and, where it was counted, its day-by-day receipt.

    `row` is None for a date of a child's own record.
    """

    row: Standing | None
    words: Words
    key: str
    what: str
    clause: str
    due: Due
    receipt: Receipt | None

    @property
    def explanation(self) -> tuple[str, ...]:
        """What the date counts from, the limit and the reading, in sentences without the days."""
        if self.receipt is None:
            return ()
        return (*self.receipt.sentences()[:3], self.receipt.calendar.sentence())


def explain(viewer: Viewer, pk: UUID, *, key: str, at: datetime) -> DueExplained:
    """Why a date is what it is. In: the dispute and a duty's key ("total" for the overall limit,
    "hold" for the day until which it is on hold).

    Raises NotFound for anybody without a part, and for a key that has no date.
    """
    loaded = load(viewer, pk, at=at)
    matter = loaded.matter
    found = duties(matter.protocol, matter.dispute, matter.calendar)
    pause = matter.dispute.pause
    wanted = f"hold:{pause.number}:task" if pause and key == "hold" else key
    duty = next((each for each in found if each.key == wanted), None)
    if duty is None or duty.due is None or not loaded.knows_of(duty):
        raise NotFound
    deadline = duty.due.deadline
    receipt = deadline.receipt() if deadline else None
    words = Words(matter.protocol)
    return DueExplained(loaded.row, words, duty.key, duty.what, duty.clause, duty.due, receipt)
