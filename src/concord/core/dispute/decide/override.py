"""Going on with the stages after a grave event has overridden them."""

from concord.core.dispute.decide.case import Case
from concord.core.dispute.decide.informal import carriers, closing_clause
from concord.core.dispute.decide.spec import OVERRIDDEN, ActSpec
from concord.core.dispute.events import Overridden, StagesResumed
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import NotStated


def override(protocol: Protocol, dispute: Dispute) -> Overridden | None:
    """What a grave event about a child does to a dispute about it: the stages give way. None for
    one that is over, or that gives way already.
    """
    if isinstance(protocol.grave_events, NotStated) or dispute.run is None:
        return None
    return Overridden(clause=protocol.grave_events.clause)


def override_clause(case: Case) -> str:
    """The clause about grave events, or that of the end where the protocol has none."""
    rule = case.protocol.grave_events
    return closing_clause(case) if isinstance(rule, NotStated) else rule.clause


SPECS = (ActSpec(StagesResumed, OVERRIDDEN, carriers, override_clause),)
