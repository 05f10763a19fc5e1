"""What quality assurance learns of: each escalation, its written resolution, and good practice."""

import pytest

from tests.core.child.record import OnRecord
from tests.core.protocols.lambeth_scenes import ANSWERS, STAGES, at, talked, told

QA = "assistant-director-qa"


@pytest.mark.clauses("LAM-QA-COPIES")
@pytest.mark.parametrize("stage", STAGES)
def test_the_assistant_director_for_quality_learns_of_each_escalation_and_of_its_answer(
    stage: str,
) -> None:
    on = at(stage)
    assert told(on)[QA] == "read"
    assert told(on.answer(ANSWERS[stage]))[QA] == "read"


@pytest.mark.clauses("LAM-QA-COPIES")
def test_and_of_how_it_ends() -> None:
    on = at("stage-1").answer(ANSWERS["stage-1"]).judge("iro", "yes").resolve("iro")
    assert told(on)[QA] == "ended"
    assert told(talked().resolve("iro"))[QA] == "ended"


@pytest.mark.clauses("LAM-QA-COPIES")
def test_and_of_good_practice() -> None:
    on = OnRecord("lambeth").does("iro", "recognise practice", whom="social-worker")
    assert on.told().keys() == {"social-worker", QA}
    assert on.seen(QA) == ["practice-recognised"]
