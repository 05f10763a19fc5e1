"""Finding a child, and one child's page."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import NotFound, holders_for, load
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
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
class ChildView:
    """One child's page for one person: the roles this person holds for the child, who holds the
    others, and the disputes in which this person has a part.
    """

    child: Child
    roles: frozenset[str]
    people: tuple[tuple[str, tuple[str, ...]], ...]
    disputes: tuple[DisputeLine, ...]
    protocol: Protocol
    may_raise: bool


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
    stored = find.protocol_in_force(viewer.authority)
    today = local_date(at)
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
    return ChildView(
        child,
        roles,
        people,
        tuple(_visible(viewer, child, at)),
        protocol,
        bool(roles & set(protocol.raisers)),
    )


def _visible(viewer: Viewer, child: Child, at: datetime) -> list[DisputeLine]:
    lines = trays.of_child(child.pk, most=MOST)
    return [line for line in lines if _has_part(viewer, line.id, at)]


def _has_part(viewer: Viewer, dispute: UUID, at: datetime) -> bool:
    try:
        load(viewer, dispute, at=at)
    except NotFound:
        return False
    return True
