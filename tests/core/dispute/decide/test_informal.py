"""How long informal resolution may last, and what an obstacle does not stop."""

from dataclasses import replace

import pytest

from concord.core.clock.limit import parse_limit
from concord.core.dispute.decide.case import Refused
from concord.core.protocol.definition import AtMost, Escalating, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Moment
from tests.core.protocols.stage import Play


def with_a_limit() -> Protocol:
    """Informal resolution may last 10 working days: from Monday 2 to Monday 16 March."""
    rules = shipped("bristol")
    limit = AtMost(parse_limit("10 working days"), Moment.CONCERN_RAISED, "BRI-INFORMAL-FIRST")
    return replace(rules, informal=(replace(rules.informal[0], at_most=limit),))


@pytest.mark.parametrize(("day", "allowed"), [("2026-03-16", True), ("2026-03-17", False)])
def test_the_day_set_with_the_concern_is_within_the_informal_limit(day: str, allowed: bool) -> None:
    outcome = Play(with_a_limit()).tries("iro", "raise concern", respond_by=day)
    if allowed:
        assert not isinstance(outcome, Refused)
    else:
        assert isinstance(outcome, Refused)
        assert (outcome.id, outcome.clause) == ("past-the-informal-limit", "BRI-INFORMAL-FIRST")


@pytest.mark.parametrize(("day", "allowed"), [("2026-03-16", True), ("2026-03-17", False)])
def test_more_time_ends_with_the_informal_limit_of_the_first_day(day: str, allowed: bool) -> None:
    play = Play(with_a_limit()).concern("iro").at("2026-03-04 10:00")
    outcome = play.tries("iro", "extend informal", until=day, reason="The worker is on leave.")
    assert isinstance(outcome, Refused) is not allowed


def test_an_obstacle_stands_under_its_own_clause_where_the_protocol_has_one() -> None:
    rule = Escalating(rationale_needed=False, clause="BRI-S1-DECIDE", obstacle_clause="BRI-DIRECT")
    play = Play(replace(shipped("bristol"), escalating=rule)).concern("iro")
    refused = play.refused("child", "record obstacle", text="There are no places.")
    assert (refused.id, refused.clause) == ("not-your-part", "BRI-DIRECT")
