"""An authority to measure in, and many disputes copied from one that is real."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID, uuid4

from django.db import connection, transaction

from bench.simplest import simplest
from concord.casework.actions.dispute import Ask, Done, raise_concern
from concord.casework.actor import Viewer
from concord.core.dispute.events import AlertIssued, ConcernRaised, ConversationRecorded
from concord.core.protocol.definition import Protocol
from concord.core.protocol.identity import content_hash
from concord.core.protocol.shipped import shipped, shipped_text
from concord.core.protocol.vocabulary import Scope
from concord.records.models import (
    Authority,
    Child,
    Person,
    Post,
    Service,
    StoredProtocol,
    Team,
)
from concord.records.sql import change, insert

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
_NUMBERS = count(1_000_000)


@dataclass(frozen=True, slots=True)
class World:
    """An authority with one child and one person in each role."""

    authority: int
    protocol: Protocol
    child: UUID
    people: dict[str, Viewer]

    @property
    def raiser(self) -> Viewer:
        """Who raises."""
        return self.people[self.protocol.raisers[0]]

    @property
    def answerer(self) -> Viewer:
        """Who answers at the first stage."""
        return self.people[self.protocol.stages[0].addressed_to[0]]


def make_world(name: str) -> World:
    """An authority of the simplest shipped protocol."""
    protocol_id = simplest()
    protocol = shipped(protocol_id)
    authority = Authority.objects.create(slug=name, name=f"Example {name}", is_example=True)
    StoredProtocol.objects.create(
        authority=authority,
        hash=content_hash(protocol),
        protocol_id=protocol_id,
        text=shipped_text(protocol_id),
        in_force=True,
        stored_at=MONDAY,
    )
    service = Service.objects.create(authority=authority, name="Service")
    team = Team.objects.create(authority=authority, service=service, name="Team")
    child = Child.objects.create(
        authority=authority,
        team=team,
        name="Example Child",
        search_name="example child",
        reference="EX-1",
        born_on=date(2015, 1, 1),
        status=protocol.children[0].value,
    )
    scopes = {
        Scope.CHILD: f"child:{child.pk.hex}",
        Scope.TEAM: f"team:{team.pk}",
        Scope.SERVICE: f"service:{service.pk}",
        Scope.AUTHORITY: "authority",
    }
    people = {
        role: _person(authority, role, scopes[found.held_for])
        for role, found in protocol.roles.items()
        if found.held_for in scopes
    }
    return World(authority.pk, protocol, child.pk, people)


def _person(authority: Authority, role: str, scope: str) -> Viewer:
    name = f"{authority.slug}-{role}"
    person = Person.objects.create(
        authority=authority, username=name, name=name, email=f"{name}@example.org"
    )
    Post.objects.create(
        authority=authority, person=person, role=role, scope=scope, from_on=date(2020, 1, 1)
    )
    return Viewer(person.pk, authority.pk, name)


def one_dispute(world: World, *, at: datetime = MONDAY) -> UUID:
    """A real dispute whose first alert waits for its answer."""
    tier = world.protocol.informal[0]
    words = "The agreed visits have not begun, and nobody can say when they will. " * 4
    done = raise_concern(
        world.raiser,
        world.child,
        (
            ConcernRaised(
                concern=words,
                outcome_sought="Visits every week.",
                respond_by=(at + timedelta(days=2)).date(),
                raised_with=tier.talk_with,
            ),
            ConversationRecorded(with_roles=tier.talk_with, text=words),
            AlertIssued(concern=words, outcome_sought="Visits every week."),
        ),
        ask=Ask(at, uuid4().hex),
    )
    if not isinstance(done, Done):
        raise AssertionError(done)
    return done.dispute


def copies(dispute: UUID, number: int, *, events: bool = True) -> list[UUID]:
    """Copies of a dispute's rows (and of its entries) under new ids, written in bulk."""
    ids = sorted(uuid4() for _ in range(number))
    tables = [("dispute", "id"), ("duty", "dispute_id")]
    if events:
        tables.append(("event", "stream"))
    with transaction.atomic():
        change("CREATE TEMPORARY TABLE twin AS SELECT id, number FROM dispute WHERE 1 = 0", [])
        insert("twin", ("id", "number"), ((each, next(_NUMBERS)) for each in ids))
        for table, column in tables:
            _copy(table, column, dispute)
        change("DROP TABLE twin", [])
    return ids


def _copy(table: str, column: str, dispute: UUID) -> None:
    names = _columns(table)
    new = {column: "twin.id", "number": "twin.number"}
    values = ", ".join(new.get(name, f"first.{name}") for name in names)
    change(
        f"""INSERT INTO {table} ({", ".join(names)})
        SELECT {values} FROM {table} first CROSS JOIN twin WHERE first.{column} = %s""",
        [dispute],
    )


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
    counted = () if table == "dispute" else ("id",)
    return [column.name for column in found if column.name not in counted]
