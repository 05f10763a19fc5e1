"""Finding a child, and one child's page."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import Loaded, NotFound, holders_for, load
from concord.casework.protocols import protocol_of
from concord.casework.queries.dispute import DutyLine, duty_lines
from concord.core.clock.london import local_date
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import raisers_about, subjects
from concord.core.protocol.vocabulary import About
from concord.records import children, find, posts, trays
from concord.records.models import Child
from concord.records.reach import children_within
from concord.records.trays import DisputeLine

MOST = 20


@dataclass(frozen=True, slots=True)
class ChildLine:
    """A child in a list of search results."""

    id: UUID
    name: str
    reference: str
    status: str
    team: str


@dataclass(frozen=True, slots=True)
class ChildDuty:
    """An open duty about a child, and the dispute that it belongs to; None for the child's own
    record.
    """

    dispute: DisputeLine | None
    line: DutyLine


@dataclass(frozen=True, slots=True)
class ChildView:
    """One child's page for one person: the roles this person holds for the child, who holds the
    others, the disputes in which this person has a part, and what is owed in them. `subjects` is
    what else than the service this person may raise a concern about.
    """

    child: Child
    roles: frozenset[str]
    people: tuple[tuple[str, tuple[str, ...]], ...]
    disputes: tuple[DisputeLine, ...]
    owed: tuple[ChildDuty, ...]
    today: date
    protocol: Protocol
    may_raise: bool
    subjects: tuple[About, ...]


def folded(words: str) -> str:
    """A name as it is searched: small letters without accents."""
    spread = unicodedata.normalize("NFKD", words.casefold())
    return "".join(each for each in spread if not unicodedata.combining(each)).strip()


def find_children(viewer: Viewer, *, words: str, at: datetime) -> tuple[ChildLine, ...]:
    """Children for whom a person holds a role, by part of a name or by the council's reference.

    In: what was typed, any case, with or without accents. Out: at most 20, by name.
    """
    held = posts.posts_of(viewer.person, today=local_date(at))
    rows = children.search(viewer.authority, children_within(held), words=folded(words), most=MOST)
    return tuple(
        ChildLine(each.pk, each.name, each.reference, each.status, each.team.name) for each in rows
    )


def child_view(viewer: Viewer, pk: UUID, *, at: datetime) -> ChildView:
    """One child for a person at an aware instant. Raises NotFound without a role for the child."""
    child = find.child(pk, authority=viewer.authority)
    today = local_date(at)
    stored = find.protocol_in_force(viewer.authority, on=today)
    holders = holders_for(child, today=today) if child else {}
    roles = posts.roles_of(viewer.person, holders)
    if child is None or stored is None or not roles:
        raise NotFound
    protocol = protocol_of(stored.hash)
    names = find.people({person for each in holders.values() for person in each})
    words = Words(protocol)
    people = tuple(
        (words.role(role), tuple(names[person].name for person in holders.get(role, ())))
        for role in protocol.roles
    )
    visible = _visible(viewer, child, at)
    owed = (_owed(viewer, line, loaded, at) for line, loaded in visible)
    return ChildView(
        child,
        roles,
        people,
        tuple(line for line, _ in visible),
        tuple(sorted(chain.from_iterable(owed), key=_soonest)),
        today,
        protocol,
        bool(roles & set(protocol.raisers)),
        tuple(each for each in subjects(protocol) if roles & {*raisers_about(protocol, each)}),
    )


def _visible(viewer: Viewer, child: Child, at: datetime) -> list[tuple[DisputeLine, Loaded]]:
    found = ((line, _loaded(viewer, line.id, at)) for line in trays.of_child(child.pk, most=MOST))
    return [(line, loaded) for line, loaded in found if loaded]


def _loaded(viewer: Viewer, dispute: UUID, at: datetime) -> Loaded | None:
    try:
        return load(viewer, dispute, at=at)
    except NotFound:
        return None


def _owed(
    viewer: Viewer, dispute: DisputeLine, loaded: Loaded, at: datetime
) -> Iterator[ChildDuty]:
    found = duty_lines(viewer, loaded, at=at)
    owed = (line for line in found if line.is_owed and not line.duty.is_restraint)
    return (ChildDuty(dispute, line) for line in owed)


def owed_together(view: ChildView, own: Iterable[DutyLine]) -> list[ChildDuty]:
    """What is owed in disputes and on the child's own record, the soonest first."""
    found = (ChildDuty(None, line) for line in own)
    return sorted(chain(view.owed, found), key=_soonest)


def _soonest(owed: ChildDuty) -> tuple[bool, datetime]:
    due = owed.line.duty.due
    return (due is None, due.at if due else owed.line.duty.since)
