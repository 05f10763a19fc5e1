"""A referral that the law knows only for some children is refused for the others."""

from dataclasses import replace

import pytest

from concord.core.dispute.decide.case import Refused
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus, NotStated
from tests.core.protocols.stage import Play

BOTH = (ChildStatus.IN_CARE, ChildStatus.CHILD_PROTECTION)


def at_the_top(child: ChildStatus) -> Play:
    """The only stage did not resolve it, and only children in care can be referred."""
    rules = shipped("bristol")
    cafcass = replace(rules.referrals[0], children=(ChildStatus.IN_CARE,))
    only = replace(rules, stages=rules.stages[:1], duties=(), referrals=(cafcass,), children=BOTH)
    play = Play(only, child=child).concern("iro").talk("iro", "social-worker").alert("iro")
    return play.answer("social-worker").judge("iro", "no")


@pytest.mark.parametrize("act", [("refer", {}), ("consider referral", {"decision": "refer"})])
def test_it_is_refused_for_a_child_whom_it_does_not_cover(act: tuple[str, dict[str, str]]) -> None:
    verb, fields = act
    refused = at_the_top(ChildStatus.CHILD_PROTECTION).refused("iro", verb, to="cafcass", **fields)
    assert (refused.id, refused.clause) == ("not-for-this-child", "BRI-CAFCASS-ANY")
    covered = at_the_top(ChildStatus.IN_CARE).tries("iro", verb, to="cafcass", **fields)
    assert not isinstance(covered, Refused)


@pytest.mark.parametrize(
    ("child", "act"),
    [(ChildStatus.IN_CARE, "consider referral"), (ChildStatus.CHILD_PROTECTION, "resolve")],
)
def test_what_comes_after_the_last_stage_is_possible_for_the_child(
    child: ChildStatus, act: str
) -> None:
    assert at_the_top(child).duty("2:next").act == act


def test_after_a_missing_answer_the_next_step_names_the_clause_about_it() -> None:
    rules = shipped("bristol")
    answer = rules.stages[0].answer
    assert not isinstance(answer, NotStated)
    first = replace(rules.stages[0], answer=replace(answer, if_none_clause="BRI-DIRECT"))
    play = Play(replace(rules, stages=(first, *rules.stages[1:]))).concern("iro")
    play.talk("iro", "social-worker").alert("iro").at("2026-03-10 09:00")
    assert play.duty("2:next").clause == "BRI-DIRECT"
