"""Who holds which role for a child, and for which children a person holds a role."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from concord.records.models import Child, Post

AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Holding:
    """One person holds one role, for a child, a team, a service or the authority."""

    person_id: int
    role: str
    scope: str


def scopes_of(child: Child) -> tuple[str, ...]:
    """The scopes that a child belongs to; its team has to be loaded."""
    return (
        f"child:{child.pk.hex}",
        f"team:{child.team_id}",
        f"service:{child.team.service_id}",
        AUTHORITY,
    )


def holders(child: Child, *, today: date) -> dict[str, tuple[int, ...]]:
    """Who holds which role for a child on a day: person ids by role, longest in post first."""
    found: dict[str, tuple[int, ...]] = {}
    posts = _in_post(Post.objects.filter(authority_id=child.authority_id), today)
    rows = posts.filter(scope__in=scopes_of(child)).order_by("pk").values_list("role", "person_id")
    for role, person in rows:
        found[role] = (*found.get(role, ()), person)
    return found


def roles_for(person: int, child: Child, *, today: date) -> frozenset[str]:
    """The roles that a person holds for a child on a day."""
    posts = _in_post(Post.objects.filter(person_id=person), today)
    return frozenset(posts.filter(scope__in=scopes_of(child)).values_list("role", flat=True))


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
