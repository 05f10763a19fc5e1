"""A dispute that goes up its ladder in the records, by people who hold the roles."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from concord.casework.actions.dispute import Ask, Done, Stale, act
from concord.casework.loading import NotFound, load
from concord.core.clock.london import local_date
from concord.core.dispute.decide import Case, Refused
from concord.core.problem import WrongData
from concord.core.record.envelope import Actor
from tests.core.dispute.climbing import Step, way_up
from tests.support.cast import MONDAY, Cast, proposal

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Outcome = Done | Refused | Stale


def raised(cast: Cast, *, child: int = 0, at: datetime = MONDAY) -> UUID:
    """A concern that the IRO has raised, to be answered in two days."""
    return cast.raises("iro", at, child=child, respond_by=local_date(at + 2 * DAY).isoformat())


def tries(
    cast: Cast, role: str, pk: UUID, *steps: tuple[str, Mapping[str, object]], ask: Ask
) -> Outcome:
    """Somebody tries a step, or several that belong together: verbs with what is filled in."""
    proposals = tuple(proposal(verb, fields) for verb, fields in steps)
    return act(cast.people[role], pk, proposals, ask=ask)


def asks(at: datetime, *, expected: int | None = None) -> Ask:
    """A new form that is sent once."""
    return Ask(at, uuid4().hex, expected)


def goes_on(cast: Cast, pk: UUID, *, at: datetime, satisfied: str = "no") -> int:
    """Whoever has to does what comes next on the ladder. Out: how many steps were accepted."""
    matter = load(cast.people["iro"], pk, at=at).matter
    case = Case(matter, Actor("", frozenset()), at)
    steps = [step for step in way_up(case, satisfied=satisfied) if step.role in cast.people]
    return sum(_accepted(cast, step, pk, at) for step in steps)


def _accepted(cast: Cast, step: Step, pk: UUID, at: datetime) -> bool:
    try:
        outcome = tries(cast, step.role, pk, (step.verb, step.values), ask=asks(at))
    except (WrongData, NotFound):
        return False
    return isinstance(outcome, Done)
