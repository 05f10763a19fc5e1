"""Who holds which role for a child, and for which children a person holds a role."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
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


def scopes(child: UUID, *, team: int, service: int) -> tuple[str, ...]:
    """The scopes that a child of a team and service belongs to."""
    return (f"child:{child.hex}", f"team:{team}", f"service:{service}", AUTHORITY)


def holders(authority: int, scopes: Sequence[str], *, today: date) -> Holders:
    """Who holds which role within scopes on a day: person ids by role, longest in post first."""
    found: Holders = {}
    statement = f"""SELECT role, person_id FROM {_IN_POST}
        AND post.authority_id = %s AND scope IN ({marks(scopes)}) ORDER BY post.id"""
    for role, person in select(statement, [True, today, today, authority, *scopes]):
        found[role] = (*found.get(role, ()), person)
    return found


def holders_of_many(
    wanted: Mapping[Key, Sequence[str]], *, authorities: Sequence[int], today: date
) -> dict[Key, Holders]:
    """Who holds which role on a day, for several things at once: the scopes of each by its key.

    Two authorities' scopes never mix, since a child, team or service belongs to one; the scope
    of a whole authority is asked for as "authority:<number>".
    """
    names = sorted({scope for scopes in wanted.values() for scope in scopes})
    named = [name for name in names if not name.startswith(f"{AUTHORITY}:")]
    found: dict[str, list[tuple[str, int]]] = {}
    statement = f"""SELECT post.authority_id, scope, role, person_id FROM {_IN_POST}
        AND post.authority_id IN ({marks(authorities)})
        AND scope IN ({marks([*named, AUTHORITY])}) ORDER BY post.id"""
    for authority, scope, role, person in select(
        statement, [True, today, today, *authorities, *named, AUTHORITY]
    ):
        name = f"{AUTHORITY}:{authority}" if scope == AUTHORITY else scope
        found.setdefault(name, []).append((role, person))
    return {key: _merged(found, scopes) for key, scopes in wanted.items()}


def _merged(found: Mapping[str, list[tuple[str, int]]], scopes: Sequence[str]) -> Holders:
    merged: Holders = {}
    for scope in scopes:
        for role, person in found.get(scope, ()):
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
