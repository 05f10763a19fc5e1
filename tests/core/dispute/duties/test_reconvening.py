"""Who resolves and says that the review is to be reconvened leaves a duty to reconvene it."""

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.shipped import shipped, shipped_ids
from tests.core.protocols.stage import Play


def test_a_review_that_is_to_be_reconvened_is_owed_by_the_raiser_after_the_end() -> None:
    on = _resolved(reconvene="yes")
    assert "review" in on.owes("iro")
    duty = on.duty("review")
    assert (duty.clause, duty.act, duty.since) == ("BRI-RECONVENE", "call review", on.now)
    assert on.does("iro", "call review", kind="reconvened").state("review") is DutyState.DONE


def test_no_clock_runs_on_reconvening_where_the_protocol_states_none() -> None:
    on = _resolved(reconvene="yes").at("2026-09-01 10:00")
    assert (on.due_on("review"), on.state("review")) == (None, DutyState.OPEN)
    assert on.missed == ()


def test_a_review_that_is_not_to_be_reconvened_is_owed_by_nobody() -> None:
    assert "review" not in _resolved(reconvene="no").duties
    withdrawn = Play("bristol").concern("iro").does("iro", "withdraw", reason="A mistake.")
    assert "review" not in withdrawn.duties


def test_an_urgent_review_or_one_that_is_over_confirms_no_changes() -> None:
    on = Play("bristol").concern("iro")
    on.does("iro", "call review", kind="reconvened", on="2026-03-02").at("2026-03-04 10:00")
    on.resolve("iro", reconvene="yes").does("iro", "call review", kind="urgent")
    assert on.state("review") is DutyState.OPEN


def test_a_review_that_was_already_reconvened_for_a_day_to_come_is_not_owed_again() -> None:
    on = Play("bristol").concern("iro")
    on.does("iro", "call review", kind="reconvened", on="2026-03-20").resolve(
        "iro", reconvene="yes"
    )
    assert on.state("review") is DutyState.DONE


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_each_protocol_lets_the_raiser_do_what_is_owed(protocol_id: str) -> None:
    raiser = shipped(protocol_id).raisers[0]
    on = Play(protocol_id).concern(raiser).does(raiser, "withdraw", reason="A mistake.")
    on.does(raiser, "call review", kind="reconvened")


def _resolved(*, reconvene: str) -> Play:
    return Play("bristol").concern("iro").resolve("iro", reconvene=reconvene)
