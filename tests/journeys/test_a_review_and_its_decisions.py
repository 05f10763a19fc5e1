"""A review from its planning to a decision that is not carried out, and the dispute about it."""

from datetime import date

from playwright.sync_api import expect

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import Walk
from tests.support.chromium import DESKTOP, PHONE

PLAN: dict[str, Typed] = {
    "The day of the review": date(2026, 3, 20),
    "Time and place": "2pm, at the carers' home",
}
HELD: dict[str, Typed] = {
    "Who took part": ("Social worker", "The child", "The carers"),
    "Did the child take part?": "Yes, in person",
    "The child's wishes and feelings": "I want to see my brother.",
    "An advocate": "The child was asked and does not want one",
    "The views of parents and others": "His mother agrees.",
    "The day of the next review": date(2026, 9, 1),
}


def to_the_child(walk: Walk, role: str) -> None:
    walk.goes(role)
    walk.opens(f"/children/{walk.cast.child}")


def records(walk: Walk, name: str, typed: dict[str, Typed]) -> None:
    walk.comes_by(walk.page.get_by_role("main").get_by_role("link", name=name, exact=True).first)
    sends(walk, typed)


def sends(walk: Walk, typed: dict[str, Typed]) -> None:
    walk.fills(typed)
    walk.presses("Continue")
    expect(walk.heading("Check before you send")).to_be_visible()
    walk.presses("Confirm and send")
    expect(walk.page.get_by_text("Recorded: ")).to_be_visible()


def holds_the_review(walk: Walk) -> None:
    walk.comes_by(walk.page.get_by_role("link", name="Record a review that was held").first)
    walk.page.get_by_role("textbox", name="Decision 1").fill("Contact with his brother every month")
    walk.page.get_by_label("Who does decision 1").select_option(label="Social worker")
    group = walk.page.get_by_role("group", name="By when for decision 1")
    for part, number in (("Day", "1"), ("Month", "4"), ("Year", "2026")):
        group.get_by_label(part, exact=True).fill(number)
    sends(walk, HELD)


def test_a_decision_that_is_not_carried_out_leads_to_a_dispute(screen: Screen) -> None:
    walk = Walk.under("bristol", screen)
    walk.at("2026-03-02 10:00")
    to_the_child(walk, "iro")
    records(walk, "Plan a review", PLAN)
    walk.sees("Looked-after child review of 20 March 2026", "Planned", "17 Mar 2026")
    walk.goes("social-worker")
    walk.sees("Provide the papers for the looked-after child review of 20 March 2026")
    walk.at("2026-03-18 09:00")
    walk.sweeps()
    to_the_child(walk, "iro")
    walk.sees("Overdue", "Not done in time by the social worker: provide the papers")
    walk.at("2026-03-20 16:00")
    to_the_child(walk, "iro")
    holds_the_review(walk)
    walk.sees("Never came", "Contact with his brother every month", "Held")
    walk.at("2026-04-02 09:00")
    walk.sweeps()
    to_the_child(walk, "social-worker")
    records(
        walk,
        "Give the reasons for not carrying out a decision",
        {
            "Why it is not to be carried out": "The brother's carers do not agree.",
        },
    )
    records(
        walk,
        "Record who was told that a decision is not carried out",
        {
            "Who was told": ("The child",),
            "How they were told": "Face to face",
        },
    )
    walk.sees("Tell the parents in good time that decision 1")
    to_the_child(walk, "iro")
    walk.sees("Not to be carried out")
    walk.page.set_viewport_size(PHONE)
    walk.looks()
    walk.page.set_viewport_size(DESKTOP)
    walk.follows("Raise a concern about decision 1")
    expect(walk.page.get_by_label("What you are concerned about")).to_have_value(
        "Decision 1 of the looked-after child review of 20 March 2026 is not carried out:"
        " Contact with his brother every month"
    )
