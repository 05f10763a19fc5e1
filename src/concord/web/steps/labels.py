"""What a step is called on its button and its page, in this council's words."""

from concord.casework.queries.dispute import DisputeView
from concord.core.dispute.decide import ACTS
from concord.core.dispute.ladder import referrals, stages_above
from concord.core.dispute.words import joined


def step_label(view: DisputeView, verb: str) -> str:
    """The label of a step, with the council's own name for alert and answer."""
    alert, answer = view.words.alert, view.words.answer
    formal = view.matter.dispute.formal_at is not None
    own = {
        "issue alert": f"Issue the {alert}" if formal else f"Go formal and issue the {alert}",
        "answer": f"Answer the {alert}",
        "judge": f"Judge the {answer}",
        "escalate": _escalate(view),
        "refer": _refer(view),
    }
    return own.get(verb) or view.words.own(ACTS[verb].LABEL)


def _refer(view: DisputeView) -> str:
    """Where there is one body outside, its name; the form then has nothing to choose."""
    found = referrals(view.matter.protocol, view.matter.dispute)
    return f"Refer to {found[0].label}" if len(found) == 1 else "Refer to a body outside"


def step_hint(view: DisputeView, verb: str) -> str:
    """What a step's label leaves open: to whom it can be that a matter is referred. Else empty."""
    bodies = referrals(view.matter.protocol, view.matter.dispute)
    if verb != "refer" or len(bodies) < 2:
        return ""
    return f"To {joined((view.words.the_body(each.to) for each in bodies), last='or')}"


def _escalate(view: DisputeView) -> str:
    """Where there is one way up, its name; the form then has nothing to choose."""
    above = stages_above(view.matter.protocol, view.matter.dispute)
    return f"Escalate to {above[0].label}" if len(above) == 1 else "Escalate"
