"""Who holds which role for a child, and for which children a person holds a role."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from concord.records.models import Post
from concord.records.sql import marks, select

AUTHORITY = "authority"
Holders = dict[str, tuple[int, ...]]
Key = TypeVar("Key", bound=Hashable)


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
    statement = f"""SELECT role, person_id FROM post
        WHERE authority_id = %s AND scope IN ({marks(scopes)})
        AND from_on <= %s AND (until_on IS NULL OR until_on >= %s) ORDER BY id"""
    for role, person in select(statement, [authority, *scopes, today, today]):
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
    statement = f"""SELECT authority_id, scope, role, person_id FROM post
        WHERE authority_id IN ({marks(authorities)})
        AND scope IN ({marks([*named, AUTHORITY])})
        AND from_on <= %s AND (until_on IS NULL OR until_on >= %s) ORDER BY id"""
    for authority, scope, role, person in select(
        statement, [*authorities, *named, AUTHORITY, today, today]
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
    rows = _in_post(Post.objects.filter(person_id=person), today).order_by("pk")
    return tuple(Holding(person, row.role, row.scope) for row in rows)


def _in_post(posts: QuerySet[Post], today: date) -> QuerySet[Post]:
    return posts.filter(Q(until_on__isnull=True) | Q(until_on__gte=today), from_on__lte=today)


def children_within(posts: Iterable[Holding]) -> Q:
    """The condition on children that at least one of the posts reaches."""
    condition = Q(pk__in=[])
    for post in posts:
        kind, _, key = post.scope.partition(":")
        if kind == AUTHORITY:
            return Q()
        if kind == "child":
            condition |= Q(pk=UUID(key))
        elif kind == "team":
            condition |= Q(team_id=int(key))
        else:
            condition |= Q(team__service_id=int(key))
    return condition
