"""What comes before a referral from certain stages comes up once, wherever it was done."""

from dataclasses import replace

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Act, Moment, Verb
from tests.core.protocols.stage import Play

SRO = "senior-reviewing-officer"
TELL = DutyRule(
    id="tell",
    who=("iro",),
    what="Tell the service director that it is meant to be referred",
    clause="BRI-CAFCASS-ANY",
    must=Verb.INFORM,
    whom=("service-director",),
    at=("stage-1", "stage-2"),
    before=(Act.REFER,),
    refers_to="cafcass",
)
WHEN_UNRESOLVED = replace(TELL, counted_from=Moment.UNRESOLVED)


def test_it_waits_in_nobodys_tray_until_a_referral_is_in_sight() -> None:
    on = _unresolved_at_stage_1(TELL)
    assert "0:tell" not in on.duties
    on.does("iro", "consider referral", to="cafcass", decision="refer")
    assert on.duty("0:tell").since == on.now


def test_a_referral_that_is_in_sight_before_asks_for_it_from_the_stage_on() -> None:
    on = Play(_with(TELL)).concern("iro")
    on.does("iro", "consider referral", to="cafcass", decision="refer")
    assert "0:tell" not in on.duties
    on.at("2026-03-03 10:00").talk("iro", "social-worker").alert("iro")
    assert on.duty("0:tell").since == on.now


def test_it_comes_up_when_the_stage_does_not_resolve_the_matter_where_the_rule_says_so() -> None:
    assert _unresolved_at_stage_1(WHEN_UNRESOLVED).state("0:tell") is DutyState.OPEN


def test_what_was_done_for_it_at_one_stage_still_counts_at_the_next() -> None:
    on = _unresolved_at_stage_1(WHEN_UNRESOLVED).inform("iro", "service-director")
    on.inform("iro", SRO).escalate("iro").answer("team-manager", kind="explanation")
    on.judge("iro", "no")
    assert on.state("0:tell") is DutyState.DONE
    on.does("iro", "refer", to="cafcass")


def test_it_is_not_owed_for_a_referral_that_was_made_before() -> None:
    on = Play(_with(WHEN_UNRESOLVED)).concern("iro").talk("iro", "social-worker")
    on.does("iro", "refer", to="cafcass")
    on.alert("iro").at("2026-03-03 10:00").answer("social-worker").judge("iro", "no")
    assert "0:tell" not in on.duties


def _unresolved_at_stage_1(rule: DutyRule) -> Play:
    on = Play(_with(rule)).concern("iro").talk("iro", "social-worker").alert("iro")
    return on.answer("social-worker").judge("iro", "no")


def _with(rule: DutyRule) -> Protocol:
    bristol = shipped("bristol")
    others = (each for each in bristol.duties if each.id != "legal-advice-first")
    return replace(bristol, duties=(*others, rule))
