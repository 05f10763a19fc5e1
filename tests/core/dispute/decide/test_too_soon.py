"""Who escalates while a stage still runs is told so, and what would allow it all the same."""

import pytest

from tests.core.protocols.bristol_scenes import SERIOUS, SRO, stage_1, stage_2
from tests.core.protocols.stage import Play


@pytest.mark.parametrize("informed", [False, True])
def test_a_stage_that_still_runs_is_said_before_what_an_exception_needs(informed: bool) -> None:
    on = stage_2().inform("iro", SRO) if informed else stage_2()
    refused = on.refused("iro", "escalate")
    assert (refused.id, refused.clause) == ("not-yet-unresolved", "BRI-S1-DECIDE")
    assert refused.sentence == "Stage 2 is still running"
    assert refused.allowed_by == (
        "Wait until the response is judged, or its time has passed without one, or write down why "
        "it cannot wait when there is serious concern for the child's welfare"
    )


def test_with_the_reason_given_what_comes_before_the_exception_is_asked_for() -> None:
    on = stage_2()
    assert on.refused("iro", "escalate", reason=SERIOUS).id == "inform-first"
    assert on.inform("iro", SRO).escalate("iro", reason=SERIOUS).rung == "stage-3"


def test_passing_over_a_stage_is_still_asked_for_its_reason() -> None:
    on = stage_1().inform("iro", SRO)
    refused = on.refused("iro", "escalate", to="stage-3")
    assert (refused.id, refused.clause) == ("reason-needed", "BRI-S3-EXCEPTIONAL")


def test_that_a_stage_runs_is_said_before_a_missing_rationale() -> None:
    on = Play("lambeth").concern("iro").talk("iro", "team-manager")
    on.consult("iro", "iro-service-manager").alert("iro")
    assert on.refused("iro", "escalate", rationale="").id == "not-yet-unresolved"
