"""The duties towards the child that come of what the child wants."""

from collections.abc import Iterator

from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import Act

ANSWER = "answer child"


def voice_duties(matter: Matter) -> Iterator[Duty]:
    """Each outcome that the child wants is answered before the dispute is resolved.

    Without a date: no limit is stated. It stays owed after a withdrawal, for it is the child's.
    Children Act 1989 s22(4) and (5): the child's wishes and feelings are given due consideration.
    """
    clause = child_outcomes_clause(matter.protocol)
    for each in matter.dispute.outcomes:
        what = f"Answer outcome {each.number} that the child wants"
        yield Duty(
            key=f"child-outcome:{each.number}",
            terms=Terms(what, clause, ANSWER, before=(Act.RESOLVE,)),
            owners=(matter.dispute.raiser,),
            since=each.named_at,
            fulfilled_at=each.answered_at,
        )


def child_outcomes_clause(protocol: Protocol) -> str:
    """The clause on what the child wants, or else the one on how a dispute ends."""
    return protocol.child_outcomes_clause or protocol.closing.clause
