"""How far a dispute has come under this protocol when a test of it begins."""

from datetime import date

from concord.core.dispute.tellings import tellings
from concord.core.protocol.vocabulary import ChildStatus
from tests.core.protocols.stage import Play

CARE, PLAN = ChildStatus.IN_CARE, ChildStatus.CHILD_PROTECTION
MANAGER = "iro-service-manager"
ANSWERS = {
    "stage-1": "team-manager",
    "stage-2": "service-manager",
    "stage-3": "assistant-director",
    "stage-4": "director",
    "stage-5": "executive-director",
}
STAGES = tuple(ANSWERS)
EXCEPTION = "A potential breach of the child's human rights."


def talked(chair: str = "iro", child: ChildStatus = CARE) -> Play:
    """A concern is raised and talked about, and so is going formal with the line manager."""
    on = Play("lambeth", child=child).concern(chair).talk(chair, "team-manager")
    return on.consult(chair, MANAGER)


def at(stage: str, chair: str = "iro", child: ChildStatus = CARE) -> Play:
    """The alert of a stage is issued; the answers of the stages below did not satisfy."""
    on = talked(chair, child).alert(chair)
    while on.rung != stage:
        on.answer(ANSWERS[on.rung]).judge(chair, "no").escalate(chair, reason=EXCEPTION)
    return on


def told(on: Play) -> dict[str, str]:
    """Who is told of the last entry, and of what kind of thing."""
    return {each.role: each.kind.value for each in tellings(on.matter, on.dispute.entries[-1])}


def due(on: Play, stage: str) -> date | None:
    """By when the response at a stage is due."""
    found = on.duty(f"{STAGES.index(stage) + 2}:answer").due
    return found.on if found else None
