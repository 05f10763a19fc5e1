"""Whose part in a dispute is what: sight follows the part a person has in it, never rank."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import (
    ActionsAgreed,
    ConcernRaised,
    Consulted,
    ConversationRecorded,
    HoldPlaced,
    Informed,
    Resolved,
    Withdrawn,
)
from concord.core.dispute.ladder import (
    answer_rule,
    judges,
    not_for_this_child,
    other_raisers,
    stage_of,
)
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.vocabulary import Side


class Part(StrEnum):
    """The part that somebody has in one dispute."""

    RAISER = "raiser"
    ADDRESSEE = "addressee"
    COPIED = "copied"
    CONSULTED = "consulted"
    OVERSEER = "overseer"


def parts(matter: Matter, roles: Iterable[str]) -> frozenset[Part]:
    """The parts of a person. In: the matter and the roles that the person holds for this child.

    Out: empty when the person has no part, and then sees nothing, not even that it exists. Who is
    not named for a part and yet owes a duty, or did, is an addressee.
    """
    held = frozenset(roles)
    named = frozenset(part for part, role in _all(matter) if role in held)
    return named or (frozenset((Part.ADDRESSEE,)) if _owes(matter, held) else named)


def roles_with_a_part(matter: Matter, made: Iterable[Duty]) -> frozenset[str]:
    """Every role of the protocol that has a part in a dispute, given all its duties."""
    named = {role for _part, role in _all(matter)}
    owing = {role for duty in made for role in duty.owners}
    return frozenset(matter.protocol.roles) & (named | owing)


def _owes(matter: Matter, held: frozenset[str]) -> bool:
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    return any(not held.isdisjoint(duty.owners) for duty in made)


def sees_private(matter: Matter, roles: Iterable[str]) -> bool:
    """Whether a person sees the reviewing side's own compartment: legal advice and referrals in
    consideration. Never the line that is challenged, whatever part it has.
    """
    held = frozenset(roles)
    reviewing = {
        role
        for part, role in _all(matter)
        if part in (Part.RAISER, Part.OVERSEER) and _side(matter, role) is Side.REVIEWING
    }
    return bool(held & reviewing) and not any(_side(matter, role) is Side.LINE for role in held)


def _side(matter: Matter, role: str) -> Side | None:
    found = matter.protocol.roles.get(role)
    return found.side if found else None


def _all(matter: Matter) -> Iterator[tuple[Part, str]]:
    elsewhere = not_for_this_child(matter.protocol, matter.dispute.child_status)
    others = other_raisers(matter.protocol, matter.dispute)
    for part, role in _named(matter):
        if role not in elsewhere and (role not in others or part is not Part.RAISER):
            yield part, role


def _named(matter: Matter) -> Iterator[tuple[Part, str]]:
    protocol, dispute = matter.protocol, matter.dispute
    yield Part.RAISER, dispute.raiser
    yield from ((Part.OVERSEER, role) for role in _managers(matter, dispute.raiser))
    yield from ((Part.OVERSEER, role) for role in protocol.overseers)
    for run in dispute.runs:
        yield from _of_run(matter, run)
    yield from _told(matter)


def _managers(matter: Matter, role: str) -> Iterator[str]:
    found = matter.protocol.roles.get(role)
    if found and found.manager:
        yield found.manager


def _of_run(matter: Matter, run: Run) -> Iterator[tuple[Part, str]]:
    stage = stage_of(matter.protocol, run.rung)
    if stage is None:
        yield from _of_tier(matter, run)
        return
    rule = answer_rule(stage)
    yield from ((Part.RAISER, role) for role in (*stage.raised_by, *judges(stage)))
    yield from (
        (Part.ADDRESSEE, role) for role in (*stage.addressed_to, *(rule.by if rule else ()))
    )
    yield from ((Part.ADDRESSEE, role) for role in (rule.answerable if rule else ()))
    told = rule.told if rule else ()
    yield from ((Part.COPIED, role) for role in (*stage.copied_to, *stage.told, *told))
    meeting = stage.meeting
    yield from ((Part.CONSULTED, role) for role in (meeting.attend if meeting else ()))
    yield from ((Part.ADDRESSEE, role) for role in (meeting.chair if meeting else ()))


def _of_tier(matter: Matter, run: Run) -> Iterator[tuple[Part, str]]:
    for tier in matter.protocol.informal:
        if tier.id == run.rung:
            yield from ((Part.COPIED, role) for role in (*tier.told, *tier.note_told))


def _told(matter: Matter) -> Iterator[tuple[Part, str]]:
    for entry in matter.dispute.entries:
        event = entry.event
        if isinstance(event, ConcernRaised):
            yield from ((Part.ADDRESSEE, role) for role in event.raised_with)
        elif isinstance(event, Informed | Consulted):
            yield from ((Part.CONSULTED, role) for role in event.whom)
        elif isinstance(event, ConversationRecorded):
            yield from ((Part.CONSULTED, role) for role in event.with_roles)
        elif isinstance(event, HoldPlaced):
            yield Part.ADDRESSEE, event.owner
        elif isinstance(event, ActionsAgreed):
            yield from ((Part.ADDRESSEE, action.by) for action in event.actions)
        elif isinstance(event, Resolved | Withdrawn):
            yield from ((Part.OVERSEER, role) for role in _managers(matter, entry.capacity))
            yield from ((Part.COPIED, role) for role in matter.protocol.closing.told)
