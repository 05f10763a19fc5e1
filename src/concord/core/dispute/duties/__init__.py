"""Who owes what by when: a pure function of protocol, dispute and calendar."""

from functools import lru_cache

from concord.core.clock.earliest import earliest
from concord.core.clock.working_day import Calendar
from concord.core.dispute.clocks import handed_over_at, total_began, total_due_from
from concord.core.dispute.duties.informal import action_duties, hold_duties, informal_duties
from concord.core.dispute.duties.ladder import stage_duties
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.duties.override import override_duties
from concord.core.dispute.duties.review import review_duties
from concord.core.dispute.duties.rules import rule_duties
from concord.core.dispute.duties.voice import voice_duties
from concord.core.dispute.ladder import KEPT, raising_side, stage_of, without_part
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute, Phase
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import NotStated


def duties(protocol: Protocol, dispute: Dispute, calendar: Calendar) -> tuple[Duty, ...]:
    """Every duty that the dispute has made so far, fulfilled, missed and over ones included.

    Out: duties in the order of the rungs, then those of the whole dispute. A duty is missed at
    its exact due moment, whoever looks later; nothing here reads a clock. Raises BeyondCalendar
    when a date would lie outside the years whose bank holidays are known.
    """
    matter = Matter(protocol, dispute, calendar)
    others = without_part(protocol, dispute)
    made = _all(matter)
    return tuple(_without(others, duty) for duty in made) if others else tuple(made)


def _without(others: frozenset[str], duty: Duty) -> Duty:
    if others.isdisjoint(duty.owners):
        return duty
    return duty._replace(owners=tuple(role for role in duty.owners if role not in others))


def _all(matter: Matter) -> list[Duty]:
    protocol, dispute = matter.protocol, matter.dispute
    made: list[Duty] = []
    for run in dispute.runs:
        of_rung = stage_duties if stage_of(protocol, run.rung) else informal_duties
        made += of_rung(matter, run)
    made += rule_duties(matter)
    if dispute.agreed:
        made += action_duties(matter)
    if dispute.outcomes:
        made += voice_duties(matter)
    if dispute.pauses:
        made += hold_duties(matter)
    if dispute.closed_at:
        made += review_duties(matter)
    if not isinstance(protocol.grave_events, NotStated):
        made += override_duties(matter)
    total = _total(matter)
    return [*made, total] if total else made


@lru_cache(KEPT)
def _total_terms(protocol: Protocol) -> Terms | None:
    rule = protocol.total
    if isinstance(rule, NotStated):
        return None
    return Terms(f"Resolve it within {rule.within} in all", rule.clause, "resolve")


def _total(matter: Matter) -> Duty | None:
    terms, began = _total_terms(matter.protocol), total_began(matter)
    if terms is None or began is None:
        return None
    closed_at, handed_at = matter.dispute.closed_at, handed_over_at(matter)
    resolved = matter.dispute.phase is Phase.RESOLVED and handed_at is None
    return Duty(
        key="total",
        terms=terms,
        owners=raising_side(matter.protocol, matter.dispute),
        since=began,
        due=total_due_from(matter, began),
        fulfilled_at=closed_at if resolved else None,
        ended_at=earliest(closed_at, handed_at),
    )
