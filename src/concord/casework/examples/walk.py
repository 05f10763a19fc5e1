"""One example dispute on its way: acts through the door at past moments, sweeps in between."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from concord.casework.actions.dispute import Ask, Done, act, raise_concern
from concord.casework.actions.recording import entries_from, record
from concord.casework.actor import Viewer
from concord.casework.examples.cast import Cast, CastChild
from concord.casework.examples.chance import Chance
from concord.casework.examples.diary import Diary
from concord.casework.examples.themes import Theme
from concord.casework.loading import caught_up, held_in, matter_of
from concord.core.clock.london import local_date
from concord.core.dispute.decide import Case, Decided, Refused, decide
from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.ladder import raising_side
from concord.core.dispute.lapse import next_due_at
from concord.core.dispute.matter import Matter
from concord.core.people.permission import parts
from concord.core.problem import WrongData
from concord.core.record.envelope import Actor
from concord.records import find
from concord.records.standing import standing


class Over(Exception):
    """The walk has come to the moment at which the examples are loaded."""


class StoppedShort(Exception):
    """The protocol refuses a step that the script needs, or nobody could take it."""


@dataclass(slots=True)
class Walk:
    """A dispute between two steps. `matter` mirrors the record, `waiting` is one person's act.

    The mirror is decided on by the same rules as the record, so that a script can look at what the
    protocol asks for without reading the record again.
    """

    cast: Cast
    child: CastChild
    theme: Theme
    diary: Diary
    chance: Chance
    matter: Matter
    at: datetime
    until: datetime
    dispute: UUID | None = None
    version: int = 0
    by: Viewer | None = None
    waiting: list[DisputeEvent] = field(default_factory=list)

    def one_of(self, texts: tuple[str, ...]) -> str:
        """One of several texts, with the child's first name and the concern put in."""
        text = self.chance.choice(texts)
        text = text.replace("{concern}", self.theme.concern)
        return text.replace("{child}", self.child.first_name)

    @property
    def case(self) -> Case:
        """The situation as the protocol's rules look at it, for nobody in particular."""
        return Case(self.matter, Actor("", frozenset()), self.at)


def take(walk: Walk, roles: Iterable[str], event: DisputeEvent) -> None:
    """Take a step as the first of the roles that may. Raises StoppedShort when none may."""
    refused = try_to(walk, roles, event)
    if refused is not None:
        raise StoppedShort(f"{event.VERB}: {refused.sentence} ({refused.id})")


def try_to(walk: Walk, roles: Iterable[str], event: DisputeEvent) -> Refused | None:
    """Take a step as the first of the roles that may. Out: None, or the last refusal."""
    refused = Refused("nobody", "Nobody in the cast could do it", "")
    _catch_up(walk, walk.at)
    for role in acting(walk, roles):
        viewer = walk.cast.holder(role, walk.child)
        if viewer is None:
            continue
        actor = Actor(str(viewer.person), frozenset((role,)))
        outcome = _decide(Case(walk.matter, actor, walk.at), event)
        if isinstance(outcome, Refused):
            refused = outcome
            continue
        _add(walk, viewer, event)
        entries = entries_from(
            walk.matter,
            outcome.events,
            person=actor.person,
            capacity=outcome.capacity,
            at=walk.at,
        )
        walk.matter = walk.matter.now(fold(entries, dispute=walk.matter.dispute))
        return None
    return refused


def _decide(case: Case, event: DisputeEvent) -> Decided | Refused:
    try:
        return decide(case, event)
    except WrongData as wrong:
        raise StoppedShort(f"{event.VERB}: {wrong}") from wrong


def acting(walk: Walk, roles: Iterable[str]) -> list[str]:
    """Those of the roles that have a part in the dispute, or who carry it when none has."""
    if walk.dispute is None and not walk.waiting:
        return list(roles)
    inside = [role for role in roles if parts(walk.matter, (role,))]
    return inside or list(raising_side(walk.matter.protocol, walk.matter.dispute))


def _add(walk: Walk, viewer: Viewer, event: DisputeEvent) -> None:
    if walk.by != viewer:
        write(walk)
    walk.by = viewer
    walk.waiting.append(event)


def write(walk: Walk) -> None:
    """Carry out the act that waits, through the door that everybody uses."""
    if walk.by is None or not walk.waiting:
        return
    ask, proposals = Ask(walk.at, f"example-{uuid4().hex}"), tuple(walk.waiting)
    if walk.dispute is None:
        child = walk.child
        done: object = raise_concern(walk.by, child.id, proposals, ask=ask, siblings=child.siblings)
    else:
        done = act(walk.by, walk.dispute, proposals, ask=ask)
    if not isinstance(done, Done):
        raise StoppedShort(f"{proposals[0].VERB}: {done}")
    walk.dispute, walk.by, walk.waiting = done.dispute, None, []
    if done.version != walk.matter.dispute.version:
        raise StoppedShort("the record went another way than its mirror")


def move_on(walk: Walk, *, working_days: int) -> None:
    """Go to a moment that many working days later. Raises Over beyond the moment of loading."""
    write(walk)
    wanted = walk.diary.after(walk.at, working_days=working_days)
    sweep(walk, until=min(wanted, walk.until))
    if wanted > walk.until:
        raise Over
    walk.at = wanted


def sweep(walk: Walk, *, until: datetime) -> None:
    """Record what time brings up to a moment, each a little after it was due, as a sweep does."""
    while walk.dispute is not None:
        due = next_due_at(walk.matter) if walk.matter.dispute.is_open else None
        if due is None or due > until:
            return
        moment = min(due + timedelta(seconds=walk.chance.randrange(5, 90)), until)
        _bring_up(walk.dispute, walk.cast.authority, at=moment)
        _catch_up(walk, moment)


def _catch_up(walk: Walk, at: datetime) -> None:
    due = next_due_at(walk.matter) if walk.matter.dispute.is_open else None
    if due is not None and due <= at:
        walk.matter, _ = caught_up(walk.matter, at=at)


def _bring_up(pk: UUID, authority: int, *, at: datetime) -> None:
    """What a sweep does, for this dispute alone: the past of others is not for the examples."""
    with find.together():
        row = standing(pk, authority=authority, to_write=True)
        if row is None or row.next_due_at is None or row.next_due_at > at:
            return
        recorded = matter_of(row)
        _matter, entries = caught_up(recorded, at=at)
        record(row, recorded, entries, held=held_in(row, today=local_date(at)), at=at)
