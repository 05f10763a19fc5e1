"""What belongs to one kind of act: when it is possible, who may do it, what it gives."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.state import Phase
from concord.core.protocol.vocabulary import Side

OPEN = frozenset((Phase.INFORMAL, Phase.FORMAL))
FORMAL = frozenset((Phase.FORMAL,))
INFORMAL = frozenset((Phase.INFORMAL,))
OVERRIDDEN = frozenset((Phase.OVERRIDDEN,))
BEGUN = frozenset((*OPEN, *OVERRIDDEN, Phase.RESOLVED, Phase.WITHDRAWN))


def just_record(_case: Case, proposal: Any) -> Outcome:
    """The act is its own event and has no further consequence."""
    return (proposal,)


def nothing_more(_case: Case, _proposal: Any) -> Refused | None:
    """Nothing stands in the way of the act besides phase and person."""
    return None


def anyone_with_a_part(case: Case) -> Collection[str]:
    """Every role of the council that the protocol names, on either side of the challenge."""
    inside = (Side.REVIEWING, Side.LINE, Side.OVERSIGHT)
    return [name for name, role in case.protocol.roles.items() if role.side in inside]


@dataclass(frozen=True, slots=True)
class ActSpec:
    """One kind of act.

    `ready` says what stands in the way whatever is typed (for buttons), `settle` looks at what
    was typed and gives the events. Functions take the event class of `kind` as their proposal.
    """

    kind: type[DisputeEvent]
    phases: Collection[Phase]
    doers: Callable[[Case], Collection[str]]
    clause: Callable[[Case], str]
    ready: Callable[[Case, Any], Refused | None] = nothing_more
    settle: Callable[[Case, Any], Outcome] = just_record
