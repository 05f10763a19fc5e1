"""Who has a part in a dispute: nobody else sees it, and whoever owes something in it does."""

import pytest

from concord.core.dispute.decide import Case
from concord.core.dispute.ladder import raising_side
from concord.core.people.permission import Part, parts, sees_private
from concord.core.record.envelope import Actor
from tests.core.dispute.climbing import way_up
from tests.core.protocols.stage import Play

LINE = ("social-worker", "team-manager", "service-manager", "service-director", "director")


def raised() -> Play:
    return Play("bristol").concern("iro", raised_with=("team-manager",))


def talked() -> Play:
    return raised().talk("iro", "social-worker")


def test_whoever_is_to_respond_has_a_part_though_the_concern_names_nobody() -> None:
    play = Play("bristol").concern("iro")
    assert "social-worker" in play.duty("1:respond").owners
    assert parts(play.matter, ["social-worker"]) == {Part.ADDRESSEE}


def test_a_concern_that_names_whom_it_is_raised_with_is_nobody_elses() -> None:
    play = raised()
    assert play.duty("1:respond").owners == ("team-manager",)
    assert not parts(play.matter, ["social-worker"])


def test_a_part_stays_when_the_duty_is_over() -> None:
    play = talked().does("iro", "end informal", reason="Nothing is agreed.")
    assert parts(play.matter, ["social-worker"])


def test_nobody_above_has_a_part_before_the_ladder_reaches_them() -> None:
    play = talked().alert("iro")
    reached = [role for role in LINE if parts(play.matter, [role])]
    assert reached == ["social-worker", "team-manager"]


@pytest.mark.parametrize(
    ("roles", "sees"),
    [
        (["iro"], True),
        (["senior-reviewing-officer"], True),
        (["social-worker"], False),
        (["team-manager"], False),
        (["iro", "social-worker"], False),
        ([], False),
    ],
)
def test_the_reviewing_sides_own_compartment_is_shut_to_the_line(
    roles: list[str], sees: bool
) -> None:
    assert sees_private(talked().matter, roles) == sees


def test_who_holds_no_role_for_the_child_has_no_part() -> None:
    assert parts(talked().matter, []) == frozenset()
    assert parts(talked().matter, ["a-role-of-nobody"]) == frozenset()


def test_whoever_is_told_of_the_end_may_look_at_it() -> None:
    play = Play("brighton-and-hove").concern("iro")
    while "iro-manager" not in raising_side(play.protocol, play.dispute):
        case = Case(play.matter, Actor("", frozenset()), play.now)
        for step in list(way_up(case, satisfied="no")):
            play.tries(step.role, step.verb, **step.values)
    play.does("iro-manager", "withdraw", reason="The plan has changed.")
    assert "head-of-safeguarding" in play.told
    assert all(parts(play.matter, [role]) for role in play.told)
