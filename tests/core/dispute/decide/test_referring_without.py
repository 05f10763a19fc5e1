"""What a protocol asks for before a referral is owed, and a reason stands in its place: the law
(Children Act 1989 s25B(3)) lets the IRO refer whenever it is right.
"""

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.events import Referred
from concord.core.protocol.shipped import shipped, shipped_ids
from tests.core.protocols.stage import Play

WHY = "The child moves tonight."
AT_ANY_TIME = ("2026-03-02 10:00", "2026-03-12 10:00", "2026-06-01 10:00")


@pytest.mark.parametrize("at", AT_ANY_TIME)
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_no_protocol_makes_a_referral_to_cafcass_impossible(protocol_id: str, at: str) -> None:
    rules = shipped(protocol_id)
    body = next(each for each in rules.referrals if each.to == "cafcass")
    weighed = [{"what": what, "text": "Thought of."} for what in (*body.weighs, *body.test)]
    on = Play(rules).concern("iro").at(at)
    on.does(
        "iro",
        "refer",
        to="cafcass",
        how=body.ways[0],
        weighed=weighed,
        documents="The review's minutes.",
        without=WHY,
    )
    assert isinstance(on.last, Referred)
    assert on.last.without == WHY


def test_without_the_reason_the_clause_that_asks_and_the_law_that_allows_are_named() -> None:
    refused = Play("bristol").concern("iro").refused("iro", "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("advice-first", "BRI-CAFCASS-LEGAL")
    assert "independent legal advice" in refused.sentence
    assert "write down why you refer without it" in refused.allowed_by
    assert "section 25B(3) of the Children Act 1989" in refused.allowed_by


def test_all_that_comes_first_is_named_at_once() -> None:
    refused = Play("lambeth").concern("iro").refused("iro", "refer", to="cafcass")
    assert refused.sentence == (
        "Before referring: consult senior management about a referral to Cafcass; "
        "tell the Director of Children's Services that you intend to refer to Cafcass"
    )


def test_another_body_is_not_said_to_stand_in_that_law() -> None:
    refused = Play("lambeth").concern("iro").refused("iro", "refer", to="lscp")
    assert refused.id == "consult-first"
    assert "25B" not in refused.allowed_by


def test_a_reason_of_nothing_but_space_is_none() -> None:
    refused = Play("bristol").concern("iro").refused("iro", "refer", to="cafcass", without="  ")
    assert refused.id == "advice-first"


@pytest.mark.clauses("BRI-CAFCASS-LEGAL")
def test_what_comes_first_is_owed_until_the_referral_is_made_without_it() -> None:
    on = Play("bristol").concern("iro")
    on.does("iro", "consider referral", to="cafcass", decision="refer")
    assert on.state("0:legal-advice-first") is DutyState.OPEN
    on.at("2026-03-02 11:00").does("iro", "refer", to="cafcass", without=WHY)
    assert on.state("0:legal-advice-first") is DutyState.LAPSED


def test_with_the_advice_on_record_no_reason_is_asked_for() -> None:
    on = Play("bristol").concern("iro").does("iro", "receive advice")
    on.does("iro", "refer", to="cafcass")
