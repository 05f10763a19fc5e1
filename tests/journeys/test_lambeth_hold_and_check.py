"""Lambeth: an agreed task puts the alert on hold; it is not done, so the matter escalates."""

from datetime import date

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("A health assessment or education plan is not done in time",),
    "Kinds of matter": ("Practice",),
    "What you are concerned about": "There is no education plan for this term.",
    "The outcome you want for the child": "A plan with a date.",
    "The date by which it should be resolved": date(2026, 3, 5),
    "Who you raise it with": ("Social worker", "Team manager"),
}


def test_a_hold_whose_task_is_not_done_ends_in_the_next_stage(screen: Screen) -> None:
    walk = Walk.under("lambeth", screen)
    _goes_formal(walk)
    _goes_on_hold(walk)
    _finds_the_task_not_done(walk)


def _goes_formal(walk: Walk) -> None:
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.raises(CONCERN)
    walk.confirms(RAISED)
    walk.at("2026-03-05 15:00")
    walk.takes(
        "Record a conversation",
        {
            "Who you talked with": ("Social worker", "Team manager"),
            "How you talked": "Face to face",
            "What was said": "No day can be given.",
        },
    )
    walk.takes(
        "Consult somebody",
        {
            "Who was consulted": ("Service manager for IROs and CP chairs",),
            "What they advised": "Begin at Stage 1.",
        },
    )
    walk.at("2026-03-06 10:00")
    walk.takes(walk.goes_formal, {"Where it begins": "Stage 1"})
    walk.sees("Stage 1", "12 Mar 2026", "4 working days left")


def _goes_on_hold(walk: Walk) -> None:
    walk.at("2026-03-10 11:00")
    walk.goes("team-manager")
    walk.duty("Answer the")
    walk.sends({"Your answer": "The planning meeting is on Monday."})
    walk.at("2026-03-10 14:00")
    walk.goes("iro")
    walk.follows("Judge the")
    walk.where = walk.page.url
    walk.takes(
        "Put on hold until a date",
        {
            "The agreed completion date": date(2026, 3, 16),
            "What is to be done by then": "Hold the planning meeting.",
            "Who does it": "Social worker",
        },
    )
    walk.sees("On hold until 16 Mar 2026")
    walk.opens("/?show=held")
    walk.sees("Example Child", "16 Mar 2026")
    walk.goes("social-worker")
    walk.sees("Complete the task of the hold", "16 Mar 2026")


def _finds_the_task_not_done(walk: Walk) -> None:
    walk.at("2026-03-16 15:00")
    walk.goes("social-worker")
    walk.duty("Complete the task of the hold")
    walk.sends({"What was done": "The meeting was opened."})
    walk.at("2026-03-16 16:00")
    walk.goes("iro")
    walk.duty("Check whether the task of the hold was completed")
    walk.sends({"Was the task done?": "No", "What you found": "The meeting was called off."})
    walk.takes(
        "Escalate to Stage 2",
        {
            "Why it escalates": "The agreed meeting did not take place.",
        },
    )
    walk.sees("escalated from Stage 1 to Stage 2", "20 Mar 2026")
    walk.goes("service-manager")
    walk.sees("Answer the", "20 Mar 2026")
