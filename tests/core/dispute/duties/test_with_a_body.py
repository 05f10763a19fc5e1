"""At the end of the ladder: a referral is decided on, then it is with the body, then it ends."""

from dataclasses import replace
from datetime import date

from concord.core.clock.limit import Limit, Unit
from concord.core.protocol.definition import Judging, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Moment
from tests.core.protocols.stage import Play


def test_before_a_referral_it_is_decided_on() -> None:
    assert _unresolved_at_the_top().duty("2:next").act == "consider referral"


def test_after_a_referral_it_is_with_the_body_until_the_outcome_is_recorded() -> None:
    on = _unresolved_at_the_top().does("iro", "refer", to="cafcass")
    duty = on.duty("2:next")
    assert (duty.act, duty.clause) == ("record referral outcome", "BRI-CAFCASS-WRITTEN")
    assert "with Cafcass" in duty.what


def test_the_days_of_the_last_stage_bind_no_body() -> None:
    on = _unresolved_at_the_top()
    assert on.due_on("2:next") == date(2026, 3, 9)
    on.does("iro", "refer", to="cafcass").at("2026-04-20 10:00")
    assert (on.due_on("2:next"), on.missed) == (None, ())


def test_after_the_outcome_it_is_ended() -> None:
    on = _unresolved_at_the_top().does("iro", "refer", to="cafcass")
    on.does("iro", "record referral outcome", to="cafcass", outcome="No remedy is sought.")
    assert on.duty("2:next").act == "resolve"


def _unresolved_at_the_top() -> Play:
    on = Play(_protocol()).concern("iro").talk("iro", "social-worker").alert("iro")
    return on.answer("social-worker").judge("iro", "no")


def _protocol() -> Protocol:
    rules = shipped("bristol")
    cafcass = replace(rules.referrals[0], remedy_clause="BRI-CAFCASS-WRITTEN")
    days = Limit(5, Unit.WORKING_DAYS)
    judged = Judging(("iro",), days, "BRI-S1-DECIDE", counted_from=Moment.ALERT_ISSUED)
    only = replace(rules.stages[0], judged=judged)
    return replace(rules, stages=(only,), referrals=(cafcass,), duties=())
