"""What raising a concern asks for under a protocol, and what it would bring, before it is sent."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from concord.casework.actions.dispute import about_children, beyond_calendar, decide_all
from concord.casework.actor import Viewer
from concord.casework.loading import NotFound, holders_for
from concord.casework.protocols import protocol_of
from concord.casework.queries.child_record import record_view
from concord.casework.queries.foresee import Foreseen, consequences
from concord.casework.queries.preview import Timetable, timetable
from concord.core.child.state import Review
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar, calendar
from concord.core.dispute.begin import AskedBefore, asked_before, stages_to_begin
from concord.core.dispute.counting import counts_now
from concord.core.dispute.decide import Refused
from concord.core.dispute.events import AlertIssued, ConcernRaised, DisputeEvent
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute, LateHoliday
from concord.core.dispute.words import capital
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.ladders import Facts, chosen, raisers_about
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.envelope import Actor, Recorded
from concord.records import bank_holidays as late_days
from concord.records import children, find, posts
from concord.records.models import Child
from concord.records.posts import roles_of
from concord.records.reach import children_within

UNKNOWN = Facts()


class Occasion(NamedTuple):
    """A review, or a decision of one, that a concern can come from: what it is called, and how the
    concern begins then. `decision` is the number of the decision, 0 for a review.
    """

    called: str
    concern: str
    decision: int


class Other(NamedTuple):
    """A sibling whom a concern could be about too, and the roles that the person holds for it."""

    child: Child
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Beginning:
    """A child about whom a person may raise a concern, under which protocol, in which roles.

    `others` are the siblings whom it could be about too, `siblings` those whom it is about. `about`
    is empty for a concern about what the service does for the child.
    """

    child: Child
    protocol: Protocol
    roles: frozenset[str]
    in_court: bool = False
    facts: Facts = UNKNOWN
    late: tuple[LateHoliday, ...] = ()
    others: tuple[Other, ...] = ()
    siblings: tuple[Other, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    about: str = ""

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages at which this person may begin."""
        return stages_to_begin(self.chosen, self.roles)

    @property
    def has_talk(self) -> bool:
        """Whether it can begin informally: with a tier for it, or where no ladder is chosen."""
        return bool(self.chosen.informal) or not self.about

    @property
    def only_stage(self) -> Stage | None:
        """The stage at which it begins where there is no choice; None where there is one."""
        stages = self.stages
        return stages[0] if len(stages) == 1 and not self.has_talk else None

    def before(self, stage: Stage) -> AskedBefore:
        """What this person has to do and write before beginning at a stage."""
        return asked_before(self.matter, stage, self.roles)

    @property
    def matter(self) -> Matter:
        """The dispute before its first entry."""
        status = ChildStatus(self.child.status)
        dispute = Dispute(
            id="new",
            child_status=status,
            in_court=self.in_court,
            late_holidays=self.late,
        )
        return Matter(self.chosen, dispute, calendar(self.protocol.nation))

    @property
    def chosen(self) -> Protocol:
        """The protocol on the ladder that is for this child, as far as it is known."""
        raisers = raisers_about(self.protocol, self.about)
        raiser = next((role for role in raisers if role in self.roles), "")
        status = ChildStatus(self.child.status)
        known = self.facts._replace(
            raiser=raiser, status=status, in_court=self.in_court, about=self.about
        )
        return chosen(self.protocol, known)

    @property
    def children(self) -> tuple[Child, ...]:
        """The children whom it is about."""
        return (self.child, *(each.child for each in self.siblings))

    def together(self, ids: Collection[UUID]) -> "Beginning":
        """The same about siblings too, of those whom it could be about."""
        siblings = tuple(each for each in self.others if each.child.pk in ids)
        roles = self.roles.intersection(*(each.roles for each in siblings))
        return replace(self, siblings=siblings, roles=roles)

    def knowing(self, concern: ConcernRaised) -> "Beginning":
        """The same once the concern is written down: whether court proceedings run is known."""
        facts = Facts(
            issues=concern.issues, categories=concern.categories, priority=concern.priority
        )
        return replace(self, in_court=concern.in_court, facts=facts)


@dataclass(frozen=True, slots=True)
class Planned:
    """What raising it would bring: what follows at once, and the slowest timetable."""

    ahead: Foreseen
    timetable: Timetable


def beginning(viewer: Viewer, child: UUID, *, at: datetime, about: str = "") -> Beginning:
    """Where a concern begins. `about` is empty for one about what the service does for the child.

    Raises NotFound when the person cannot raise one about this for the child.
    """
    found = find.child(child, authority=viewer.authority)
    stored = find.protocol_in_force(viewer.authority, on=local_date(at))
    if found is None or stored is None:
        raise NotFound
    roles = roles_of(viewer.person, holders_for(found, today=local_date(at)))
    protocol = protocol_of(stored.hash)
    if not roles & set(raisers_about(protocol, about)):
        raise NotFound
    known = late_days.of(viewer.authority, nation=protocol.nation.value, ahead_of=local_date(at))
    late = tuple(LateHoliday(each.day, each.name, at) for each in known)
    start = Beginning(found, protocol, roles, late=late, about=about)
    others = tuple(_others(viewer, start, at=at))
    return replace(start, others=others, occasions=tuple(_occasions(viewer, child, at=at)))


def _occasions(viewer: Viewer, child: UUID, *, at: datetime) -> Iterator[Occasion]:
    """What a concern can come from, the latest review first, as far as this person sees it."""
    view = record_view(viewer, child, at=at)
    for review in sorted(view.reviews, key=_day, reverse=True):
        if review.held_at is None:
            continue
        yield Occasion(capital(review.called), "", 0)
        for decision in view.decisions:
            if decision.review == review.number and not decision.done:
                called = capital(view.matter.record.called(decision))
                what = f"{called} is not carried out: {decision.action.what}"
                yield Occasion(called, what, decision.number)


def _day(review: Review) -> date:
    return review.on


def _others(viewer: Viewer, start: Beginning, *, at: datetime) -> Iterator[Other]:
    """The siblings whom one dispute could be about together with a child: with the same status, and
    this person may raise a concern about them.
    """
    if start.protocol.siblings == "a dispute each":
        return
    raisers = set(raisers_about(start.protocol, start.about))
    today = local_date(at)
    within = children_within(posts.posts_of(viewer.person, today=today))
    for each in children.of_family(start.child, within):
        roles = roles_of(viewer.person, holders_for(each, today=today))
        if each.status == start.child.status and roles & raisers:
            yield Other(each, roles)


def plan(
    viewer: Viewer, start: Beginning, proposals: tuple[DisputeEvent, ...], *, at: datetime
) -> Planned | Refused:
    """What raising a concern would bring; nothing is stored. Raises WrongData for a field."""
    actor = Actor(str(viewer.person), start.roles)
    about = about_children(start.protocol, start.children, proposals)
    if isinstance(about, Refused):
        return about
    try:
        entries = decide_all(start.matter, about, actor, at)
        return entries if isinstance(entries, Refused) else _planned(start, entries, at)
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)


def _planned(start: Beginning, entries: tuple[Recorded, ...], at: datetime) -> Planned:
    alerts = [each.event for each in entries if isinstance(each.event, AlertIssued)]
    entry = alerts[0].stage if alerts else start.chosen.stages[0].id
    days = counts_now(start.matter)
    table = timetable(start.chosen, days=days, entry=entry, raised_at=at, formal_at=at)
    return Planned(consequences(start.matter, entries, at=at), table)
