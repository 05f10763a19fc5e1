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
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import whole_of
from concord.core.protocol.vocabulary import Scope, Side


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
    owing = {role for duty in made if not duty.is_restraint for role in duty.owners}
    return frozenset(matter.protocol.roles) & (named | owing)


def _owes(matter: Matter, held: frozenset[str]) -> bool:
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    return any(not held.isdisjoint(duty.owners) for duty in made if not duty.is_restraint)


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


def keepers(protocol: Protocol) -> tuple[str, ...]:
    """The roles that look after an authority's protocol: whoever the raisers answer to, directly or
    through others, and whoever looks on. They upload, compare and propose.

    Nobody of the line that is challenged, so that it cannot change the rules of the challenge. They
    look after the whole protocol, whichever ladder of it was chosen.
    """
    protocol = whole_of(protocol)
    found = {*protocol.overseers}
    above = list(_above(protocol, protocol.raisers))
    while above:
        found |= set(above)
        above = [each for each in _above(protocol, above) if each not in found]
    found -= {*protocol.raisers}
    beside = (Side.REVIEWING, Side.OVERSIGHT)
    roles = protocol.roles.items()
    return tuple(name for name, role in roles if name in found and role.side in beside)


def _above(protocol: Protocol, roles: Iterable[str]) -> Iterator[str]:
    known = (protocol.roles[each] for each in roles if each in protocol.roles)
    yield from (role.manager for role in known if role.manager)


def approvers(protocol: Protocol) -> tuple[str, ...]:
    """The roles that may be the second person: any keeper, and whoever is at the head of the line.

    Whoever made a proposal never approves it, in whatever role.
    """
    kept = keepers(protocol)
    heads = (
        name
        for name, role in protocol.roles.items()
        if role.side is Side.LINE and role.held_for is Scope.AUTHORITY and role.manager is None
    )
    return (*kept, *heads)


def may_move(matter: Matter, roles: Iterable[str]) -> str | None:
    """The role in which a person may move a dispute to another version of the protocol: a keeper
    who oversees this dispute, and is not of the line. None for anybody else.
    """
    held = frozenset(roles)
    if not sees_private(matter, held):
        return None
    overseeing = {role for part, role in _all(matter) if part is Part.OVERSEER}
    return next((each for each in keepers(matter.protocol) if each in held & overseeing), None)


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
