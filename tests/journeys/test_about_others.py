"""Concerns about an officer, a review or a partner agency: each on a ladder of its own."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

LATE_RECORD: dict[str, Typed] = {
    "What you are concerned about": "The record of the review has not come for six weeks.",
    "The outcome you want for the child": "It is with everybody this week.",
}
SATISFIED = "Are you satisfied with the answer?"
TALK: dict[str, Typed] = {
    "Who you talked with": ("Independent Reviewing Officer",),
    "How you talked": "Face to face",
    "What was said": "There is too much to write up.",
}


def _begins(walk: Walk, about: str, concern: dict[str, Typed]) -> None:
    """Raise a concern about something else than the service, from the child's own page."""
    walk.opens(f"/children/{walk.cast.child}")
    walk.follows(f"About {about}")
    expect(walk.heading(f"Raise a concern about {about}")).to_be_visible()
    walk.fills(concern)
    walk.presses("Continue")


@pytest.mark.clauses("LAM-REVERSE")
def test_the_service_raises_a_concern_about_an_iro_and_quality_assurance_sees_it(
    screen: Screen,
) -> None:
    walk = Walk.under("lambeth", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("social-worker")
    walk.presses("Raise a concern")
    walk.follows("Example Child")
    expect(walk.page.get_by_role("button", name="Raise a concern", exact=True)).to_have_count(0)
    by: dict[str, Typed] = {
        "The date by which it should be resolved": date(2026, 3, 4),
        "Who you raise it with": ("Independent Reviewing Officer",),
    }
    _begins(walk, "a reviewing officer", LATE_RECORD | by)
    walk.fills({"Where does it begin?": "Informally: talk about it first"})
    walk.presses("Continue")
    walk.confirms(RAISED)
    walk.sees("Reverse Stage 1", "Informal talk with the chair")
    dispute = walk.where
    walk.goes("iro")
    walk.opens(dispute)
    walk.sees("about a reviewing officer", "has not come for six weeks")
    walk.sees_not("Refer to a body outside")
    walk.goes("social-worker")
    walk.where = dispute
    walk.takes("Record a conversation", TALK)
    typed: dict[str, Typed] = {
        "What remains of concern": "It has not come.",
        "The outcome you want for the child": "It comes.",
    }
    walk.takes("Go formal and issue the practice alert", typed)
    walk.goes("iro-service-manager")
    walk.duty("Answer the practice alert in writing")
    walk.sends({"Your response": "It is written by Friday."})
    walk.at("2026-03-06 10:00")
    walk.goes("assistant-director-qa")
    walk.opens(dispute)
    walk.sees("It is written by Friday.", "about a reviewing officer")
    walk.goes("social-worker")
    walk.where = dispute
    answer: dict[str, Typed] = {SATISFIED: "Yes", "Your reasons": "It has come."}
    walk.takes("Judge the response", answer)
    walk.resolves("The record came.", "What was decided is carried out.")


@pytest.mark.clauses("LAM-PARTNERS")
def test_a_concern_about_a_partner_goes_by_the_director_to_its_managers(screen: Screen) -> None:
    walk = Walk.under("lambeth", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    concern: dict[str, Typed] = {
        "What you are concerned about": "There has been no place at a school for two months.",
        "The outcome you want for the child": "A place after the holidays.",
    }
    _begins(walk, "a partner agency", concern)
    walk.sees("Enter which agency it is")
    walk.fills({"Which agency it is": "The example school"})
    walk.presses("Continue")
    expect(walk.heading("Check your answers")).to_be_visible()
    walk.sees("The example school", "a partner agency")
    walk.presses("Change the concern")
    walk.fills({"What you are concerned about": "No place at a school for three months."})
    walk.presses("Continue")
    walk.confirms(RAISED)
    walk.sees("The example school", "for three months")
    walk.goes("director")
    walk.duty("Take the concern to the senior managers of the partner agency")
    told: dict[str, Typed] = {"How they were told": "Letter", "What they were told": "All."}
    walk.sends(told)
    walk.takes("Answer the practice alert", {"Your response": "There is a place from April."})
    dispute = walk.where
    walk.goes("iro")
    walk.duty("Write the concern about the partner agency on the child's file")
    walk.sends({"The case note": "The school had no place, and has one now."})
    walk.takes("Judge the response", {SATISFIED: "Yes", "Your reasons": "A place."})
    walk.resolves("There is a place.", "The child goes to school.")
    walk.goes("assistant-director-qa")
    walk.opens(dispute)
    walk.sees("Take the shortfall to the safeguarding partnership")


@pytest.mark.clauses("BRH-IRO-COMPLAINT")
def test_a_complaint_about_a_review_is_answered_within_ten_working_days(screen: Screen) -> None:
    walk = Walk.under("brighton-and-hove", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("social-worker")
    _begins(walk, "a review", LATE_RECORD)
    expect(walk.heading("Check your answers")).to_be_visible()
    walk.sees("16 March 2026")
    walk.confirms(RAISED)
    dispute = walk.where
    walk.goes("iro-manager")
    walk.duty("Answer the Looked-after Manager Alert in writing")
    walk.sends({"Your response": "It is on its way."})
    walk.goes("social-worker")
    walk.where = dispute
    walk.takes("Judge the response", {SATISFIED: "No", "Your reasons": "It has not come."})
    walk.takes("Escalate to Complaint to the Head of Safeguarding", {})
    walk.sees("Complaint to the Head of Safeguarding")


@pytest.mark.clauses("SOU-IRO-COMPLAINT")
def test_a_concern_about_an_iro_goes_into_the_complaints_procedure(screen: Screen) -> None:
    walk = Walk.under("southampton", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("team-manager")
    _begins(walk, "a reviewing officer", LATE_RECORD)
    walk.confirms(RAISED)
    walk.goes("team-manager")
    walk.duty("Refer it to the complaints procedure")
    refers: dict[str, Typed] = {
        "How you refer it": "In writing",
        "Why you refer it": "It has not come.",
    }
    walk.sends(refers)
    walk.sees("With Complaints procedure")
