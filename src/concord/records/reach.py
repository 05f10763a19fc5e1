"""What posts reach, as conditions on rows: nobody lists what no post of theirs reaches today."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from concord.records.models import Sibling
from concord.records.posts import AUTHORITY, Holding

_NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Reach:
    """Children, teams and services, or the whole authority."""

    children: frozenset[UUID]
    teams: frozenset[int]
    services: frozenset[int]
    whole: bool

    def condition(self, *, child: str, team: str, service: str) -> Q:
        """The condition on rows with these columns for their child, team and service."""
        if self.whole:
            return Q()
        condition = _NOTHING
        for column, ids in ((child, self.children), (team, self.teams), (service, self.services)):
            if ids:
                condition |= Q(**{f"{column}__in": sorted(ids, key=str)})
        return condition


def reach(posts: Iterable[Holding]) -> Reach:
    """What at least one of the posts reaches."""
    keys: dict[str, set[str]] = {}
    for post in posts:
        kind, _, key = post.scope.partition(":")
        keys.setdefault(kind, set()).add(key)
    return Reach(
        frozenset(map(UUID, keys.get("child", ()))),
        frozenset(map(int, keys.get("team", ()))),
        frozenset(map(int, keys.get("service", ()))),
        AUTHORITY in keys,
    )


def children_within(posts: Iterable[Holding]) -> Q:
    """The condition on children that at least one of the posts reaches."""
    return reach(posts).condition(child="pk", team="team_id", service="team__service_id")


def disputes_within(posts: Iterable[Holding]) -> Q:
    """The condition on disputes of whose children at least one of the posts reaches one."""
    found = reach(posts)
    if found.whole:
        return Q()
    columns = {"team": "child__team_id", "service": "child__team__service_id"}
    condition = found.condition(child="child_id", **columns)
    return condition | Q(pk__in=Sibling.objects.filter(condition).values("dispute_id"))


def duties_within(posts: Iterable[Holding]) -> Q:
    """The condition on duties about a child that at least one of the posts reaches."""
    columns = {"team": "team_id", "service": "service_id"}
    return reach(posts).condition(child="child_id", **columns)


def duties_of(posts: Iterable[Holding]) -> Q:
    """The condition on duties that the holder of these posts owes in one of their roles."""
    by_role: dict[str, list[Holding]] = {}
    for post in posts:
        by_role.setdefault(post.role, []).append(post)
    condition = _NOTHING
    for role, held in by_role.items():
        condition |= Q(role=role) & duties_within(held)
    return condition
