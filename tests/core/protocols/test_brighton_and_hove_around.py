"""The clauses of one protocol around its five levels: Cafcass, advice, the child, the court."""

import pytest

from concord.core.dispute.duties.model import DutyState
from tests.core.protocols.brighton_and_hove_scenes import (
    HEAD,
    LEVELS,
    MANAGER,
    NEXT_NOON,
    PAPERS,
    advised,
    level_1,
    level_3,
    level_5,
    noted,
    noticed,
    raised,
    refer,
    unresolved,
)
from tests.core.protocols.stage import Play

COUNCIL = "Brighton and Hove City Council Legal Services"


# Advice


@pytest.mark.clauses("BRH-L5")
@pytest.mark.parametrize("role", [HEAD, MANAGER, "iro"])
def test_independent_legal_advice_is_open_to_the_reviewing_service(role: str) -> None:
    play = level_5().does(role, "receive advice", kind="legal", given_by="Example Chambers")
    refused = play.refused(role, "receive advice", kind="legal", given_by=COUNCIL)
    assert (refused.id, refused.clause) == ("advice-not-independent", "BRH-L5")


def test_the_line_takes_no_such_advice() -> None:
    assert level_5().refused("director", "seek advice").id == "not-your-part"


@pytest.mark.clauses("BRH-L4")
@pytest.mark.parametrize("level", [4, 5])
@pytest.mark.parametrize("missing", ["legal-advice-sought", "cafcass-advice-sought"])
def test_both_kinds_of_advice_come_before_a_referral(level: int, missing: str) -> None:
    play = noticed(unresolved(level))
    assert {"0:legal-advice-sought", "0:cafcass-advice-sought"} <= play.owes(HEAD)
    kinds = {"legal-advice-sought": "cafcass", "cafcass-advice-sought": "legal"}
    play.does(HEAD, "seek advice", kind=kinds[missing], given_by="Somebody outside")
    refused = play.refused(HEAD, "refer", to="cafcass", **PAPERS)
    assert (refused.id, refused.clause) == ("advice-first", "BRH-L4")
    assert f"0:{missing}" in play.owes(HEAD)
    refer(advised(play))


@pytest.mark.clauses("BRH-L4")
def test_a_referral_from_level_4_needs_no_notice_of_level_5() -> None:
    assert refer(advised(unresolved(4))).dispute.handing("cafcass").referred_at


@pytest.mark.clauses("BRH-L4", "BRH-L5")
@pytest.mark.parametrize("level", [1, 2, 3])
def test_below_level_4_a_referral_waits_for_neither_advice_nor_notice(level: int) -> None:
    assert refer(LEVELS[level](), "iro").dispute.handing("cafcass").referred_at


# The referral


@pytest.mark.clauses("BRH-L5")
def test_the_director_and_the_chief_executive_know_in_writing_before_a_referral() -> None:
    play = advised(unresolved(5)).does(HEAD, "consider referral", to="cafcass", decision="refer")
    assert "0:told-of-referral" in play.owes(HEAD)
    about = {"about": "a-referral-to-cafcass"}
    play.inform(HEAD, "director", how="letter", **about)
    play.inform(HEAD, "chief-executive", how="telephone", **about)
    refused = play.refused(HEAD, "refer", to="cafcass", **PAPERS)
    assert (refused.id, refused.clause) == ("inform-first", "BRH-L5")
    refer(play.inform(HEAD, "chief-executive", how="email", **about))
    assert play.state("0:told-of-referral") is DutyState.DONE


@pytest.mark.clauses("BRH-L5")
def test_a_referral_goes_with_its_documents() -> None:
    play = advised(noticed(unresolved(5)))
    refused = play.refused(HEAD, "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("documents-needed", "BRH-L5")
    refer(play)


@pytest.mark.clauses("BRH-L5")
@pytest.mark.parametrize("role", [HEAD, "iro"])
def test_the_head_of_safeguarding_or_the_iro_refers(role: str) -> None:
    refer(advised(noticed(unresolved(5))), role)


@pytest.mark.parametrize("role", [MANAGER, "director", "chief-executive"])
def test_nobody_else_refers(role: str) -> None:
    play = advised(noticed(unresolved(5)))
    assert play.refused(role, "refer", to="cafcass", **PAPERS).id == "not-your-part"


@pytest.mark.clauses("BRH-CAFCASS-DECIDES")
def test_after_a_referral_it_is_with_cafcass_until_its_decision_is_recorded() -> None:
    play = refer(advised(noticed(unresolved(5))))
    duty = play.duty("6:next")
    assert "with Cafcass" in duty.what
    assert (duty.act, duty.clause) == ("record referral outcome", "BRH-CAFCASS-DECIDES")
    assert (duty.owners, duty.due) == ((HEAD,), None)
    play.does(HEAD, "record referral outcome", to="cafcass", outcome="No remedy is sought.")
    assert play.dispute.handing("cafcass").outcome_at == play.now
    assert play.duty("6:next").act == "resolve"


# The child, the review, the court


@pytest.mark.clauses("BRH-CHILD-RIGHTS")
def test_in_a_formal_dispute_the_child_is_told_of_advocacy_and_complaints() -> None:
    play, key = level_1(), "0:child-told-of-rights"
    assert key not in noted().duties
    assert play.duty(key).must
    assert key in play.owes("iro")
    assert play.inform("iro", "child", about="another-matter").state(key) is DutyState.OPEN
    assert play.inform("iro", "child", about="advocacy-and-complaints").duty(key).is_over


def test_the_need_for_an_advocate_is_considered_at_any_level() -> None:
    play, key = level_3(), "0:advocate-considered"
    duty = play.duty(key)
    assert (duty.clause, duty.must) == ("BRH-NOT-OVERRIDE", True)
    assert key in play.owes("iro")
    play.does("iro", "consider", about="an-independent-advocate")
    assert play.state(key) is DutyState.DONE


@pytest.mark.clauses("BRH-URGENT-REVIEW")
@pytest.mark.parametrize("level", [0, 1, 2, 3, 4, 5])
def test_the_iro_can_call_an_urgent_review_at_every_level(level: int) -> None:
    play = LEVELS[level]() if level else raised()
    refused = play.refused("social-worker", "call review", kind="urgent")
    assert (refused.id, refused.clause) == ("not-your-part", "BRH-URGENT-REVIEW")
    play.does("iro", "call review", kind="urgent")


@pytest.mark.clauses("BRH-COURT-GUARDIAN")
def test_with_court_proceedings_the_guardian_is_involved_and_nothing_waits_for_it() -> None:
    play, key = raised(in_court=True), "0:guardian-involved"
    duty = play.duty(key)
    assert (duty.clause, duty.must, duty.before) == ("BRH-COURT-GUARDIAN", False, ())
    assert play.inform("iro", "childrens-guardian").state(key) is DutyState.DONE
    assert key not in raised().duties


@pytest.mark.clauses("BRH-COURT-GUARDIAN")
def test_proceedings_that_begin_later_ask_for_it_too() -> None:
    play = level_1().at(NEXT_NOON).does("iro", "note court proceedings", current="yes")
    assert "0:guardian-involved" in play.owes("iro")


def test_only_the_iro_raises_a_concern() -> None:
    for role in ("social-worker", MANAGER, HEAD):
        refused = Play("brighton-and-hove").refused(role, "raise concern")
        assert (refused.id, refused.clause) == ("not-your-part", "BRH-INFORMAL")
