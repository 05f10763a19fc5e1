"""A small example authority for tests of pages: one child, and one person for each role inside.

    cast = cast_of("bristol")
    pk = cast.raises("iro", MONDAY)
    cast.does("iro", pk, "issue alert", at=MONDAY + timedelta(hours=1), concern="Drift.", ...)
    cast.client("social-worker").get(f"/disputes/{pk}")

Everybody signs in with the name of their role, behind the authority's own letter: "a-iro".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.test import Client

from concord.casework.actions.dispute import Ask, Done, act, raise_concern
from concord.casework.actor import Viewer
from concord.casework.loading import load
from concord.casework.queries.child import folded
from concord.core.dispute.decide import ACTS
from concord.core.dispute.duties.voice import not_explained
from concord.core.dispute.events import CODEC, DisputeEvent
from concord.core.protocol.identity import content_hash
from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped_text
from concord.core.protocol.vocabulary import ChildStatus, Scope
from concord.records import setting_up
from concord.records.models import Person
from concord.records.posts import AUTHORITY
from concord.records.setting_up import NewChild, NewPerson, NewPost, ProtocolFile
from tests.core.protocols.stage import ENDS, PLAIN

WORD = "example-only-word"
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
SINCE = date(2020, 1, 1)
NAMES = (
    *("Aoife Ní Dhomhnaill", "Seán O'Brien", "Priya Shah", "Tomasz Świątek", "Zoë Ekström"),
    *("李 Wei", "Amara Okonkwo", "Renée Bello", "Idris Pryce", "Noor D'Souza", "Li Oyelaran"),
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is there, by role; the children, in the order in which they were asked for."""

    protocol: str
    authority: int
    letter: str
    people: Mapping[str, Viewer]
    children: tuple[UUID, ...]

    @property
    def child(self) -> UUID:
        """The first child."""
        return self.children[0]

    def username(self, role: str) -> str:
        """The name with which the person of a role signs in."""
        return f"{self.letter}-{role}"

    def client(self, role: str) -> Client:
        """A signed-in browser of Django's test kind."""
        client = Client()
        client.force_login(Person.objects.get(pk=self.people[role].person))
        return client

    def raises(
        self,
        role: str,
        at: datetime = MONDAY,
        *,
        child: int = 0,
        siblings: tuple[UUID, ...] = (),
        **fields: object,
    ) -> UUID:
        """Raise a concern; the dispute's id."""
        event, ask = proposal("raise concern", fields), Ask(at, uuid4().hex)
        outcome = raise_concern(
            self.people[role], self.children[child], (event,), ask=ask, siblings=siblings
        )
        assert isinstance(outcome, Done), outcome
        return outcome.dispute

    def does(self, role: str, pk: UUID, verb: str, *, at: datetime, **fields: object) -> int:
        """Take a step that the protocol allows; the dispute's version after it.

        Before an end it is on record why the child is not told what is still to be told.
        """
        if verb in ENDS:
            self._explains(role, pk, at=at)
        event = proposal(verb, fields)
        outcome = act(self.people[role], pk, (event,), ask=Ask(at, uuid4().hex))
        assert isinstance(outcome, Done), outcome
        return outcome.version

    def _explains(self, role: str, pk: UUID, *, at: datetime) -> None:
        again = (at + timedelta(days=60)).date()
        for duty in not_explained(load(self.people[role], pk, at=at).matter, at=at):
            untold = duty.key.partition(":")[2]
            self.does(role, pk, "explain child", at=at, untold=untold, reason="x", look_again=again)


def proposal(verb: str, fields: Mapping[str, object]) -> DisputeEvent:
    """A step with these fields; others get plain words."""
    event = CODEC.propose(ACTS[verb], PLAIN.get(verb, {}) | dict(fields))
    assert isinstance(event, DisputeEvent)
    return event


def cast_of(
    protocol_id: str,
    *,
    letter: str = "a",
    names: tuple[str, ...] = ("Example Child",),
    status: ChildStatus = ChildStatus.IN_CARE,
    text: str = "",
) -> Cast:
    """Store an example authority that works under a shipped protocol, with children of one team,
    who are siblings.

    With `text`, under the protocol that it says.
    """
    text = text or shipped_text(protocol_id)
    protocol = read_protocol(text, file=f"{protocol_id}.yaml")
    authority = setting_up.add_authority(letter, name=f"Example {letter}", is_example=True)
    file = ProtocolFile(content_hash(protocol), protocol_id, text)
    setting_up.store_protocol(authority, file, at=MONDAY)
    service = setting_up.add_service(authority, "Example service")
    team = setting_up.add_team(authority, "Example team", service=service)
    children = tuple(uuid4() for _ in names)
    rows = [_child(pk, team, name, status) for pk, name in zip(children, names, strict=True)]
    setting_up.add_children(authority, rows)
    inside = {role: held for role, held in protocol.roles.items() if held.held_for != "outside"}
    new = [
        NewPerson(f"{letter}-{role}", NAMES[n % len(NAMES)], f"{letter}-{role}@example.org")
        for n, role in enumerate(inside)
    ]
    numbers = setting_up.add_people(authority, new, word=WORD)
    scopes = {
        Scope.CHILD: [f"child:{pk.hex}" for pk in children],
        Scope.TEAM: [f"team:{team}"],
        Scope.SERVICE: [f"service:{service}"],
        Scope.AUTHORITY: [AUTHORITY],
    }
    posts = [
        NewPost(number, role, scope, SINCE)
        for number, (role, held) in zip(numbers, inside.items(), strict=True)
        for scope in scopes[held.held_for]
    ]
    setting_up.add_posts(authority, posts)
    people = {
        role: Viewer(number, authority, person.name)
        for number, role, person in zip(numbers, inside, new, strict=True)
    }
    return Cast(protocol_id, authority, letter, people, children)


def _child(pk: UUID, team: int, name: str, status: ChildStatus) -> NewChild:
    reference = f"EX-{pk.hex[:6]}"
    born_on = date(2015, 5, 1)
    return NewChild(pk, team, name, folded(name), reference, born_on, status.value, "EX-FAMILY")
