"""The situation in which somebody wants to put something on a child's record."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from concord.core.child.events import ChildEvent
from concord.core.child.matter import ChildMatter, reviews_of
from concord.core.child.state import ChildRecord, Review
from concord.core.clock.london import local_date
from concord.core.dispute.decide.case import Refused
from concord.core.dispute.words import Words, day
from concord.core.protocol.definition import Protocol
from concord.core.record.envelope import Actor

Outcome = tuple[ChildEvent, ...] | Refused


class ChildCase(NamedTuple):
    """A child's record, who wants to act in it, in which capacity, and when (aware)."""

    matter: ChildMatter
    actor: Actor
    at: datetime
    capacity: str = ""

    @property
    def protocol(self) -> Protocol:
        """The protocol in force."""
        return self.matter.protocol

    @property
    def record(self) -> ChildRecord:
        """The record as it stands."""
        return self.matter.record

    @property
    def words(self) -> Words:
        """The council's own names for things."""
        return Words(self.matter.protocol)

    @property
    def today(self) -> date:
        """The local day of the act."""
        return local_date(self.at)


def nothing_more(_case: ChildCase, _proposal: Any) -> Refused | None:
    """Nothing stands in the way besides the person."""
    return None


def always(_case: ChildCase) -> bool:
    """The act is one of every council's."""
    return True


@dataclass(frozen=True, slots=True)
class ChildActSpec:
    """One kind of act in a child's record.

    `known` says whether this council's protocol has it at all, `doers` who may do it, `ready` what
    stands in the way whatever is typed; `settle` looks at what was typed and gives the events.
    """

    kind: type[ChildEvent]
    doers: Callable[[ChildCase], Collection[str]]
    clause: Callable[[ChildCase], str]
    settle: Callable[[ChildCase, Any], Outcome]
    ready: Callable[[ChildCase, Any], Refused | None] = nothing_more
    known: Callable[[ChildCase], bool] = always


def review_clause(case: ChildCase) -> str:
    """The clause about reviews; empty where the protocol is silent."""
    rule = reviews_of(case.protocol)
    return rule.clause if rule else ""


def chairs(case: ChildCase) -> Collection[str]:
    """Who chairs this child's reviews."""
    return case.matter.chairs


def planned_review(case: ChildCase, number: int) -> Review | Refused:
    """The planned review with a number, or why there is none."""
    review = case.record.review(number)
    if review and review.is_planned:
        return review
    sentence = "This review is not planned any more" if review else f"There is no review {number}"
    hint = "Choose one that is still to be held"
    return Refused("no-such-review", sentence, review_clause(case), hint, "review")


def not_past(case: ChildCase, on: date | None) -> Refused | None:
    """Why a day that is to come cannot be meant, where it is past."""
    if on is None or on >= case.today:
        return None
    sentence = f"{day(on)} is past"
    hint = f"Give {day(case.today)} or a later day"
    return Refused("day-past", sentence, review_clause(case), hint, "on")
