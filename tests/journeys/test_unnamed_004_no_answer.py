"""Unnamed 004: nobody answers, and it goes up by itself at the end of each last day."""

from datetime import date, timedelta

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

CONCERN: dict[str, Typed] = {
    "What you are concerned about": "The child has not seen a brother since Christmas.",
    "The outcome you want for the child": "Contact with dates.",
    "The date by which it should be resolved": date(2026, 3, 6),
    "Who you raise it with": ("Social worker", "Team manager"),
}


def test_without_an_answer_it_goes_up_a_level_by_itself(screen: Screen) -> None:
    walk = Walk.under("unnamed-004", screen)
    _goes_formal(walk)
    _nobody_answers_in_time(walk)
    _the_next_level_has_it(walk)


def _goes_formal(walk: Walk) -> None:
    walk.at("2026-03-05 10:00")
    walk.goes("iro")
    walk.raises(CONCERN)
    walk.confirms(RAISED)
    walk.at("2026-03-06 09:00")
    walk.takes(
        "Record a conversation",
        {
            "Who you talked with": ("Social worker", "Team manager"),
            "How you talked": "Video call",
            "What was said": "No dates.",
        },
    )
    walk.takes(
        "Consult somebody",
        {
            "Who was consulted": ("Head of Service, safeguarding and reviewing",),
            "About what": "Going formal",
            "What they advised": "Go formal.",
        },
    )
    walk.takes(walk.goes_formal, {})
    walk.sees("Level 1", "13 Mar 2026")


def _nobody_answers_in_time(walk: Walk) -> None:
    walk.goes("service-manager")
    walk.sees("13 Mar 2026")
    walk.at("2026-03-13 08:30")
    walk.sweeps()
    walk.opens("/")
    walk.sees("Due today")
    walk.at("2026-03-13 23:59")
    assert walk.sweeps().entries == 0
    walk.clock.instant += timedelta(minutes=2)
    assert walk.sweeps().disputes == 1
    walk.opens("/")
    walk.sees_not("13 Mar 2026")


def _the_next_level_has_it(walk: Walk) -> None:
    walk.goes("head-of-service")
    walk.sees("Answer the", "20 Mar 2026")
    walk.goes("iro")
    walk.follows("Tell the head of service by telephone or email")
    walk.sees("Level 2", "because no response came in time", "Not done in time by")
    walk.follows("Tell the head of service by telephone or email")
    walk.sends({"How they were told": "Email"})
    walk.at("2026-03-16 09:00")
    walk.goes("head-of-service")
    walk.duty("Answer the")
    walk.sends(
        {"Which kind of answer": "Agrees with the chair", "Your answer": "Every other Saturday."}
    )
    walk.goes("iro")
    walk.sees("Due today")
    walk.duty("Judge the")
    walk.sends({"Are you satisfied with the answer?": "Yes", "Your reasons": "There are dates."})
    walk.resolves("Contact every other Saturday.", "The brothers meet on Saturday.")
