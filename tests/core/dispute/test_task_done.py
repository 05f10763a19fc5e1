"""When the task of a hold is found done, the matter can be closed without a further judgement."""

from dataclasses import replace

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import Holding
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play


def test_a_task_that_is_done_needs_no_further_judgement() -> None:
    on = _on_hold().does("iro", "check hold", done="yes")
    assert on.state("2:judge") is DutyState.DONE
    assert on.duty("2:next").act == "resolve"
    assert on.resolve("iro").dispute.closed_at == on.now


def test_the_answer_can_still_be_found_wanting_after_the_task_is_done() -> None:
    on = _on_hold().does("iro", "check hold", done="yes").judge("iro", "no")
    assert on.duty("2:next").act == "escalate"


def test_a_task_that_is_done_after_the_answer_was_found_wanting_settles_it() -> None:
    on = _answered().judge("iro", "no")
    on.does("iro", "place hold", until="2026-03-13").does("iro", "check hold", done="yes")
    assert on.duty("2:next").act == "resolve"


def test_a_task_that_is_not_done_leaves_it_unresolved() -> None:
    on = _on_hold().at("2026-03-16 09:00").does("iro", "check hold", done="no")
    assert on.duty("2:next").act == "escalate"


def test_an_answer_whose_task_is_not_done_waits_for_no_judgement() -> None:
    on = _on_hold().at("2026-03-16 09:00").does("iro", "check hold", done="no")
    assert on.state("2:judge") is DutyState.DONE


def test_while_it_is_on_hold_it_is_not_said_to_wait_for_a_judgement() -> None:
    assert _on_hold().refused("iro", "resolve").id == "on-hold"


def test_an_answer_that_comes_after_the_task_was_done_is_judged() -> None:
    on = _alerted().does("iro", "place hold", until="2026-03-13")
    on.does("iro", "check hold", done="yes").answer("social-worker")
    assert on.state("2:judge") is DutyState.OPEN
    assert on.refused("iro", "resolve").id == "judge-first"


def _on_hold() -> Play:
    return _answered().does("iro", "place hold", until="2026-03-13")


def _answered() -> Play:
    return _alerted().answer("social-worker")


def _alerted() -> Play:
    rule = Holding(("iro",), ("stage-1",), ("iro",), ("stage",), "BRI-S1-DECIDE")
    on = Play(replace(shipped("bristol"), holding=rule)).concern("iro")
    return on.talk("iro", "social-worker").alert("iro")
