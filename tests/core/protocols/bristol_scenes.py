"""Where a dispute can stand under one protocol of four stages, for its tests."""

from collections.abc import Callable

from tests.core.protocols.stage import Play

SRO = "senior-reviewing-officer"
GUARDIAN = "childrens-guardian"
AT_STAGE_4 = ("team-manager", "service-manager", SRO)
SERIOUS = "The child is not safe where they live."
RECIPROCAL = "Gloucestershire County Council Legal Services"
BEYOND_5_DAYS = "2026-03-10 09:00"


def raised(**fields: object) -> Play:
    """Monday 2 March 2026 at ten: the total of 20 working days ends on Monday 30 March."""
    return Play("bristol").concern("iro", **fields)


def talked(**fields: object) -> Play:
    return raised(**fields).talk("iro", "social-worker")


def stage_1(**fields: object) -> Play:
    return talked(**fields).alert("iro")


def stage_2() -> Play:
    answered = stage_1().answer("social-worker").judge("iro", "no")
    return answered.inform("iro", SRO).escalate("iro")


def stage_3() -> Play:
    answered = stage_2().answer("team-manager", kind="explanation").judge("iro", "no")
    return answered.inform("iro", SRO).escalate("iro")


def stage_4() -> Play:
    answered = stage_3().answer("service-manager", kind="explanation").judge("iro", "no")
    return answered.consult("iro", SRO).escalate("iro")


def meet(play: Play) -> Play:
    play.does("iro", "give statement")
    return play.does(
        "service-director",
        "record meeting",
        chair="service-director",
        attended=AT_STAGE_4,
        independent="yes",
    )


def entered_at_stage_3() -> Play:
    return raised().inform("iro", SRO).alert("iro", stage="stage-3", reason=SERIOUS)


def advised(play: Play) -> Play:
    return play.does("iro", "receive advice", given_by=RECIPROCAL)


Begin = Callable[[], Play]
STAGES: list[Begin] = [stage_1, stage_2, stage_3, stage_4]
ANSWERERS = ["social-worker", "team-manager", "service-manager", "service-director"]


def unresolved(stage: int) -> Play:
    """Stage 1, 2 or 3 with a response that is not satisfactory, and the SRO consulted."""
    answered = STAGES[stage - 1]().answer(ANSWERERS[stage - 1], kind="explanation")
    return answered.judge("iro", "no").consult("iro", SRO)
