"""One dispute about two sisters and brothers: raised once, seen on each child's page."""

from datetime import date

from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk
from tests.support.cast import cast_of
from tests.support.chromium import DESKTOP, PHONE

CONCERN: dict[str, Typed] = {
    "Is it about brothers or sisters too?": ("Ben Example",),
    "Kinds of concern": ("Drift or delay in carrying out the care plan",),
    "What you are concerned about": "Neither has seen the other since March.",
    "The outcome you want for the child": "They see each other every month.",
    "The date by which it should be resolved": date(2026, 3, 6),
    "Who you raise it with": ("Social worker",),
}


def test_a_concern_about_two_siblings_is_one_dispute_on_both_pages(screen: Screen) -> None:
    cast = cast_of("bristol", names=("Example Child", "Ben Example"))
    walk = Walk(screen.page, screen.clock, screen.address, screen.looked, cast)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.raises(CONCERN)
    walk.sees("Example Child", "Ben Example")
    walk.confirms(RAISED)
    expect(walk.heading("Example Child and Ben Example")).to_be_visible()
    walk.page.set_viewport_size(PHONE)
    walk.opens(walk.where)
    walk.page.set_viewport_size(DESKTOP)
    walk.follows("Ben Example’s page")
    walk.sees("About 2 children", "What is owed now")
    walk.goes("social-worker")
    walk.sees("Example Child and 1 other")
    walk.duty("Respond to the concern and agree what will be done")
    walk.sees("Neither has seen the other since March.")
