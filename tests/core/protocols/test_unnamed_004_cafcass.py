"""The clauses of one protocol about a referral to Cafcass, and about the child's own rights."""

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.shipped import shipped
from tests.core.protocols.unnamed_004_scenes import (
    HEAD,
    WEIGHED,
    head_told,
    intended,
    level,
    raised,
    raised_by_the_cp_chair,
    referred,
)


@pytest.mark.clauses("SAR-CAFCASS")
def test_the_head_of_the_reviewing_service_is_told_why_before_a_referral() -> None:
    play = intended().inform("iro", "head-of-service", about="a-referral-to-cafcass", text="Why.")
    play.inform("iro", HEAD, about="a-referral-to-cafcass").inform(
        "iro", HEAD, text="Something else."
    )
    refused = play.refused("iro", "refer", to="cafcass", how="telephone", weighed=WEIGHED)
    assert (refused.id, refused.clause) == ("inform-first", "SAR-CAFCASS")
    assert "0:head-told-before-referral" in play.owes("iro")
    play.inform("iro", HEAD, about="a-referral-to-cafcass", text="Every level is used up.")
    play.does("iro", "refer", to="cafcass", how="telephone", weighed=WEIGHED)


@pytest.mark.clauses("SAR-CAFCASS")
@pytest.mark.parametrize("left_out", [0, 1])
def test_the_impact_on_the_child_and_the_childs_timetable_are_weighed(left_out: int) -> None:
    weighed = [WEIGHED[1 - left_out]]
    refused = head_told().refused("iro", "refer", to="cafcass", how="telephone", weighed=weighed)
    assert (refused.id, refused.clause) == ("not-weighed", "SAR-CAFCASS")
    assert str(WEIGHED[left_out]["what"]) in refused.sentence


@pytest.mark.clauses("SAR-CAFCASS")
def test_a_referral_by_telephone_is_followed_up_in_writing() -> None:
    play = referred()
    assert play.duty("0:referral-in-writing").clause == "SAR-CAFCASS"
    assert play.state("0:referral-in-writing") is DutyState.OPEN
    play.does("iro", "confirm referral", to="cafcass")
    assert play.state("0:referral-in-writing") is DutyState.DONE


@pytest.mark.clauses("SAR-CAFCASS")
def test_the_telephone_comes_first_and_the_writing_after_it() -> None:
    cafcass = shipped("unnamed-004").referrals[0]
    assert cafcass.how == ("telephone", "writing")
    assert cafcass.how_clause == "SAR-CAFCASS"


@pytest.mark.clauses("SAR-CAFCASS")
def test_cafcass_decides_on_a_remedy_and_the_iro_records_what_it_decided() -> None:
    cafcass = shipped("unnamed-004").referrals[0]
    assert (cafcass.remedy_clause, cafcass.remedy.split(",")[0]) == ("SAR-CAFCASS", "Cafcass")
    play = referred().does("iro", "record referral outcome", to="cafcass", outcome="No remedy.")
    assert play.dispute.handing("cafcass").outcome_at == play.now


def test_a_referral_can_be_made_at_any_time_and_is_the_iros_alone() -> None:
    play = raised().inform(
        "iro", HEAD, about="a-referral-to-cafcass", text="The child is not safe."
    )
    assert play.refused(HEAD, "refer", to="cafcass").id == "not-your-part"
    play.does("iro", "refer", to="cafcass", how="telephone", weighed=WEIGHED)


def test_only_the_case_of_a_child_in_care_is_referred() -> None:
    play = raised_by_the_cp_chair()
    assert play.refused("cp-chair", "refer", to="cafcass").id == "not-your-part"
    assert play.refused("iro", "refer", to="cafcass").id == "not-your-part"


def test_the_child_in_care_should_know_of_complaints_and_of_an_advocate() -> None:
    play = level(1)
    duty = play.duty("0:child-told-of-rights")
    assert (duty.clause, duty.must, duty.owners) == ("SAR-COMPLAINT", False, ("iro",))
    play.inform("iro", "child", about="advocacy-and-complaints")
    assert play.state("0:child-told-of-rights") is DutyState.DONE
