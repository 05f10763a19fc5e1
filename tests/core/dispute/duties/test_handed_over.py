"""Once its last stage is over and it is referred, the overall limit is neither met nor missed."""

from concord.core.dispute.clocks import clocks
from concord.core.dispute.duties.model import DutyState
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import level


def _referred(*, on: str) -> Play:
    play = level(4).at("2026-03-27 10:00")
    play.does("director", "adjudicate", upheld="no", reasons="No.").judge("iro", "no")
    weighed = [{"what": what, "text": "Yes."} for what in play.protocol.referrals[0].weighs]
    play.at(on).does("iro", "refer", to="cafcass", how="telephone", weighed=weighed, without="Now.")
    return play


def test_what_is_resolved_after_the_referral_is_not_resolved_in_time() -> None:
    play = _referred(on="2026-03-30 10:00")
    assert play.state("total") is DutyState.LAPSED
    play.at("2026-05-12 10:00").resolve("iro")
    assert play.state("total") is DutyState.LAPSED


def test_a_limit_that_had_passed_before_the_referral_stays_missed() -> None:
    play = _referred(on="2026-05-01 10:00")
    play.at("2026-05-12 10:00").resolve("iro")
    assert play.state("total") is DutyState.MISSED


def test_the_overall_clock_says_that_it_stands_since_the_referral() -> None:
    play = _referred(on="2026-03-30 10:00").at("2026-05-12 10:00")
    total = clocks(play.matter, at=play.now).total
    assert total is not None
    assert total.handed_over
    assert (total.used, total.left) == (20, 0)
    before = clocks(level(4).matter, at=play.now).total
    assert before is not None
    assert not before.handed_over
