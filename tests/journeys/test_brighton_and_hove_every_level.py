"""Brighton and Hove: five levels, three people who raise, five who answer, and then Cafcass."""

from collections.abc import Mapping

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("Drift or delay in the care plan",),
    "What you are concerned about": "The agreed therapy has not begun.",
    "The outcome you want for the child": "A first appointment with a date.",
    "Who you raise it with": ("Pod Team Manager",),
    "The child's views": "I want to know when.",
}

NOT_SATISFIED: dict[str, Typed] = {
    "Are you satisfied with the answer?": "No",
    "Your reasons": "There is no date.",
}
UNSATISFIED: dict[str, Typed] = NOT_SATISFIED | {
    "What it has changed for the child so far": "Nothing. The child sleeps badly.",
    "The outcome of this stage": "A place on a list.",
}
NOT_UPHELD: dict[str, Typed] = {"Is the challenge upheld?": "No", "The reasons": "No money."}


def test_a_care_plan_that_drifts_goes_up_five_levels_and_to_cafcass(screen: Screen) -> None:
    walk = Walk.under("brighton-and-hove", screen)
    _informally(walk)
    _at_level_1(walk)
    _at_level_2(walk)
    _at_level_3(walk)
    _at_level_4(walk)
    _at_level_5(walk)
    _with_cafcass(walk)


def _informally(walk: Walk) -> None:
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.raises(CONCERN)
    walk.confirms(RAISED)
    walk.at("2026-03-05 10:00")
    walk.takes(
        "Record a conversation",
        {
            "Who you talked with": ("Pod Team Manager",),
            "How you talked": "Telephone",
            "What was said": "There is a waiting list.",
        },
    )
    reason = {"What could not be agreed": "No date can be given."}
    walk.takes("Record that informal resolution failed", reason)
    walk.takes("Write a case note", {"The case note": "No therapy since January, and no date."})
    _consults(walk, "IRO Manager (Children Looked-after)")


def _at_level_1(walk: Walk) -> None:
    walk.at("2026-03-06 09:00")
    walk.takes(walk.goes_formal, {})
    walk.sees("13 Mar 2026", "7 April 2026")
    walk.at("2026-03-12 10:00")
    walk.goes("pod-team-manager")
    walk.duty("Answer the")
    walk.sends({"Your answer": "The clinic has eleven children before this one."})
    walk.at("2026-03-13 10:00")
    walk.goes("iro")
    walk.sees("Due today")
    walk.duty("Judge the")
    walk.sends(UNSATISFIED)
    _consults(walk, "IRO Manager (Children Looked-after)")
    walk.takes("Escalate to Level 2", {})
    walk.sees("escalated from Level 1 to Level 2")


def _at_level_2(walk: Walk) -> None:
    walk.goes("iro-manager")
    walk.duty("at Level 2")
    walk.sends({})
    walk.sees("20 Mar 2026")
    walk.at("2026-03-23 09:00")
    walk.sweeps()
    walk.goes("service-manager")
    walk.sees("Overdue", "20 Mar 2026")
    walk.goes("iro-manager")
    walk.follows("escalate to Level 3")
    walk.where = walk.page.url
    walk.sees("Not done in time by")
    _consults(walk, "Head of Safeguarding")
    walk.takes("Escalate to Level 3", {})
    walk.sees("escalated from Level 2 to Level 3")


def _at_level_3(walk: Walk) -> None:
    walk.goes("head-of-safeguarding")
    walk.duty("at Level 3")
    walk.sends({})
    walk.at("2026-03-25 14:00")
    walk.goes("head-of-safeguarding")
    walk.duty("Hold the Level 3 meeting")
    walk.sends(
        {
            "Who chaired it": "Head of Children's Delivery Unit",
            "Who attended": ("Head of Safeguarding", "Head of Children's Delivery Unit"),
            "The minutes": "Another clinic costs too much.",
        }
    )
    walk.goes("head-of-delivery-unit")
    walk.duty("Answer the")
    walk.sends({"Your answer": "We wait for the clinic."})
    _is_not_satisfied(walk)
    walk.takes("Escalate to Level 4", {})
    walk.sees("escalated from Level 3 to Level 4")


def _at_level_4(walk: Walk) -> None:
    walk.at("2026-03-27 10:00")
    walk.goes("director")
    walk.follows("Level 4")
    walk.where = walk.page.url
    walk.takes("Give a written adjudication", NOT_UPHELD)
    _is_not_satisfied(walk)
    told: dict[str, Typed] = {
        "Who was told": ("Director of Children's Services",),
        "About what": "Going to the Chief Executive",
        "How they were told": "Email",
    }
    walk.takes("Inform somebody", told)
    walk.takes("Escalate to Level 5", {})
    walk.sees("escalated from Level 4 to Level 5")


def _at_level_5(walk: Walk) -> None:
    walk.at("2026-03-31 10:00")
    walk.goes("chief-executive")
    walk.duty("Decide in writing whether the challenge is upheld")
    walk.sends(NOT_UPHELD)
    _is_not_satisfied(walk, NOT_SATISFIED)
    walk.sees("Level 5")


def _with_cafcass(walk: Walk) -> None:
    walk.at("2026-04-01 10:00")
    walk.goes("head-of-safeguarding")
    walk.duty("Seek legal advice before deciding")
    walk.sends({"Who is asked": "Example Chambers"})
    walk.goes("head-of-safeguarding")
    walk.duty("Seek advice from Cafcass before deciding")
    walk.sends({"Who is asked": "Cafcass"})
    told: dict[str, Typed] = {
        "Who was told": ("Director of Children's Services", "Chief Executive"),
        "About what": "A referral to Cafcass",
        "How they were told": "Letter",
    }
    walk.takes("Inform somebody", told)
    walk.takes(
        "Refer to Cafcass",
        {
            "How you refer it": "In writing",
            "Why you refer it": "The plan is not carried out.",
            "Documents sent with it": "Care plan, alerts, responses",
        },
    )
    walk.sees("With Cafcass", "Ended after", "this clock stands still")
    walk.at("2026-04-22 10:00")
    walk.takes(
        "Record the outcome of the referral",
        {"What they decided": "The council approved the clinic."},
    )
    walk.resolves("Therapy begins on 4 May.", "The child has a first appointment.")
    walk.sees("Ended after")
    walk.sees_not("Met after")


def _consults(walk: Walk, whom: str) -> None:
    walk.takes("Consult somebody", {"Who was consulted": (whom,), "What they advised": "Go on."})


def _is_not_satisfied(walk: Walk, typed: Mapping[str, Typed] = UNSATISFIED) -> None:
    walk.goes("head-of-safeguarding")
    walk.duty("Judge the")
    walk.sends(typed)
