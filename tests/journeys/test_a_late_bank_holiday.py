"""A bank holiday is announced late: the keeper sees what moves, adds it, and everybody sees why."""

from datetime import date

from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk
from tests.support.chromium import DESKTOP, PHONE
from tests.support.versions import KEEPER

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("Drift or delay in carrying out the care plan",),
    "What you are concerned about": "The plan does not move.",
    "The outcome you want for the child": "A date.",
    "The date by which it should be resolved": date(2026, 3, 6),
    "Who you raise it with": ("Social worker",),
}
BEFORE: dict[str, Typed] = {
    "Who you talked with": ("Social worker",),
    "What was said": "There is no date.",
}
HOLIDAY: dict[str, Typed] = {
    "The day": date(2026, 3, 5),
    "Its name": "Example Day",
    "Why it is added": "Announced on 2 March.",
}


def test_a_late_bank_holiday_is_seen_added_and_explained(screen: Screen) -> None:
    walk = Walk.under("bristol", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.raises(CONCERN, "At Stage 1: issue the Management Alert now")
    walk.says_what_came_before(BEFORE)
    walk.confirms(RAISED)
    walk.sees("9 Mar 2026")
    dispute = walk.where
    _keeper_adds(walk)
    walk.goes("iro")
    walk.opens(dispute)
    walk.sees("10 Mar 2026", "5 March 2026 counts as a bank holiday from now on: Example Day")
    walk.comes_by(walk.page.get_by_role("link", name="10 Mar 2026").first)
    walk.sees("Not counted: Example Day")


def _keeper_adds(walk: Walk) -> None:
    walk.goes(KEEPER)
    walk.opens("/protocol")
    walk.follows("Bank holidays that were announced late")
    walk.sees("None was added", "Good Friday")
    walk.presses("Add a bank holiday")
    walk.fills(HOLIDAY)
    walk.presses("See what moves")
    walk.sees("Check what moves", "9 March 2026", "10 March 2026")
    walk.page.set_viewport_size(PHONE)
    walk.looks()
    walk.page.set_viewport_size(DESKTOP)
    walk.presses("Add the bank holiday")
    expect(walk.page.get_by_text("Added: Thursday 5 March 2026")).to_be_visible()
    walk.sees("Example Day", "Announced on 2 March.")
