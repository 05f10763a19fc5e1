"""The task of a hold is its owner's to do and to report, and the raising side looks at it then."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.tellings import tellings
from concord.core.protocol.definition import Holding
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play

UNTIL, LAST_DAY, NEXT_DAY = "2026-03-13", "2026-03-13 16:00", "2026-03-16 09:00"
TASK, CHECK = "hold:1:task", "hold:1:check"


@pytest.mark.clauses("LAM-HOLD")
def test_the_whole_of_the_agreed_day_is_there_for_the_task_and_only_then_somebody_looks() -> None:
    on = _on_hold()
    assert on.due_on(TASK) == date(2026, 3, 13)
    assert CHECK not in on.at(LAST_DAY).owes("iro")
    on.at(NEXT_DAY)
    assert CHECK in on.owes("iro")
    assert on.duty(CHECK).since == datetime(2026, 3, 14, tzinfo=UTC)


def test_looking_on_the_next_working_day_is_not_too_late() -> None:
    on = _on_hold().at(LAST_DAY).does("social-worker", "report hold")
    on.at(NEXT_DAY).does("iro", "check hold", done="yes")
    assert on.missed == ()
    assert (on.state(TASK), on.state(CHECK)) == (DutyState.DONE, DutyState.DONE)


def test_a_task_that_nobody_reports_by_its_day_is_missed_and_can_be_reported_late() -> None:
    on = _on_hold().at(NEXT_DAY)
    assert on.missed == (TASK,)
    on.does("social-worker", "report hold")
    assert on.state(TASK) is DutyState.DONE_LATE


def test_a_report_asks_whoever_checks_to_look_and_tells_them_so() -> None:
    on = _on_hold().does("social-worker", "report hold", text="The child was visited.")
    assert [(each.role, each.kind) for each in tellings(on.matter, on.dispute.entries[-1])] == [
        ("iro", "do")
    ]
    assert (on.duty(CHECK).since, on.state(CHECK)) == (on.now, DutyState.OPEN)


def test_a_report_that_turns_out_wrong_is_none() -> None:
    on = _on_hold().at(LAST_DAY).does("social-worker", "report hold")
    on.at(NEXT_DAY).does("iro", "check hold", done="no")
    assert on.dispute.pauses[0].done_at is None
    assert on.duty("2:next").act == "escalate"


def test_only_whoever_does_the_task_reports_it_and_once() -> None:
    refused = _on_hold().refused("team-manager", "report hold")
    assert (refused.id, refused.clause) == ("not-your-part", "BRI-S1-DECIDE")
    on = _on_hold().does("social-worker", "report hold")
    assert on.refused("social-worker", "report hold").id == "already-done"


def test_without_a_hold_there_is_nothing_to_report() -> None:
    assert _alerted().refused("social-worker", "report hold").id == "not-on-hold"


@pytest.mark.parametrize("act", ["check hold", "lift hold", "withdraw"])
def test_a_hold_that_ended_before_there_was_anything_to_look_at_leaves_nothing_to_look_at(
    act: str,
) -> None:
    on = _on_hold()
    words = {"done": "yes"} if act == "check hold" else {"reason": "The plan is here."}
    on.does("iro", act, **words)
    assert CHECK not in on.duties


def _on_hold() -> Play:
    return _alerted().does("iro", "place hold", until=UNTIL, owner="social-worker")


def _alerted() -> Play:
    rule = Holding(("iro",), ("stage-1",), ("iro",), ("stage",), "BRI-S1-DECIDE")
    on = Play(replace(shipped("bristol"), holding=rule)).concern("iro")
    return on.talk("iro", "social-worker").alert("iro")
