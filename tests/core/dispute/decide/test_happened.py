"""What happened has a day that has come, and that fits what it follows."""

import pytest

from concord.core.dispute.decide import Refused
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import HEAD, level


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("record conversation", {"with_roles": ["service-manager"]}),
        ("record meeting", {"chair": "service-manager", "attended": ["iro"]}),
        ("inform", {"whom": [HEAD]}),
        ("consult", {"whom": [HEAD]}),
        ("record contact", {}),
    ],
)
def test_nothing_has_happened_on_a_day_that_is_ahead(verb: str, fields: dict[str, object]) -> None:
    play = level(1).at("2026-03-09 10:00")
    refused = play.refused("iro", verb, on="2026-03-10", **fields)
    assert (refused.id, refused.sentence) == ("day-ahead", "10 March 2026 is still ahead")
    play.does("iro", verb, on="2026-03-09", **fields)


def test_a_concern_was_not_identified_on_a_day_that_is_ahead() -> None:
    play = Play("unnamed-004")
    assert play.refused("iro", "raise concern", identified_on="2026-03-03").id == "day-ahead"


def test_a_review_is_called_for_a_day_that_is_ahead() -> None:
    level(1).does("iro", "call review", kind="urgent", on="2026-04-01")


def test_the_meeting_of_a_stage_was_not_before_its_alert() -> None:
    play = level(1).at("2026-03-09 10:00")
    there = {"chair": "service-manager", "attended": ["iro"]}
    refused = play.refused("iro", "record meeting", on="2026-02-27", **there)
    before = "27 February 2026 is before the DRP form of Level 1 was issued"
    assert (refused.id, refused.sentence) == ("day-before", before)


def test_a_referral_was_not_confirmed_before_it_was_made() -> None:
    play = level(1).at("2026-03-09 10:00")
    weighed = [{"what": what, "text": "Yes."} for what in play.protocol.referrals[0].weighs]
    play.does("iro", "refer", to="cafcass", how="telephone", weighed=weighed, without="Now.")
    refused = play.refused("iro", "confirm referral", to="cafcass", on="2026-03-08")
    assert isinstance(refused, Refused)
    assert refused.id == "day-before"
