"""What is no longer owed is not done by what comes after, and only what was owed is done."""

import pytest

from concord.core.dispute.duties.model import DutyState
from tests.core.protocols.stage import Play


def test_resolving_does_what_the_overall_limit_asks_for() -> None:
    on = _answered().judge("iro", "yes").resolve("iro")
    assert on.state("total") is DutyState.DONE


def test_withdrawing_resolves_nothing_and_ends_what_is_owed() -> None:
    on = _answered().does("iro", "withdraw", reason="The family has moved.")
    assert on.state("total") is DutyState.LAPSED


def test_a_stage_that_was_to_be_left_upwards_is_not_so_left_by_resolving() -> None:
    on = _answered().judge("iro", "no").resolve("iro")
    assert on.state("2:next") is DutyState.LAPSED


def test_escalating_does_what_follows_from_a_stage_that_did_not_resolve_it() -> None:
    on = _answered().judge("iro", "no").inform("iro", "senior-reviewing-officer").escalate("iro")
    assert on.state("2:next") is DutyState.DONE


def test_recording_the_outcome_does_what_follows_from_a_satisfactory_answer() -> None:
    on = _answered().judge("iro", "yes").resolve("iro")
    assert on.state("2:next") is DutyState.DONE


@pytest.mark.parametrize("late", [False, True])
def test_what_is_done_when_nobody_owes_it_any_more_is_done_freely(late: bool) -> None:
    on = Play("unnamed-004").concern("iro")
    if not late:
        on.does("iro", "write case note", text="Noted.")
    on.does("iro", "withdraw", reason="The family has moved.")
    if late:
        on.at("2026-03-03 10:00").does("iro", "write case note", text="Noted.")
    assert on.state("0:concern-noted") is (DutyState.LAPSED if late else DutyState.DONE)


def test_a_challenge_that_is_not_upheld_at_the_top_ends_the_ladder_when_it_is_referred() -> None:
    on = Play("unnamed-004").concern("iro").talk("iro", "social-worker")
    on.consult("iro", "head-of-safeguarding-and-reviewing", about="going-formal").alert("iro")
    on.at("2026-04-01 10:00").does("director", "adjudicate", upheld="no", reasons="It stands.")
    on.does(
        "iro", "refer", to="cafcass", how="telephone", without="It cannot wait.", weighed=WEIGHED
    )
    assert on.state("total") in (DutyState.LAPSED, DutyState.MISSED)
    assert on.duty("total").ended_at == on.now


def test_what_a_manager_answers_later_is_no_reply_to_the_informal_concern() -> None:
    on = Play("bristol").concern("iro").talk("iro", "social-worker").alert("iro")
    actions = [{"what": "Write the plan.", "by": "social-worker", "on": "2026-03-20"}]
    on.at("2026-03-05 10:00").answer("social-worker", actions=actions)
    assert on.state("1:respond") is DutyState.LAPSED


def test_agreeing_actions_is_no_longer_owed_when_informal_resolution_has_ended() -> None:
    on = Play("unnamed-004").concern("iro")
    assert "1:actions-agreed" in on.owes("iro")
    on.at("2026-03-03 10:00").does("iro", "end informal", reason="No agreement.")
    on.at("2026-03-20 10:00")
    assert on.state("1:actions-agreed") is DutyState.LAPSED


WEIGHED = [
    {"what": what, "text": "Weighed."}
    for what in ("the impact of the referral on the child", "the child's timetable")
]


def _answered() -> Play:
    on = Play("bristol").concern("iro").talk("iro", "social-worker").alert("iro")
    return on.answer("social-worker")
