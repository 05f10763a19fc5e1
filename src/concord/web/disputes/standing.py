"""Where a dispute stands on the drawing of its protocol."""

from concord.casework.queries.dispute import DisputeView, Rung
from concord.core.clock.london import local_date
from concord.core.workshop.drawing import Mark, Plan, Stand, plan_of

_MARKS = {"done": Mark.PASSED, "current": Mark.HERE, "skipped": Mark.SKIPPED}


def plan_with_standing(view: DisputeView) -> Plan:
    """The drawing of the protocol that this dispute began under, with its rungs marked."""
    stands = {each.id: _stand(each, view) for each in view.ladder if each.state in _MARKS}
    return plan_of(view.matter.protocol).standing(stands)


def _stand(rung: Rung, view: DisputeView) -> Stand:
    mark = _MARKS[rung.state]
    if rung.run is None:
        return Stand(mark)
    left = rung.run.left_at or (view.matter.dispute.closed_at if mark is Mark.PASSED else None)
    return Stand(mark, local_date(rung.run.opened_at), local_date(left) if left else None)
