"""Bristol: a concern is raised, goes formal at once, is answered, judged, resolved at Stage 1."""

from datetime import date

import pytest
from playwright.sync_api import ViewportSize

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk
from tests.support.chromium import DESKTOP, PHONE

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("Drift or delay in carrying out the care plan",),
    "What you are concerned about": "The agreed therapy has not begun.",
    "The outcome you want for the child": "A first appointment with a date.",
    "The date by which it should be resolved": date(2026, 3, 4),
    "Who you raise it with": ("Social worker",),
}
BEGIN = "At Stage 1: issue the Management Alert now"
BEFORE: dict[str, Typed] = {
    "Who you talked with": ("Social worker",),
    "What was said": "No date can be given.",
}


@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_concern_goes_from_raised_to_resolved_at_stage_1(
    screen: Screen, width: ViewportSize
) -> None:
    screen.page.set_viewport_size(width)
    walk = Walk.under("bristol", screen)
    walk.at("2026-03-02 10:00")
    _raises(walk)
    walk.at("2026-03-05 15:00")
    _answers(walk)
    walk.at("2026-03-06 09:00")
    _judges_and_resolves(walk)


def _raises(walk: Walk) -> None:
    walk.signs_in("iro")
    walk.raises(CONCERN, BEGIN)
    walk.says_what_came_before(BEFORE)
    walk.sees("The agreed therapy has not begun.", "No date can be given.")
    walk.sees("9 March 2026", "16 March 2026", "23 March 2026", "30 March 2026")
    walk.confirms(RAISED)
    walk.sees("Stage 1", "5 working days left", "20 working days left", "9 Mar 2026")


def _answers(walk: Walk) -> None:
    walk.goes("social-worker")
    walk.sees("9 Mar 2026")
    walk.follows("9 Mar 2026")
    walk.sees("Due by the end of Monday 9 March 2026", "Working day 5")
    walk.opens("/")
    walk.duty("Answer")
    walk.sees("The agreed therapy has not begun.")
    walk.sends({"Your answer": "The first appointment is on 16 March."})
    walk.sees("The first appointment is on 16 March.")


def _judges_and_resolves(walk: Walk) -> None:
    walk.goes("iro")
    walk.duty("Judge")
    walk.sends(
        {
            "Are you satisfied with the answer?": "Yes",
            "Your reasons": "There is a date.",
        }
    )
    outcome, impact = "A first appointment on 16 March.", "The child knows when it begins."
    walk.resolves(outcome, impact)
    walk.goes("social-worker")
    walk.sees("Nothing is waiting for you")
