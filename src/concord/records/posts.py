"""Who holds which role for a child, and for which children a person holds a role."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar
from uuid import UUID

from concord.records.sql import marks, select

AUTHORITY = "authority"
Holders = dict[str, tuple[int, ...]]
Key = TypeVar("Key", bound=Hashable)
# Somebody whose account is shut holds nothing from that moment on.
_IN_POST = """post JOIN person ON person.id = post.person_id
    WHERE person.is_active = %s AND from_on <= %s AND (until_on IS NULL OR until_on >= %s)"""


@dataclass(frozen=True, slots=True)
class Holding:
    """One person holds one role, for a child, a team, a service or the authority."""

    person_id: int
    role: str
    scope: str


class Place(NamedTuple):
    """Where a child is: its own id, and the numbers of its authority, team and service."""

    child: UUID
    authority: int
    team: int
    service: int

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes that the child belongs to, without the authority's."""
        return (f"child:{self.child.hex}", f"team:{self.team}", f"service:{self.service}")


class Held(NamedTuple):
    """Who holds which role for the children of one dispute, child by child."""

    of_each: tuple[tuple[Place, Holders], ...]

    @property
    def together(self) -> Holders:
        """Who holds which role for any of the children."""
        if len(self.of_each) == 1:
            return self.of_each[0][1]
        found: dict[str, dict[int, None]] = {}
        for _place, holders in self.of_each:
            for role, people in holders.items():
                found.setdefault(role, {}).update(dict.fromkeys(people))
        return {role: tuple(people) for role, people in found.items()}

    def of_all(self, person: int) -> frozenset[str]:
        """The roles that a person holds for every one of the children."""
        each = (roles_of(person, holders) for _place, holders in self.of_each)
        return frozenset.intersection(*each)


def held(places: Sequence[Place], *, today: date) -> Held:
    """Who holds which role on a day for children who are in these places."""
    return held_of_many({0: places}, today=today)[0]


def held_of_many(wanted: Mapping[Key, Sequence[Place]], *, today: date) -> dict[Key, Held]:
    """Who holds which role on a day for the children of several disputes at once, by their key:
    person ids by role, the longest in post first.

    Two authorities' scopes never mix, since a child, team or service belongs to one.
    """
    places = {place for each in wanted.values() for place in each}
    named = sorted({scope for place in places for scope in place.scopes})
    authorities = sorted({place.authority for place in places})
    found: dict[str, list[tuple[int, str, int]]] = {}
    statement = f"""SELECT post.id, post.authority_id, scope, role, person_id FROM {_IN_POST}
        AND post.authority_id IN ({marks(authorities)})
        AND scope IN ({marks([*named, AUTHORITY])})"""
    values = [True, today, today, *authorities, *named, AUTHORITY]
    for post, authority, scope, role, person in select(statement, values):
        name = f"{AUTHORITY}:{authority}" if scope == AUTHORITY else scope
        found.setdefault(name, []).append((post, role, person))
    merged = {place: _merged(found, place) for place in places}
    return {key: Held(tuple((each, merged[each]) for each in of)) for key, of in wanted.items()}


def _merged(found: Mapping[str, list[tuple[int, str, int]]], place: Place) -> Holders:
    merged: Holders = {}
    scopes = (*place.scopes, f"{AUTHORITY}:{place.authority}")
    posts = sorted(post for scope in scopes for post in found.get(scope, ()))
    for _post, role, person in posts:
        merged[role] = (*merged.get(role, ()), person)
    return merged


def roles_of(person: int, holders: Holders) -> frozenset[str]:
    """The roles that a person holds among these."""
    return frozenset(role for role, people in holders.items() if person in people)


def posts_of(person: int, *, today: date) -> tuple[Holding, ...]:
    """All posts that a person holds on a day."""
    statement = f"SELECT role, scope FROM {_IN_POST} AND person_id = %s ORDER BY post.id"
    rows = select(statement, [True, today, today, person])
    return tuple(Holding(person, role, scope) for role, scope in rows)
