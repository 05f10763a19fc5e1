"""The conditions under which a rule of the protocol file holds."""

from concord.core.dispute.ladder import way_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Run
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import ChildStatus, Condition


def applies(matter: Matter, rule: DutyRule, run: Run | None) -> bool:
    """Whether a rule's conditions hold, on a rung where it names rungs."""
    return not rule.only_if or applies_at(
        matter, rule, rung=run.rung if run else "", way=run.way if run else ""
    )


def applies_at(matter: Matter, rule: DutyRule, *, rung: str, way: str) -> bool:
    """Whether a rule's conditions hold on a rung that was entered by a way in; "" for neither."""
    return all(_condition(matter, each, rung=rung, way=way) for each in rule.only_if)


def _condition(matter: Matter, condition: Condition, *, rung: str, way: str) -> bool:
    if condition is Condition.IN_CARE:
        return matter.dispute.child_status is ChildStatus.IN_CARE
    if condition is Condition.COURT:
        return matter.dispute.in_court
    if condition is Condition.EXCEPTIONAL:
        way_in = way_of(matter.protocol, way)
        return way_in is not None and way_in.only_if is not None
    return rung == matter.protocol.stages[-1].id
