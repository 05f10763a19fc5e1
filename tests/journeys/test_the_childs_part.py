"""The child's part in a dispute: heard, answered, and read through with the child at the end."""

from datetime import date

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk
from tests.support.chromium import DESKTOP, PHONE

CONCERN: dict[str, Typed] = {
    "What you are concerned about": "Time with the sister was called off three times.",
    "The outcome you want for the child": "They see each other every week.",
    "Who you raise it with": ("Team Manager",),
    "The child's views": "I miss her.",
    "The outcomes that the child wants": "See my sister on Saturdays\nTake the dog along",
}


@pytest.mark.clauses("SOU-CHILD-OUTCOMES")
def test_what_the_child_wants_is_answered_before_it_ends_and_stands_on_the_childs_page(
    screen: Screen,
) -> None:
    walk = Walk.under("southampton", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.raises(CONCERN)
    walk.confirms(RAISED)
    walk.sees("See my sister on Saturdays", "No answer yet")
    dispute = walk.where
    walk.goes("team-manager")
    walk.opens(dispute)
    walk.where = dispute
    heard: dict[str, Typed] = {
        "The child's wishes and feelings": "It takes so long.",
        "How you heard it": "Face to face",
    }
    walk.takes("Record what the child says", heard)
    carer: dict[str, Typed] = {"Whose views they are": "A carer", "Their views": "We can drive."}
    walk.takes("Record what parents or carers say", carer)
    walk.sees("recorded the views of a carer", "We can drive.")
    walk.goes("iro")
    walk.where = dispute
    walk.opens(dispute)
    walk.sees("Outcome 1 that the child wants has no answer yet")
    yes: dict[str, Typed] = {
        "Which outcome": "See my sister on Saturdays",
        "Does the child get it?": "Yes",
        "What the child gets, and the reason where it is less": "Every Saturday from April.",
    }
    walk.takes("Answer an outcome that the child wants", yes)
    no: dict[str, Typed] = {
        "Does the child get it?": "No",
        "What the child gets, and the reason where it is less": "Her carers are allergic to dogs.",
    }
    walk.takes("Answer an outcome that the child wants", no)
    walk.sees("The child gets it", "Not this time")
    walk.resolves("Every Saturday is agreed.", "They see each other.")
    _is_read_through(walk)


def _is_read_through(walk: Walk) -> None:
    """The officer reads the page in plain words; whoever raises nothing for the child has none."""
    walk.opens(f"/children/{walk.cast.child}")
    walk.follows("Challenges made for me")
    walk.sees(
        "I miss her.", "It takes so long.", "Every Saturday from April.", "They see each other."
    )
    walk.page.set_viewport_size(PHONE)
    walk.opens(walk.page.url)
    walk.page.set_viewport_size(DESKTOP)
    walk.goes("social-worker")
    page = walk.page.goto(f"/children/{walk.cast.child}/challenges")
    assert page is not None
    assert page.status == 404
    expect(walk.page.get_by_text("allergic")).to_have_count(0)


@pytest.mark.clauses("LAM-KEEP-CHILD-INFORMED")
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_it_ends_once_the_child_is_told_or_it_is_on_record_why_not(
    screen: Screen, size: ViewportSize
) -> None:
    walk = Walk.under("lambeth", screen)
    walk.page.set_viewport_size(size)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    by: dict[str, Typed] = {
        "The date by which it should be resolved": date(2026, 3, 4),
        "Who you raise it with": ("Team manager",),
    }
    concern = {label: CONCERN[label] for label in list(CONCERN)[:2]}
    walk.raises(concern | by)
    walk.confirms(RAISED)
    talk: dict[str, Typed] = {
        "Who you talked with": ("Team manager",),
        "How you talked": "Face to face",
        "What was said": "It will be put right.",
    }
    walk.takes("Record a conversation", talk)
    walk.takes(
        "Record whether the child has an advocate", {"How it stands": "Offered to the child"}
    )
    walk.sees("This is not done, and it is not on record why", "tell the child that you seek")
    walk.goes("iro")
    walk.duty("Where it is appropriate, tell the child that you seek a resolution")
    walk.follows("record why")
    again = "The date on which you look at this again"
    walk.fills({"Why not": "The child is three weeks old.", again: date(2026, 3, 2)})
    walk.presses("Continue")
    walk.sees("There is a problem", "is not a day to come")
    walk.sends({again: date(2026, 3, 20)})
    walk.sees("The child is three weeks old.", "20 March 2026")
    walk.resolves("It is put right.", "They see each other.")
    walk.goes("iro")
    walk.sees("tell the child that you seek a resolution")
