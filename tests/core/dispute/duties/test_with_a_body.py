"""At the end of the ladder: a referral is decided on, then it is with the body, then it ends."""

from dataclasses import replace

from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play


def test_before_a_referral_it_is_decided_on() -> None:
    assert _unresolved_at_the_top().duty("2:next").act == "consider referral"


def test_after_a_referral_it_is_with_the_body_until_the_outcome_is_recorded() -> None:
    on = _unresolved_at_the_top().does("iro", "refer", to="cafcass")
    duty = on.duty("2:next")
    assert (duty.act, duty.clause) == ("record referral outcome", "BRI-CAFCASS-WRITTEN")
    assert "with Cafcass" in duty.what


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
    return replace(rules, stages=rules.stages[:1], referrals=(cafcass,), duties=())
