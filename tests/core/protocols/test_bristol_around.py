"""The clauses of one protocol around its stages: Cafcass, the child, the court, the review."""

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.events import ContactRecorded
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import NotStated
from tests.core.protocols.bristol_scenes import (
    GUARDIAN,
    RECIPROCAL,
    STAGES,
    Begin,
    advised,
    entered_at_stage_3,
    raised,
    stage_1,
    talked,
)
from tests.core.protocols.stage import Play


@pytest.mark.clauses("BRI-CAFCASS-ANY")
@pytest.mark.parametrize("begin", [raised, *STAGES, entered_at_stage_3])
def test_the_iro_can_refer_to_cafcass_at_any_point_and_it_stops_nothing(begin: Begin) -> None:
    play = advised(begin())
    refused = play.refused("social-worker", "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("not-your-part", "BRI-CAFCASS-ANY")
    before = play.clocks
    play.does("iro", "refer", to="cafcass")
    assert play.dispute.handing("cafcass").referred_at
    assert play.clocks == before
    assert play.dispute.is_open


@pytest.mark.clauses("BRI-CAFCASS-LEGAL")
def test_independent_legal_advice_comes_before_a_referral() -> None:
    play = stage_1()
    refused = play.refused("iro", "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("advice-first", "BRI-CAFCASS-LEGAL")
    play.does("iro", "seek advice", given_by=RECIPROCAL)
    assert play.refused("iro", "refer", to="cafcass").id == "advice-first"
    advised(play).does("iro", "refer", to="cafcass")


@pytest.mark.clauses("BRI-CAFCASS-LEGAL")
def test_who_intends_to_refer_owes_the_advice_first() -> None:
    play = stage_1().does("iro", "consider referral", to="cafcass", decision="refer")
    assert "0:legal-advice-first" in play.owes("iro")


@pytest.mark.clauses("BRI-CAFCASS-LEGAL")
@pytest.mark.parametrize("verb", ["seek advice", "receive advice"])
@pytest.mark.parametrize("giver", ["Bristol City Council Legal Services", "Cafcass Legal"])
def test_the_councils_own_lawyers_and_cafcass_give_no_independent_advice(
    verb: str, giver: str
) -> None:
    refused = stage_1().refused("iro", verb, given_by=giver)
    assert (refused.id, refused.clause) == ("advice-not-independent", "BRI-CAFCASS-LEGAL")
    assert RECIPROCAL in refused.allowed_by


@pytest.mark.clauses("BRI-CAFCASS-WRITTEN")
def test_a_referral_by_telephone_is_then_confirmed_in_writing() -> None:
    play, key = advised(stage_1()), "0:referral-in-writing"
    play.does("iro", "refer", to="cafcass", how="telephone")
    assert key in play.owes("iro")
    assert (play.duty(key).clause, play.duty(key).must) == ("BRI-CAFCASS-WRITTEN", True)
    play.resolve("iro")
    assert play.state(key) is DutyState.OPEN
    assert play.does("iro", "confirm referral", to="cafcass").state(key) is DutyState.DONE


@pytest.mark.clauses("BRI-CAFCASS-WRITTEN")
def test_a_referral_in_writing_needs_no_second_confirmation() -> None:
    play = advised(stage_1()).does("iro", "refer", to="cafcass", how="writing")
    assert play.state("0:referral-in-writing") is DutyState.DONE


@pytest.mark.clauses("BRI-CAFCASS-WRITTEN")
def test_every_contact_with_cafcass_or_the_guardian_can_be_recorded() -> None:
    play = raised()
    for contact in ("Cafcass", "The Children's Guardian"):
        play.does("iro", "record contact", contact=contact)
        assert isinstance(play.last, ContactRecorded)
        assert play.last.contact == contact


# The child, the court, the review, the catalogue


@pytest.mark.clauses("BRI-CHILD-RIGHTS")
def test_the_child_is_told_of_advocacy_and_complaints_when_it_is_formal() -> None:
    key = "0:child-told-of-rights"
    assert key not in talked().duties
    play = stage_1()
    assert (play.duty(key).must, play.duty(key).clause) == (True, "BRI-CHILD-RIGHTS")
    play.inform("iro", "child")
    assert key in play.owes("iro")
    play.inform("iro", "child", about="advocacy-and-complaints")
    assert play.state(key) is DutyState.DONE


@pytest.mark.clauses("BRI-COURT-GUARDIAN")
def test_with_court_proceedings_the_guardian_is_told_that_it_is_formal() -> None:
    key = "0:guardian-told"
    assert key not in talked(in_court="yes").duties
    assert key not in stage_1().duties
    play = stage_1(in_court="yes")
    assert (play.duty(key).clause, play.duty(key).must) == ("BRI-COURT-GUARDIAN", False)
    assert key in play.owes("iro")
    assert play.inform("iro", GUARDIAN).state(key) is DutyState.DONE


@pytest.mark.clauses("BRI-COURT-GUARDIAN")
def test_proceedings_that_begin_later_make_the_same_duty() -> None:
    play = stage_1().does("social-worker", "note court proceedings", current="yes")
    assert "0:guardian-told" in play.owes("iro")


@pytest.mark.clauses("BRI-RECONVENE")
@pytest.mark.parametrize("begin", [raised, *STAGES])
@pytest.mark.parametrize("kind", ["reconvened", "urgent"])
def test_the_iro_can_reconvene_or_call_a_review_at_any_time(begin: Begin, kind: str) -> None:
    play = begin()
    assert play.refused("social-worker", "call review", kind=kind).clause == "BRI-RECONVENE"
    play.does("iro", "call review", kind=kind)
    play.resolve("iro").does("iro", "call review", kind=kind)


@pytest.mark.clauses("BRI-RECONVENE")
def test_at_the_end_the_iro_says_whether_the_review_is_reconvened() -> None:
    assert raised().refused("iro", "resolve", reconvene="").id == "needed"


STATUTORY = "Statutory requirements not met"
PLAN = "The care plan"
SERVICES = "Services and resources"
BOTH = ("social-worker", "team-manager")


@pytest.mark.clauses("BRI-ISSUES")
@pytest.mark.parametrize(
    ("issue", "group", "responsible"),
    [
        ("unallocated", STATUTORY, ("team-manager",)),
        ("visits", STATUTORY, BOTH),
        ("no-plan", PLAN, ("social-worker",)),
        ("drift", PLAN, ("social-worker",)),
        ("needs-not-met", PLAN, BOTH),
        ("plan-not-carried-out", PLAN, BOTH),
        ("change-not-notified", PLAN, BOTH),
        ("resources", SERVICES, ()),
        ("services", SERVICES, ()),
        ("practice", SERVICES, ()),
        ("safeguarding", "Safeguarding", ()),
        ("known-offender", "Safeguarding", ()),
    ],
)
def test_a_concern_is_one_of_the_catalogue_with_the_roles_responsible(
    issue: str, group: str, responsible: tuple[str, ...]
) -> None:
    raised(issues=[issue])
    issues = shipped("bristol").issues
    assert not isinstance(issues, NotStated)
    assert (issues[issue].group, issues[issue].responsible) == (group, responsible)


@pytest.mark.clauses("BRI-ISSUES")
def test_what_is_not_in_the_catalogue_is_raised_in_words_alone() -> None:
    refused = Play("bristol").refused("iro", "raise concern", issues=["weather"])
    assert (refused.id, refused.clause) == ("unknown-issue", "BRI-ISSUES")
    raised(issues=[])
