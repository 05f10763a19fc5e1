"""A refusal always says what would allow the step, and a day that is over is not agreed upon."""

from typing import Any

import pytest

from concord.core.dispute.decide import Case, options
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.record.envelope import Actor
from tests.core.protocols.stage import Play

YESTERDAY = [{"what": "Write the plan.", "by": "social-worker", "on": "2026-03-01"}]
TODAY = [{"what": "Write the plan.", "by": "social-worker", "on": "2026-03-02"}]


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_each_refused_step_on_the_page_says_what_would_allow_it(protocol_id: str) -> None:
    rules = shipped(protocol_id)
    play = Play(rules).concern(rules.raisers[0])
    for role in rules.roles:
        for each in options(Case(play.matter, Actor(role, frozenset((role,))), play.now)):
            assert each.refused is None or each.refused.allowed_by, (role, each)


def test_advice_of_one_kind_is_for_those_who_seek_it() -> None:
    play = Play("bristol").concern("iro")
    refused = play.refused("social-worker", "seek advice")
    assert refused.allowed_by.startswith("Ask ")


def test_an_action_cannot_be_agreed_for_a_day_that_is_over() -> None:
    play = Play("bristol").concern("iro")
    refused = play.refused("iro", "agree actions", actions=YESTERDAY)
    assert (refused.id, refused.clause) == ("day-has-passed", "BRI-INFORMAL-FIRST")
    play.does("iro", "agree actions", actions=TODAY)
    assert play.missed == ()


def test_an_answer_cannot_promise_an_action_for_a_day_that_is_over() -> None:
    play = Play("bristol").concern("iro").talk("iro", "social-worker").alert("iro")
    promised: dict[str, Any] = {"actions": YESTERDAY}
    assert play.refused("social-worker", "answer", **promised).id == "day-has-passed"
    play.answer("social-worker", actions=TODAY)
    assert play.missed == ()
