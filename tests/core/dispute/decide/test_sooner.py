"""An answer may be asked for sooner, also where the stages share the overall limit."""

from dataclasses import replace
from datetime import date

from concord.core.dispute.words import day
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Moment, NotStated, SharesTotal
from tests.core.protocols.stage import Play

LAST_OF_TWENTY = date(2026, 3, 30)


def sharing() -> Protocol:
    """Every stage shares the total, which counts from the first alert."""
    protocol = shipped("bristol")
    stages = tuple(
        replace(each, answer=replace(each.answer, within=SharesTotal.SHARES_TOTAL))
        for each in protocol.stages
        if not isinstance(each.answer, NotStated)
    )
    assert not isinstance(protocol.total, NotStated)
    total = replace(protocol.total, counted_from=Moment.FORMAL_BEGUN)
    return replace(protocol, stages=stages, total=total, duties=())


def before_the_alert() -> Play:
    return Play(sharing()).concern("iro").talk("iro", "social-worker")


def when_the_total_is_over() -> Play:
    return before_the_alert().alert("iro").at("2026-03-31 09:00")


def test_a_stage_that_shares_the_total_is_answered_by_its_last_day() -> None:
    assert before_the_alert().alert("iro").due_on("2:answer") == LAST_OF_TWENTY


def test_the_raiser_may_ask_for_an_answer_before_the_total_ends() -> None:
    play = before_the_alert().alert("iro", answer_by="2026-03-06")
    assert play.due_on("2:answer") == date(2026, 3, 6)


def test_a_day_after_the_total_ends_is_refused() -> None:
    refused = before_the_alert().refused("iro", "issue alert", answer_by="2026-03-31")
    assert refused.id == "later-than-the-limit"
    assert day(LAST_OF_TWENTY) in refused.sentence


def test_when_the_total_is_over_nothing_of_it_is_left_for_a_later_stage() -> None:
    play = when_the_total_is_over().escalate("iro")
    assert play.due_on("3:answer") is None
    assert play.missed == ("2:answer", "2:see-to-answer", "total")


def test_when_the_total_is_over_the_raiser_may_still_name_a_day() -> None:
    play = when_the_total_is_over().escalate("iro", answer_by="2026-04-01")
    assert play.due_on("3:answer") == date(2026, 4, 1)
