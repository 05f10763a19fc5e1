"""A grave event: recorded by whoever first knows, told at once, and the stages give way to it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import Walk
from tests.support.cast import MONDAY
from tests.support.chromium import DESKTOP, PHONE

KNOWN: dict[str, Typed] = {
    "What has happened, or threatens": "A child in care or on a child protection plan was abducted",
    "What is known": "Not back from contact on Sunday. The police are told.",
}
TOLD: dict[str, Typed] = {
    "Who was told": ("Local safeguarding children partnership",),
    "How they were told": "Telephone",
}


@pytest.mark.clauses("LAM-OVERRIDE")
def test_whoever_first_knows_records_it_and_the_dispute_gives_way(screen: Screen) -> None:
    walk = Walk.under("lambeth", screen)
    dispute = walk.cast.raises("iro", MONDAY, raised_with=["social-worker"])
    walk.at("2026-03-02 12:00")
    walk.goes("social-worker")
    walk.opens(f"/children/{walk.cast.child}")
    walk.follows("Record a grave event")
    _sends(walk, KNOWN)
    walk.sees("was abducted", "It overrides the stages", "Overridden by a grave event")
    walk.goes("executive-director")
    walk.follows("Tell the local safeguarding children partnership of the grave event at once")
    walk.sees("Not back from contact on Sunday.")
    walk.follows("Tell the local safeguarding children partnership of the grave event at once")
    _sends(walk, TOLD)
    walk.goes("iro")
    walk.follows("Go on with the stages when the grave event allows it")
    walk.sees("Overridden by a grave event", "to which the stages give way")
    walk.page.set_viewport_size(PHONE)
    walk.opens(f"/disputes/{dispute}")
    walk.page.set_viewport_size(DESKTOP)
    walk.where = f"/disputes/{dispute}"
    walk.takes("Go on with the stages", {"Why the stages go on now": "The child is back."})
    walk.sees("went on with the stages")


def _sends(walk: Walk, typed: dict[str, Typed]) -> None:
    walk.fills(typed)
    walk.presses("Continue")
    expect(walk.heading("Check before you send")).to_be_visible()
    walk.presses("Confirm and send")
    expect(walk.page.get_by_text("Recorded: ")).to_be_visible()
