"""A duty of certain stages counts from the moment that its rule names, not from the stage."""

from dataclasses import replace
from datetime import date

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Moment, Verb
from tests.core.protocols.stage import Play

TELL = DutyRule(
    id="tell",
    who=("iro",),
    what="Tell the service director",
    clause="BRI-CAFCASS-ANY",
    must=Verb.INFORM,
    whom=("service-director",),
    at=("stage-1",),
    within=Limit(5, Unit.WORKING_DAYS),
)


def test_it_counts_from_the_concern_and_is_owed_from_the_stage_on() -> None:
    on = _raised(Moment.CONCERN_RAISED)
    assert "2:tell" not in on.duties
    on.at("2026-03-04 10:00").alert("iro")
    assert on.duty("2:tell").since == on.now
    assert on.due_on("2:tell") == date(2026, 3, 9)


def test_it_counts_from_the_day_on_which_the_concern_was_identified() -> None:
    on = Play(_with(Moment.CONCERN_IDENTIFIED)).concern("iro", identified_on="2026-02-27")
    on.talk("iro", "social-worker").at("2026-03-04 10:00").alert("iro")
    assert on.due_on("2:tell") == date(2026, 3, 6)


def test_a_day_that_is_over_when_it_comes_up_is_not_missed() -> None:
    on = _raised(Moment.CONCERN_RAISED).at("2026-03-11 10:00").alert("iro")
    assert on.due_on("2:tell") is None
    assert on.at("2026-03-12 10:00").state("2:tell") is DutyState.OPEN


def test_it_counts_from_the_beginning_of_the_formal_process_on_a_later_stage() -> None:
    on = Play(_with(Moment.FORMAL_BEGUN, at="stage-2")).concern("iro").talk("iro", "social-worker")
    on.alert("iro").at("2026-03-04 10:00").answer("social-worker").judge("iro", "no")
    on.inform("iro", "senior-reviewing-officer").escalate("iro")
    assert on.due_on("3:tell") == date(2026, 3, 9)


def test_it_counts_from_the_end_where_the_dispute_ended_on_that_stage() -> None:
    on = _raised(Moment.CLOSED).alert("iro").at("2026-03-04 10:00")
    assert "2:tell" not in on.duties
    on.answer("social-worker").judge("iro", "yes").resolve("iro")
    assert (on.due_on("2:tell"), on.state("2:tell")) == (date(2026, 3, 11), DutyState.OPEN)


def test_it_is_not_owed_for_an_end_on_another_stage() -> None:
    on = _raised(Moment.CLOSED).alert("iro").answer("social-worker").judge("iro", "no")
    on.inform("iro", "senior-reviewing-officer").escalate("iro").at("2026-03-04 10:00")
    on.does("iro", "withdraw", reason="A mistake.")
    assert "2:tell" not in on.duties


def test_it_counts_from_a_referral_that_was_made_on_that_stage() -> None:
    on = _raised(Moment.REFERRED).alert("iro")
    assert "2:tell" not in on.duties
    on.at("2026-03-04 10:00").does("iro", "refer", to="cafcass")
    assert on.due_on("2:tell") == date(2026, 3, 11)


def test_a_referral_before_the_stage_makes_no_duty_on_it() -> None:
    on = _raised(Moment.REFERRED).does("iro", "refer", to="cafcass")
    on.at("2026-03-04 10:00").alert("iro")
    assert "2:tell" not in on.duties


def _raised(moment: Moment) -> Play:
    return Play(_with(moment)).concern("iro").talk("iro", "social-worker")


def _with(moment: Moment, at: str = "stage-1") -> Protocol:
    refers = "cafcass" if moment is Moment.REFERRED else None
    rule = replace(TELL, counted_from=moment, at=(at,), refers_to=refers)
    bristol = shipped("bristol")
    others = (each for each in bristol.duties if each.id != "legal-advice-first")
    return replace(bristol, duties=(*others, rule))
