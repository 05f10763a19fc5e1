"""Acts on a child's record in the database, for tests: with plain words where nothing is said."""

from datetime import datetime
from uuid import UUID, uuid4

from concord.casework.actions.child import OnRecord, RecordMoved, act_for_child
from concord.casework.actions.dispute import Ask
from concord.core.child.decide import CHILD_ACTS
from concord.core.child.events import CODEC, ChildEvent
from concord.core.dispute.decide import Refused
from tests.core.child.record import PLAIN
from tests.support.cast import Cast


def child_proposal(verb: str, **fields: object) -> ChildEvent:
    """An act with these fields; others get plain words."""
    event = CODEC.propose(CHILD_ACTS[verb], PLAIN.get(verb, {}) | fields)
    assert isinstance(event, ChildEvent)
    return event


def tries_for_child(
    cast: Cast, role: str, event: ChildEvent, *, ask: Ask, child: UUID | None = None
) -> OnRecord | Refused | RecordMoved:
    """Somebody tries to put something on the record of a child, the first one unless it is said."""
    return act_for_child(cast.people[role], child or cast.child, event, ask=ask)


def puts_on_record(cast: Cast, role: str, verb: str, *, at: datetime, **fields: object) -> int:
    """Put something on the first child's record; the record's version after it."""
    ask = Ask(at, uuid4().hex)
    outcome = tries_for_child(cast, role, child_proposal(verb, **fields), ask=ask)
    assert isinstance(outcome, OnRecord), outcome
    return outcome.version
