"""The people and children of one example authority, and who holds which role for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.examples import names
from concord.casework.examples.chance import Chance
from concord.casework.examples.there import SIGN_IN_WORD
from concord.casework.queries.child import folded
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import ChildStatus, Scope
from concord.records import setting_up
from concord.records.posts import AUTHORITY
from concord.records.setting_up import NewChild, NewPerson, NewPost

CHILDREN = 40
_WORKERS = 2
_FIRST_RAISERS, _OTHER_RAISERS = 5, 3
_YOUNGEST, _OLDEST = 6, 17
_LONGEST_SHORT = 8
# Children so far apart have the same team, status and reviewing officer.
_ELDER, _APART = (1, 2, 4), 15


@dataclass(frozen=True, slots=True)
class CastChild:
    """A child of the examples: first name, age, status, and the scopes it belongs to.

    `siblings` are those whom a concern about this child is about too.
    """

    id: UUID
    first_name: str
    age: int
    status: ChildStatus
    scopes: tuple[str, ...]
    siblings: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """One example authority: `posts` gives the person who holds a role for a scope."""

    authority: int
    protocol: Protocol
    children: tuple[CastChild, ...]
    posts: Mapping[tuple[str, str], Viewer]

    def holder(self, role: str, child: CastChild) -> Viewer | None:
        """Who holds a role for a child; None for a role that nobody in the council holds."""
        found = (self.posts.get((role, scope)) for scope in child.scopes)
        return next((viewer for viewer in found if viewer), None)

    def raiser(self, child: CastChild) -> str:
        """The role that raises concerns about a child."""
        return raiser_for(self.protocol, child.status)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where everybody is: the teams by number, each with its service's number."""

    teams: tuple[tuple[int, int], ...]

    def scopes(self, child: UUID, index: int) -> tuple[str, ...]:
        team, service = self.teams[index % len(self.teams)]
        return (f"child:{child.hex}", f"team:{team}", f"service:{service}", AUTHORITY)


def raiser_for(protocol: Protocol, status: ChildStatus) -> str:
    """The role that raises concerns about children of a status.

    Where several roles may, and the protocol does not say which is there for whom, the raisers and
    the children are taken to be listed in the same order.
    """
    roles = [role for role in protocol.raisers if protocol.roles[role].held_for is Scope.CHILD]
    own = [role for role in roles if status in protocol.roles[role].children]
    if own:
        return own[0]
    order = [role for role in roles if not protocol.roles[role].children] or [*protocol.raisers]
    return order[min(protocol.children.index(status), len(order) - 1)]


def make_cast(authority: int, letter: str, *, protocol: Protocol, today: date) -> Cast:
    """Store services, teams, people, children and posts of an example authority. Out: its cast.

    The same letter gives the same names; ages are relative to `today`.
    """
    chance = Chance(f"cast {letter}")
    place = _place(authority)
    children = _with_siblings(tuple(_children(protocol, place, chance)))
    setting_up.add_children(authority, _child_rows(children, place, letter, today, chance))
    wanted = list(_wanted(protocol, place, children))
    people = _people(protocol, letter, [role for role, _scopes in wanted], chance)
    numbers = setting_up.add_people(authority, people, word=SIGN_IN_WORD)
    posts = {
        (role, scope): Viewer(number, authority, person.name)
        for (role, scopes), number, person in zip(wanted, numbers, people, strict=True)
        for scope in scopes
    }
    since = date(today.year - 4, 4, 1)
    setting_up.add_posts(
        authority,
        (NewPost(who.person, role, scope, since) for (role, scope), who in posts.items()),
    )
    return Cast(authority, protocol, children, posts)


def _place(authority: int) -> _Place:
    services = [setting_up.add_service(authority, name) for name in names.SERVICES]
    in_service = [services[index * len(services) // len(names.TEAMS)] for index in range(5)]
    return _Place(
        tuple(
            (setting_up.add_team(authority, name, service=service), service)
            for name, service in zip(names.TEAMS, in_service, strict=True)
        )
    )


def _children(protocol: Protocol, place: _Place, chance: Chance) -> Iterator[CastChild]:
    statuses = protocol.children
    for index in range(CHILDREN):
        pk = UUID(int=chance.getrandbits(128), version=4)
        status = statuses[0 if len(statuses) == 1 or index % 3 else 1]
        age = chance.randint(_YOUNGEST, _OLDEST)
        first = names.FIRST[(index * 7 + chance.randrange(3)) % len(names.FIRST)]
        yield CastChild(pk, first, age, status, place.scopes(pk, index))


def _with_siblings(children: tuple[CastChild, ...]) -> tuple[CastChild, ...]:
    return tuple(
        replace(child, siblings=(children[index + _APART].id,)) if index in _ELDER else child
        for index, child in enumerate(children)
    )


def _elder(index: int) -> int:
    """Whose family a child belongs to: its own, or that of an elder sibling."""
    return index - _APART if index - _APART in _ELDER else index


def _child_rows(
    children: tuple[CastChild, ...], place: _Place, letter: str, today: date, chance: Chance
) -> Iterator[NewChild]:
    family = chance.sample(names.FAMILY, CHILDREN)
    for index, child in enumerate(children):
        name = f"{child.first_name} {family[_elder(index)]} (example)"
        birthday = date(today.year - child.age, today.month, 1)
        yield NewChild(
            id=child.id,
            team=place.teams[index % len(place.teams)][0],
            name=name,
            search_name=folded(name),
            reference=f"EX-{letter}-{1001 + index}",
            born_on=birthday - timedelta(days=chance.randrange(300)),
            status=child.status.value,
            family=f"EX-{letter}-F{1001 + _elder(index)}",
        )


def _wanted(
    protocol: Protocol, place: _Place, children: tuple[CastChild, ...]
) -> Iterator[tuple[str, list[str]]]:
    """Every person there is to be: a role, and the scopes for which they hold it."""
    for name, role in protocol.roles.items():
        if role.held_for is Scope.CHILD:
            yield from ((name, scopes) for scopes in _caseloads(protocol, name, children) if scopes)
        elif role.held_for is Scope.TEAM:
            yield from ((name, [f"team:{team}"]) for team, _service in place.teams)
        elif role.held_for is Scope.SERVICE:
            services = dict.fromkeys(service for _team, service in place.teams)
            yield from ((name, [f"service:{service}"]) for service in services)
        elif role.held_for is Scope.AUTHORITY:
            yield name, [AUTHORITY]


def _caseloads(protocol: Protocol, role: str, children: tuple[CastChild, ...]) -> list[list[str]]:
    """The children's scopes of each holder of a role that is held for a child."""
    if role in protocol.raisers:
        mine = [each for each in children if raiser_for(protocol, each.status) == role]
        first = raiser_for(protocol, protocol.children[0]) == role
        people = _FIRST_RAISERS if first else _OTHER_RAISERS
        return [[each.scopes[0] for each in mine[one::people]] for one in range(people)]
    there_for = protocol.roles[role].children or protocol.children
    mine = [each for each in children if each.status in there_for]
    teams = list(dict.fromkeys(each.scopes[1] for each in mine))
    in_teams = [[each.scopes[0] for each in mine if each.scopes[1] == team] for team in teams]
    return [team[one::_WORKERS] for team in in_teams for one in range(_WORKERS)]


def _people(protocol: Protocol, letter: str, roles: list[str], chance: Chance) -> list[NewPerson]:
    short = _short_names(protocol, roles)
    family = chance.sample(names.FAMILY, len(names.FAMILY))
    first = chance.sample(names.FIRST, len(names.FIRST))
    people, counts = [], dict[str, int]()
    for index, role in enumerate(roles):
        counts[role] = counts.get(role, 0) + 1
        number = str(counts[role]) if roles.count(role) > 1 else ""
        username = f"{letter.lower()}-{short[role]}{number}"
        # The lists differ in length, so no pair comes a second time.
        name = f"{first[index % len(first)]} {family[index % len(family)]}"
        people.append(NewPerson(username, name, f"{username}@example.org"))
    return people


def _short_names(protocol: Protocol, roles: list[str]) -> dict[str, str]:
    """A short name for each role to sign in with; its whole id where two would be the same."""
    found = {role: _short_name(role, protocol.roles[role].short) for role in dict.fromkeys(roles)}
    shared = list(found.values())
    return {role: role if shared.count(each) > 1 else each for role, each in found.items()}


def _short_name(role: str, short: str) -> str:
    plain = "".join(each for each in short.casefold() if each.isascii() and each.isalnum())
    initials = "".join(part[0] for part in role.split("-"))
    return next((each for each in (plain, initials) if 1 < len(each) <= _LONGEST_SHORT), role)
