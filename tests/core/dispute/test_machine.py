"""Each shipped protocol, played by chance: whatever people do, what has to hold holds."""

from datetime import timedelta

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
# A game that could never come so far would show nothing.
FAR = {each.KIND for each in (AlertIssued, AnswerJudged, DutyMissed, Escalated)}


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_whatever_people_do_what_has_to_hold_holds(protocol_id: str) -> None:
    run_state_machine_as_test(machine_for(shipped(protocol_id)), settings=PLAYED)


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_the_moves_of_the_game_lead_up_the_ladder(protocol_id: str) -> None:
    protocol = shipped(protocol_id)
    game = machine_for(protocol)()
    game.a_plain_concern_is_raised(protocol.raisers[0])
    for satisfied in ("no", "no", "yes"):
        game.it_goes_on(satisfied, 9)
        game.time_passes(timedelta(days=30), 3)
        game.all_of_it_holds()
    assert game.reached >= FAR
