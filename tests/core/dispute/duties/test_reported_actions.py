"""An agreed action is its owner's to do and to report, and the raising side looks at it then."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.tellings import tellings
from tests.core.protocols.stage import Play

IN_TIME, NEXT_DAY = "2026-03-06 16:00", "2026-03-09 10:00"
ACTION = {"what": "Write the plan.", "on": "2026-03-06"}


def test_an_action_that_is_reported_in_time_is_not_missed_when_it_is_checked_later() -> None:
    on = _agreed().at(IN_TIME).does("social-worker", "report action", action=1)
    assert on.state("action:1") is DutyState.DONE
    on.at(NEXT_DAY).does("iro", "check action", action=1, done="yes")
    assert (on.state("action:1"), on.missed) == (DutyState.DONE, ())


def test_an_action_that_nobody_reports_by_its_day_is_missed_and_can_be_reported_late() -> None:
    on = _agreed()
    assert (on.due_on("action:1"), on.duty("action:1").act) == (date(2026, 3, 6), "report action")
    on.at(NEXT_DAY)
    assert on.missed == ("action:1",)
    assert on.does("social-worker", "report action", action=1).state("action:1") is (
        DutyState.DONE_LATE
    )


def test_a_report_asks_the_raiser_to_look_and_tells_them_so() -> None:
    on = _agreed().at("2026-03-04 10:00").does("social-worker", "report action", action=1)
    assert [(each.role, each.kind) for each in tellings(on.matter, on.dispute.entries[-1])] == [
        ("iro", "do")
    ]
    assert (on.duty("check-action:1").since, on.state("check-action:1")) == (on.now, DutyState.OPEN)
    on.does("iro", "check action", action=1, done="yes")
    assert on.state("check-action:1") is DutyState.DONE


def test_a_report_that_turns_out_wrong_is_none() -> None:
    on = _agreed().at(IN_TIME).does("social-worker", "report action", action=1)
    on.does("iro", "check action", action=1, done="no")
    assert on.state("action:1") is DutyState.OPEN
    assert on.at(NEXT_DAY).missed == ("action:1",)
    on.does("social-worker", "report action", action=1)
    assert on.state("action:1") is DutyState.DONE_LATE
    assert "check-action:1" in on.owes("iro")


def test_an_action_that_was_not_done_before_its_day_is_looked_at_again_after_it() -> None:
    on = _agreed().does("iro", "check action", action=1, done="no").at(NEXT_DAY)
    assert "check-action:1" in on.owes("iro")


def test_only_whoever_does_the_action_reports_it() -> None:
    refused = _agreed().refused("team-manager", "report action", action=1)
    assert (refused.id, refused.clause) == ("not-your-action", "BRI-S1-DECIDE")
    other = {**ACTION, "by": "team-manager"}
    on = _agreed().does("iro", "agree actions", actions=[other])
    refused = on.refused("team-manager", "report action", action=1)
    assert refused.sentence == "Agreed action 1 is for the social worker"
    on.does("team-manager", "report action", action=2)


def test_an_action_of_nobody_in_particular_is_reported_by_anybody_inside() -> None:
    on = Play("bristol").concern("iro").does("iro", "agree actions", actions=[ACTION])
    on.does("service-manager", "report action", action=1)


@pytest.mark.parametrize("first", ["report", "check"])
def test_what_is_done_is_not_reported_a_second_time(first: str) -> None:
    on = _agreed()
    if first == "report":
        on.does("social-worker", "report action", action=1)
        assert on.refused("social-worker", "report action", action=1).id == "already-done"
    else:
        on.does("iro", "check action", action=1, done="yes")
        assert on.refused("social-worker", "report action", action=1).id == "no-such-action"


def test_without_an_agreed_action_there_is_nothing_to_report() -> None:
    refused = Play("bristol").concern("iro").refused("social-worker", "report action", action=1)
    assert refused.id == "no-such-action"


def _agreed() -> Play:
    action = {**ACTION, "by": "social-worker"}
    return Play("bristol").concern("iro").does("iro", "agree actions", actions=[action])
