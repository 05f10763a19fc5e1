"""A final care plan before it goes to court, and a complaint that runs beside a dispute."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import Walk
from tests.support.cast import MONDAY
from tests.support.chromium import DESKTOP, PHONE


def _sends(walk: Walk, typed: dict[str, Typed]) -> None:
    walk.fills(typed)
    walk.presses("Continue")
    expect(walk.heading("Check before you send")).to_be_visible()
    walk.presses("Confirm and send")
    expect(walk.page.get_by_text("Recorded: ")).to_be_visible()


def _to_the_child(walk: Walk, role: str) -> None:
    walk.goes(role)
    walk.opens(f"/children/{walk.cast.child}")


@pytest.mark.clauses("SOU-FINAL-PLAN", "SOU-ASSESSMENTS", "SOU-IRO-VIEW")
def test_the_plan_and_its_assessments_are_seen_before_they_go_to_court(screen: Screen) -> None:
    walk = Walk.under("southampton", screen)
    walk.at("2026-03-02 12:00")
    _to_the_child(walk, "social-worker")
    walk.follows("Note when a final care plan goes to court")
    noted: dict[str, Typed] = {
        "The day on which it goes to court": date(2026, 4, 10),
        "Specialist assessments made for the court": "Parenting assessment\nSibling assessment",
    }
    _sends(walk, noted)
    walk.sees("Care plans for the court", "Parenting assessment", "10 Apr 2026")
    walk.at("2026-04-08 12:00")
    _to_the_child(walk, "iro")
    walk.follows("Record that the final care plan came")
    _sends(walk, {"Which care plan": "Final care plan 1, which goes to court on 10 April 2026"})
    walk.follows("Give your view on final care plan 1")
    view: dict[str, Typed] = {
        "Do you agree with the plan?": "No",
        "Your view, as it is to go to court": "Contact is missing.",
    }
    _sends(walk, view)
    walk.at("2026-04-11 12:00")
    walk.sweeps()
    _to_the_child(walk, "iro")
    walk.sees("Missing", "does not agree with final care plan 1", "Contact is missing.")
    walk.page.set_viewport_size(PHONE)
    walk.looks()
    walk.page.set_viewport_size(DESKTOP)


@pytest.mark.clauses("BRH-COMPLAINT-BESIDE", "BRH-EXAMPLE-2")
def test_a_complaint_runs_beside_a_dispute_and_stops_nothing(screen: Screen) -> None:
    walk = Walk.under("brighton-and-hove", screen)
    dispute = walk.cast.raises("iro", MONDAY, raised_with=["pod-team-manager"])
    walk.at("2026-03-02 12:00")
    _to_the_child(walk, "iro")
    walk.follows("Note a complaint by or for the child")
    noted: dict[str, Typed] = {
        "Whose complaint it is": "A parent or carer",
        "Who told of it": "The complaints officer",
        "What it is about": "The placement does not meet his cultural needs.",
    }
    _sends(walk, noted)
    walk.sees("Complaint 1 of a parent or carer", "Runs")
    walk.follows("Judge whether complaint 1 is to be acted on at once")
    judged: dict[str, Typed] = {"Is it acted on at once?": "No", "Why": "He is happy there."}
    _sends(walk, judged)
    walk.opens(f"/disputes/{dispute}")
    walk.sees("1 complaint runs beside this", "stops nothing here")
    walk.where = f"/disputes/{dispute}"
    walk.takes(
        "Record a conversation",
        {"Who you talked with": ("Pod Team Manager",), "What was said": "Events and food."},
    )
    _to_the_child(walk, "iro")
    walk.follows("Record what came of a complaint")
    _sends(walk, {"What came of it": "Resolved by agreement."})
    walk.opens(f"/disputes/{dispute}")
    walk.sees_not("complaint runs beside")
