"""A child's record together with the protocols and the calendar that it is kept under."""

from collections.abc import Mapping
from typing import NamedTuple

from concord.core.child.state import ChildRecord
from concord.core.clock.working_day import Calendar
from concord.core.dispute.ladder import not_for_this_child
from concord.core.protocol.around import (
    Changes,
    Complaints,
    FinalPlan,
    GraveEvents,
    Recognition,
    Reviews,
)
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import ChildStatus, NotStated, Side

INSIDE = (Side.REVIEWING, Side.LINE, Side.OVERSIGHT)
USUAL_KIND = "review"
USUAL_LABEL = "review"


class ChildMatter(NamedTuple):
    """A child's record, the status of the child, and the rules.

    `protocol` is the version in force, with `hash` for its content; `versions` are those by hash
    under which earlier reviews and changes were begun, since a new version changes nothing in them.
    """

    protocol: Protocol
    record: ChildRecord
    calendar: Calendar
    status: ChildStatus
    hash: str = ""
    versions: Mapping[str, Protocol] = {}

    def now(self, record: ChildRecord) -> "ChildMatter":
        """The same with the record as it is now."""
        return self._replace(record=record)

    def under(self, content_hash: str) -> Protocol:
        """The version with a hash; the one in force where it is not known."""
        return self.versions.get(content_hash, self.protocol)

    def for_this_child(self, roles: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the roles that are there for a child with this status."""
        others = not_for_this_child(self.protocol, self.status)
        return tuple(role for role in roles if role not in others)

    @property
    def chairs(self) -> tuple[str, ...]:
        """Who chairs this child's reviews."""
        return self.for_this_child(chairs(self.protocol))

    @property
    def line(self) -> tuple[str, ...]:
        """The roles of the line that runs the case."""
        return roles_on(self.protocol, (Side.LINE,))

    @property
    def inside(self) -> tuple[str, ...]:
        """Every role of the council that the protocol names, for this child."""
        return self.for_this_child(roles_on(self.protocol, INSIDE))


def reviews_of(protocol: Protocol) -> Reviews | None:
    """What a protocol says about reviews; None where it is silent."""
    return None if isinstance(protocol.reviews, NotStated) else protocol.reviews


def changes_of(protocol: Protocol) -> Changes | None:
    """What a protocol says about significant changes; None where it is silent."""
    return None if isinstance(protocol.changes, NotStated) else protocol.changes


def recognition_of(protocol: Protocol) -> Recognition | None:
    """What a protocol says about recognising good practice; None where it is silent."""
    return None if isinstance(protocol.recognition, NotStated) else protocol.recognition


def grave_events_of(protocol: Protocol) -> GraveEvents | None:
    """What a protocol says about events that override the stages; None where it is silent."""
    return None if isinstance(protocol.grave_events, NotStated) else protocol.grave_events


def final_plan_of(protocol: Protocol) -> FinalPlan | None:
    """What a protocol says about a final care plan for the court; None where it is silent."""
    return None if isinstance(protocol.final_plan, NotStated) else protocol.final_plan


def complaints_of(protocol: Protocol) -> Complaints | None:
    """What a protocol says about complaints by or for a child; None where it is silent."""
    return None if isinstance(protocol.complaints, NotStated) else protocol.complaints


def chairs(protocol: Protocol) -> tuple[str, ...]:
    """Who chairs reviews: as the protocol says, or whoever raises concerns, since by law the
    reviewing officer chairs them (Children Act 1989 s25B).
    """
    rule = reviews_of(protocol)
    return rule.chaired_by if rule else protocol.raisers


def review_kinds(protocol: Protocol) -> Mapping[str, str]:
    """The kinds of review, each with its name; one usual kind where the protocol names none."""
    rule = reviews_of(protocol)
    return rule.kinds if rule else {USUAL_KIND: USUAL_LABEL}


def roles_on(protocol: Protocol, sides: tuple[Side, ...]) -> tuple[str, ...]:
    """The roles on some sides, in the protocol's order."""
    return tuple(name for name, role in protocol.roles.items() if role.side in sides)
