"""A post that is there for some children only has no part in the matter of another child."""

from dataclasses import replace

import pytest

from concord.core.dispute.decide import ACTS, Case, Decided, decide
from concord.core.dispute.events import CODEC, ConcernRaised
from concord.core.dispute.tellings import tellings
from concord.core.people.permission import parts
from concord.core.protocol.definition import Judging, Protocol, Role
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus, NotStated, Scope, Side
from concord.core.record.envelope import Actor
from tests.core.protocols.stage import PLAIN, Play

CARE, PLAN = ChildStatus.IN_CARE, ChildStatus.CHILD_PROTECTION


def with_two_chairs() -> Protocol:
    """The IRO is there for children in care, the chair for children with a protection plan."""
    rules = shipped("bristol")
    chair = Role("Chair", Side.REVIEWING, Scope.CHILD, children=(PLAN,))
    roles = {**rules.roles, "iro": replace(rules.roles["iro"], children=(CARE,)), "chair": chair}
    both = ("iro", "chair")
    judged = Judging(both, NotStated.NOT_STATED, "BRI-S1-DECIDE")
    first = replace(rules.stages[0], raised_by=both, judged=judged)
    return replace(
        rules, roles=roles, raisers=both, children=(CARE, PLAN), stages=(first,), duties=()
    )


def at_stage_1(child: ChildStatus, raiser: str) -> Play:
    play = Play(with_two_chairs(), child=child).concern(raiser)
    return play.talk(raiser, "social-worker").alert(raiser)


@pytest.mark.parametrize(("child", "raiser"), [(CARE, "chair"), (PLAN, "iro")])
def test_nobody_raises_a_concern_about_a_child_of_the_other(
    child: ChildStatus, raiser: str
) -> None:
    assert Play(with_two_chairs(), child=child).refused(raiser, "raise concern").id == (
        "not-your-part"
    )


def test_somebody_who_holds_both_posts_raises_in_the_one_for_the_child() -> None:
    play = Play(with_two_chairs(), child=PLAN)
    proposal = CODEC.propose(ACTS["raise concern"], PLAIN["raise concern"])
    assert isinstance(proposal, ConcernRaised)
    case = Case(play.matter, Actor("anna", frozenset(("iro", "chair"))), play.now)
    decided = decide(case, replace(proposal, child_status=PLAN))
    assert isinstance(decided, Decided)
    assert decided.capacity == "chair"


@pytest.mark.parametrize(
    ("child", "raiser", "other"), [(CARE, "iro", "chair"), (PLAN, "chair", "iro")]
)
def test_the_other_owes_nothing_is_told_nothing_and_may_do_nothing(
    child: ChildStatus, raiser: str, other: str
) -> None:
    play = at_stage_1(child, raiser).answer("social-worker")
    assert play.duty("2:judge").owners == (raiser,)
    told = [each.role for each in tellings(play.matter, play.dispute.entries[-1])]
    assert (raiser in told, other in told) == (True, False)
    assert (bool(parts(play.matter, [raiser])), bool(parts(play.matter, [other]))) == (True, False)
    assert play.refused(other, "judge", satisfied="yes").id == "not-your-part"
    play.judge(raiser, "yes").resolve(raiser)
