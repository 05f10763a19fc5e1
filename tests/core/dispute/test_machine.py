"""Each shipped protocol, played by chance: whatever people do, what has to hold holds."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from concord.core.dispute.events import AlertIssued, AnswerJudged, DutyMissed, Escalated
from concord.core.protocol.shipped import shipped, shipped_ids
from tests.core.dispute.machine import machine_for

PLAYED = settings(
    max_examples=35,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
# A game that never comes so far would show nothing.
REACHED = {each.KIND for each in (AlertIssued, AnswerJudged, DutyMissed, Escalated)}


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_whatever_people_do_what_has_to_hold_holds(protocol_id: str) -> None:
    machine = machine_for(shipped(protocol_id))
    run_state_machine_as_test(machine, settings=PLAYED)
    assert machine.reached >= REACHED
