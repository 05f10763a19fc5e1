"""Sets up an authority: its protocol, services and teams, people, children, and who holds what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db.models import F

from concord.records.models import (
    Authority,
    Child,
    NoticeRow,
    Person,
    Post,
    Service,
    StoredProtocol,
    Team,
)


@dataclass(frozen=True, slots=True)
class ProtocolFile:
    """A protocol as it is stored: the hash of its content, its id and the text of its file."""

    hash: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who is to sign in with a name of their own."""

    username: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class NewChild:
    """A child with the name as it is searched, in a team (by its number).

    `family` is the council's reference of the family, the same for siblings, empty for none.
    """

    id: UUID
    team: int
    name: str
    search_name: str
    reference: str
    born_on: date
    status: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class NewPost:
    """A role that a person (by number) holds for a scope from a day on."""

    person: int
    role: str
    scope: str
    from_on: date


def has_other_than_examples() -> bool:
    """Whether there is an authority that is no example."""
    return Authority.objects.filter(is_example=False).exists()


def examples() -> dict[str, Authority]:
    """The example authorities, by the id of the protocol that is in force there."""
    rows = StoredProtocol.objects.filter(authority__is_example=True, in_force=True)
    found = rows.select_related("authority").order_by("authority__slug")
    return {row.protocol_id: row.authority for row in found}


def add_authority(slug: str, *, name: str, is_example: bool) -> int:
    """A new authority. Out: its number."""
    return Authority.objects.create(slug=slug, name=name, is_example=is_example).pk


def store_protocol(authority: int, file: ProtocolFile, *, at: datetime) -> None:
    """Store a protocol file and put it in force in place of the one before."""
    StoredProtocol.objects.filter(authority_id=authority, in_force=True).update(in_force=False)
    StoredProtocol.objects.create(
        authority_id=authority,
        hash=file.hash,
        protocol_id=file.id,
        text=file.text,
        in_force=True,
        stored_at=at,
    )


def add_service(authority: int, name: str) -> int:
    """A new service. Out: its number."""
    return Service.objects.create(authority_id=authority, name=name).pk


def add_team(authority: int, name: str, *, service: int) -> int:
    """A new team of a service. Out: its number."""
    return Team.objects.create(authority_id=authority, service_id=service, name=name).pk


def add_people(authority: int, people: Iterable[NewPerson], *, word: str) -> list[int]:
    """New people who sign in with the same word. Out: their numbers in the same order."""
    sealed = make_password(word)
    rows = [
        Person(
            authority_id=authority,
            username=each.username,
            name=each.name,
            email=each.email,
            password=sealed,
        )
        for each in people
    ]
    return [row.pk for row in Person.objects.bulk_create(rows)]


def add_children(authority: int, children: Iterable[NewChild]) -> None:
    """New children."""
    Child.objects.bulk_create(
        Child(
            id=each.id,
            authority_id=authority,
            team_id=each.team,
            name=each.name,
            search_name=each.search_name,
            reference=each.reference,
            born_on=each.born_on,
            status=each.status,
            family=each.family,
        )
        for each in children
    )


def add_posts(authority: int, posts: Iterable[NewPost]) -> None:
    """New posts, without an end."""
    Post.objects.bulk_create(
        Post(
            authority_id=authority,
            person_id=each.person,
            role=each.role,
            scope=each.scope,
            from_on=each.from_on,
        )
        for each in posts
    )


def take_notices_as_sent(authority: int) -> int:
    """Take every notice of an authority as sent when it was written. Out: how many."""
    rows = NoticeRow.objects.filter(authority_id=authority, sent_at__isnull=True)
    return rows.update(sent_at=F("created_at"))


def people_of(authority: int) -> list[tuple[Person, list[str]]]:
    """The people of an authority in the order in which they came, each with the roles held."""
    held: dict[int, dict[str, None]] = {}
    posts = Post.objects.filter(authority_id=authority).order_by("pk")
    for person, role in posts.values_list("person_id", "role"):
        held.setdefault(person, {})[role] = None
    rows = Person.objects.filter(authority_id=authority).order_by("pk")
    return [(row, list(held.get(row.pk, ()))) for row in rows]
