"""One dispute about several children: when that is possible, and what the children are called."""

from collections.abc import Collection

from concord.core.dispute.decide.case import Refused
from concord.core.dispute.words import joined
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import ChildStatus


def one_status(protocol: Protocol, statuses: Collection[ChildStatus]) -> ChildStatus | Refused:
    """The status that all children of one dispute have, or why they cannot share it.

    In: the protocol, and the status of each child. The roles, the ladder and the duties of a
    dispute follow from the status, so that children with different ones each need their own.
    """
    first, *others = dict.fromkeys(statuses)
    if not others:
        return first
    different = joined([each.value for each in (first, *others)])
    sentence = f"These children do not have the same status: {different}"
    clause = protocol.raisers_clause or protocol.closing.clause
    return Refused("different-status", sentence, clause, "Raise one for each status", "siblings")


def refused_together(protocol: Protocol, children: Collection[str]) -> Refused | None:
    """Why a concern cannot be about these children at once, where the protocol forbids it.

    A protocol that is silent leaves it to whoever raises the concern.
    """
    if len(children) < 2 or protocol.siblings != "a dispute each":
        return None
    dispute = protocol.labels.dispute
    sentence = f"This protocol asks for a {dispute} of its own for each child"
    clause = protocol.siblings_clause or protocol.raisers_clause or protocol.closing.clause
    return Refused("one-for-each-child", sentence, clause, "Raise one for each child", "siblings")
