"""A dispute in plain words for its child: everything that concerns the child, nothing private."""

from datetime import date

import pytest

from concord.core.dispute.plainly import Said, is_for_the_child, plainly
from tests.core.protocols import bristol_scenes as bristol
from tests.core.protocols.stage import Play


def _texts(said: tuple[Said, ...]) -> str:
    return " ".join(each.text for each in said)


def test_it_says_who_was_asked_what_they_did_and_how_it_ended() -> None:
    on = bristol.stage_1().answer("social-worker").judge("iro", "yes")
    found = plainly(on.resolve("iro", outcome="A new plan.", impact="You stay.").matter)
    assert (found.by, found.worry, found.wanted) == (
        "the Independent Reviewing Officer",
        "Drift.",
        "A plan.",
    )
    assert "wrote to the social worker and asked for an answer" in _texts(found.steps)
    assert "The social worker answered." in _texts(found.steps)
    assert found.now.startswith("It ended on ")
    assert (found.ended, found.changed) == ("A new plan.", "You stay.")


def test_what_the_child_said_and_was_told_is_there_with_its_day() -> None:
    on = Play("lambeth").concern("iro", child_views="I miss her.")
    on.at("2026-03-03 10:00").inform("iro", "child", about="the-resolution-sought", how="telephone")
    on.does("social-worker", "hear child", views="It takes long.", on="2026-03-02")
    found = plainly(on.matter)
    assert found.said == (
        Said(date(2026, 3, 2), "I miss her."),
        Said(date(2026, 3, 2), "It takes long."),
    )
    assert [each.on for each in found.told] == [date(2026, 3, 3)]
    assert "told you about the resolution sought, by telephone" in _texts(found.told)
    assert "Ask the Independent Reviewing Officer" in found.now


def test_it_says_what_there_is_of_an_advocate_and_not_why_something_was_not_told() -> None:
    on = bristol.stage_1().does("social-worker", "record advocate", stands="offered")
    on.does("iro", "record advocate", stands="in place", on="2026-03-01", text="From an agency.")
    on.explains("iro")
    told = plainly(on.matter).told
    assert [each.on for each in told] == [date(2026, 3, 2), date(2026, 3, 1)]
    assert "asked if you want an advocate" in told[0].text
    assert "You have an advocate" in told[1].text


def test_nothing_of_the_reviewing_sides_own_compartment_is_in_it() -> None:
    on = bristol.stage_1().answer("social-worker").judge("iro", "no")
    before = plainly(on.matter)
    on.does("iro", "consider referral", to="cafcass", decision="decline", reasons="Not now.")
    on.does("iro", "seek advice")
    assert plainly(on.matter) == before


def test_a_withdrawal_is_said_too() -> None:
    on = Play("bristol").concern("iro").does("iro", "withdraw", reason="It was put right.")
    assert plainly(on.matter).now.startswith("It was stopped on ")


@pytest.mark.parametrize(
    ("about", "role", "for_the_child"),
    [
        ("", "iro", True),
        ("a partner agency", "iro", True),
        ("a reviewing officer", "social-worker", False),
    ],
)
def test_a_concern_about_an_officer_is_no_challenge_made_for_the_child(
    about: str, role: str, for_the_child: bool
) -> None:
    on = Play("lambeth").concern(role, about=about, agency="A school")
    assert is_for_the_child(on.matter) is for_the_child
