"""Good practice reaches who should know of it; a change brings the review forward."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import Walk

PRACTICE: dict[str, Typed] = {
    "Whose practice it is": "Social worker",
    "What was good about it": (
        "Tenacity in overcoming obstacles",
        "Building a relationship that is trusted and works",
    ),
    "What was done, and what it meant for the child": "Weekly visits in her own time.",
}
CHANGE: dict[str, Typed] = {
    "Kinds of change": ("The allocated social worker changes",),
    "What has changed, or is going to": "She leaves at the end of March.",
}
REQUEST: dict[str, Typed] = {
    "What the child asks for": "That something is challenged",
    "In the child's own words": "Nobody asked me about the move.",
}


def _sends(walk: Walk, typed: dict[str, Typed]) -> None:
    walk.fills(typed)
    walk.presses("Continue")
    expect(walk.heading("Check before you send")).to_be_visible()
    walk.presses("Confirm and send")
    expect(walk.page.get_by_text("Recorded: ")).to_be_visible()


def _to_the_child(walk: Walk, role: str) -> None:
    walk.goes(role)
    walk.opens(f"/children/{walk.cast.child}")


@pytest.mark.clauses("BRH-RECOGNITION")
def test_good_practice_is_read_by_whose_it_is_and_by_their_manager(screen: Screen) -> None:
    walk = Walk.under("brighton-and-hove", screen)
    walk.at("2026-03-02 12:00")
    _to_the_child(walk, "iro")
    walk.follows("Recognise good practice")
    _sends(walk, PRACTICE)
    for role in ("social-worker", "pod-team-manager", "iro-manager"):
        _to_the_child(walk, role)
        walk.sees("recognised good practice of the social worker", "Weekly visits in her own time.")
    _to_the_child(walk, "service-manager")
    walk.sees_not("Weekly visits in her own time.")


@pytest.mark.clauses("BRI-CHANGES")
def test_a_change_is_notified_and_the_review_is_brought_forward(screen: Screen) -> None:
    walk = Walk.under("bristol", screen)
    walk.at("2026-03-02 12:00")
    _to_the_child(walk, "iro")
    walk.follows("Plan a review")
    _sends(walk, {"The day of the review": date(2026, 6, 20)})
    _to_the_child(walk, "social-worker")
    walk.follows("Notify a significant change")
    _sends(walk, CHANGE)
    _to_the_child(walk, "iro")
    walk.sees("The allocated social worker changes", "To be decided on")
    walk.follows("Decide whether change 1 brings the review forward")
    decided: dict[str, Typed] = {
        "Is the review brought forward?": "Yes",
        "The new day of the review": date(2026, 3, 20),
        "Why": "The plan rests on her.",
    }
    _sends(walk, decided)
    walk.sees("Review brought forward", "Looked-after child review of 20 March 2026")


@pytest.mark.clauses("LAM-CHILD-ASKS")
def test_what_the_child_asks_for_is_answered(screen: Screen) -> None:
    walk = Walk.under("lambeth", screen)
    walk.at("2026-03-02 12:00")
    _to_the_child(walk, "social-worker")
    walk.follows("Record what the child asks for")
    _sends(walk, REQUEST)
    walk.goes("iro")
    walk.follows("Answer request 1 of the child")
    walk.follows("Answer request 1 of the child")
    answer: dict[str, Typed] = {
        "What the child was told": "I have raised it with the director.",
        "How the child was told": "Face to face",
    }
    _sends(walk, answer)
    walk.sees("answered request 1 of the child, face to face")
