"""The duties towards the child: to answer what the child wants, and to tell the child."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from concord.core.clock.london import local_date
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.duties.rules import rule_duties
from concord.core.dispute.ladder import KEPT
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Explained
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.vocabulary import Act, Side, Verb

ANSWER = "answer child"


def voice_duties(matter: Matter) -> Iterator[Duty]:
    """Each outcome that the child wants is answered before the dispute ends.

    Without a date: no limit is stated. One that the child names after the end is owed then.
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


@lru_cache(KEPT)
def told_to_the_child(protocol: Protocol) -> dict[str, DutyRule]:
    """The rules by which the child or the family is told something, by their ids."""
    family = {name for name, role in protocol.roles.items() if role.side is Side.CHILD}
    rules = (rule for rule in protocol.duties if rule.verb is Verb.INFORM)
    return {rule.id: rule for rule in rules if family.intersection(rule.whom)}


def not_told(matter: Matter) -> dict[str, Duty]:
    """What the child or the family is still to be told, whether or not it is on record why it has
    not been done; by the ids of the rules, in the protocol's order.
    """
    rules = told_to_the_child(matter.protocol)
    if not rules:
        return {}
    made = ((each.key.partition(":")[2], each) for each in rule_duties(matter))
    return {rule: duty for rule, duty in made if rule in rules and not duty.is_over}


def not_explained(matter: Matter, *, at: datetime) -> tuple[Duty, ...]:
    """What the child or the family is to be told by a moment (aware), and neither is it told nor
    is it on record why not: no reason was given, or the day on which to look again has passed.
    """
    today, found = local_date(at), matter.dispute.explanation
    return tuple(
        duty
        for rule, duty in not_told(matter).items()
        if duty.since <= at and not _holds_on(found(rule), today)
    )


def _holds_on(explained: Explained | None, today: date) -> bool:
    again = explained.look_again if explained else None
    return again is not None and today <= again
