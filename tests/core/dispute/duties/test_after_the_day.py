"""A stage whose days are for answer and judgement: nothing is missed before it is owed."""

from dataclasses import replace
from datetime import date

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import Judging, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Moment
from tests.core.protocols.stage import Play

IN_TIME = "2026-03-06 10:00"
TOO_LATE = "2026-03-10 10:00"


def test_the_judgement_of_an_answer_in_time_has_the_days_of_the_stage() -> None:
    assert _alerted().at(IN_TIME).answer("social-worker").due_on("2:judge") == date(2026, 3, 9)


def test_an_answer_after_these_days_is_judged_without_a_date() -> None:
    on = _alerted().at(TOO_LATE).answer("social-worker").at("2026-03-11 10:00")
    assert on.due_on("2:judge") is None
    assert on.state("2:judge") is DutyState.OPEN
    assert on.missed == ("2:answer", "2:see-to-answer")


def test_what_follows_a_judgement_after_these_days_has_no_date_either() -> None:
    on = _alerted().at(IN_TIME).answer("social-worker").at(TOO_LATE).judge("iro", "no")
    assert on.at("2026-03-11 10:00").state("2:next") is DutyState.OPEN
    assert on.missed == ("2:judge",)


def _alerted() -> Play:
    return Play(_protocol()).concern("iro").talk("iro", "social-worker").alert("iro")


def _protocol() -> Protocol:
    rules = shipped("bristol")
    days = Limit(5, Unit.WORKING_DAYS)
    judged = Judging(("iro",), days, "BRI-S1-DECIDE", counted_from=Moment.ALERT_ISSUED)
    first, *others = rules.stages
    return replace(rules, stages=(replace(first, judged=judged), *others), duties=())
