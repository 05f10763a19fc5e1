"""What a duty rule can ask for beside the bare fact: a way, all at once, reasons, afterwards."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from concord.core.clock.limit import parse_limit
from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Act, ChildStatus, Condition, How, Moment, Verb
from tests.core.protocols.stage import Play

ACTIONS = [{"what": "Write the plan.", "by": "social-worker", "on": "2026-03-20"}]


def under(child: ChildStatus = ChildStatus.IN_CARE, **asks: Any) -> Play:
    """A dispute under a protocol with one duty, `asked`, and whatever the rule says of it."""
    about = {"must": Verb.INFORM, "whom": ("service-manager",)} | asks
    if not about.get("before"):
        about.setdefault("counted_from", Moment.CONCERN_RAISED)
    rule = DutyRule(
        id="asked", who=("iro",), what="Do what is asked", clause="BRI-SRO-INFORM", **about
    )
    both = (ChildStatus.IN_CARE, ChildStatus.CHILD_PROTECTION)
    return Play(replace(shipped("bristol"), duties=(rule,), children=both), child=child)


def agreed(play: Play) -> Play:
    return play.does("iro", "agree actions", actions=ACTIONS)


@pytest.mark.parametrize(
    ("how", "counts"), [("email", True), ("telephone", True), ("message", False), ("", False)]
)
def test_a_duty_that_names_the_ways_of_telling_is_fulfilled_by_no_other(
    how: str, counts: bool
) -> None:
    play = under(how=(How.TELEPHONE, How.EMAIL)).concern("iro")
    play.consult("iro", "service-manager").inform("iro", "service-manager", how=how)
    assert (play.state("0:asked") is DutyState.DONE) is counts


def test_those_who_are_told_together_are_told_in_one_go() -> None:
    play = under(together=True, whom=("social-worker", "team-manager"))
    play.concern("iro", raised_with=["social-worker"]).inform("iro", "team-manager")
    assert play.state("0:asked") is DutyState.OPEN
    play.inform("iro", "team-manager", "social-worker")
    assert play.state("0:asked") is DutyState.DONE


def test_a_duty_to_tell_the_reasons_is_not_fulfilled_without_them() -> None:
    play = under(reasons_needed=True).concern("iro").inform("iro", "service-manager")
    assert play.state("0:asked") is DutyState.OPEN
    play.inform("iro", "service-manager", text="The child still waits.")
    assert play.state("0:asked") is DutyState.DONE


def test_going_on_talking_is_a_duty_of_each_stage_by_itself() -> None:
    play = under(should=Verb.TALK, must=None, whom=(), counted_from=Moment.ALERT_ISSUED)
    play.concern("iro").talk("iro", "social-worker").alert("iro")
    assert play.state("2:asked") is DutyState.OPEN
    assert play.talk("iro", "social-worker").state("2:asked") is DutyState.DONE


def test_a_note_of_an_agreement_is_written_after_it_and_owed_after_the_end() -> None:
    play = under(must=Verb.WRITE_NOTE, whom=(), counted_from=Moment.ACTIONS_AGREED)
    play.concern("iro").does("iro", "write case note", text="A concern was raised.")
    agreed(play).resolve("iro")
    assert play.state("0:asked") is DutyState.OPEN
    play.does("iro", "write case note", text="A plan by 20 March.")
    assert play.state("0:asked") is DutyState.DONE


def test_a_duty_of_the_informal_tier_counts_from_its_own_agreement() -> None:
    play = under(
        must=Verb.WRITE_NOTE, whom=(), at=("informal",), counted_from=Moment.ACTIONS_AGREED
    )
    play.concern("iro").talk("iro", "social-worker").alert("iro")
    assert "1:asked" not in agreed(play).duties


def test_more_time_that_was_given_before_is_no_decision_on_going_formal() -> None:
    play = under(must=Verb.DECIDE_FORMAL, whom=(), counted_from=Moment.INFORMAL_ENDED)
    play.concern("iro").does("iro", "extend informal", until="2026-03-11", reason="Leave.")
    assert "0:asked" not in play.duties
    play.talk("iro", "social-worker").does("iro", "end informal", reason="No date.")
    assert play.state("0:asked") is DutyState.OPEN
    assert play.alert("iro").state("0:asked") is DutyState.DONE


def test_more_time_moves_the_day_of_the_agreement_when_it_is_given_in_time() -> None:
    limit = parse_limit("3 working days")
    play = under(must=Verb.AGREE_ACTIONS, whom=(), within=limit).concern("iro")
    assert play.duty("0:asked").due is not None
    play.does("iro", "extend informal", until="2026-03-11", reason="Leave.")
    due = play.duty("0:asked").due
    assert due is not None
    assert due.on == date(2026, 3, 11)
    late = under(must=Verb.AGREE_ACTIONS, whom=(), within=limit).concern("iro")
    late.at("2026-03-06 10:00").does("iro", "extend informal", until="2026-03-11", reason="Leave.")
    assert late.state("0:asked") is DutyState.OVERDUE


def test_a_step_before_resolving_is_asked_for_then_and_is_no_duty_before() -> None:
    play = under(must=Verb.AGREE_ACTIONS, whom=(), at=("informal",), before=(Act.RESOLVE,))
    play.concern("iro")
    assert "1:asked" not in play.duties
    refused = play.refused("iro", "resolve")
    assert (refused.id, refused.clause) == ("do-first", "BRI-SRO-INFORM")
    agreed(play).resolve("iro")


def test_a_duty_for_a_child_in_care_is_not_owed_for_another() -> None:
    care = under(only_if=(Condition.IN_CARE,)).concern("iro")
    plan = under(ChildStatus.CHILD_PROTECTION, only_if=(Condition.IN_CARE,)).concern("iro")
    assert ("0:asked" in care.duties, "0:asked" in plan.duties) == (True, False)
