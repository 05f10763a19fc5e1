"""Southampton: three managers share the 20 working days, and then it goes to Cafcass."""

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

CONCERN: dict[str, Typed] = {
    "What you are concerned about": "The second review is two months late.",
    "The outcome you want for the child": "A review.",
    "Who you raise it with": ("Social worker",),
}


def test_a_review_that_is_not_held_goes_to_cafcass_and_is_resolved(screen: Screen) -> None:
    walk = Walk.under("southampton", screen)
    _begins_at_the_team_manager(walk)
    _goes_up_to_the_deputy_director(walk)
    _goes_to_cafcass(walk)


def _begins_at_the_team_manager(walk: Walk) -> None:
    walk.at("2026-05-07 10:00")
    walk.goes("iro")
    walk.raises(CONCERN, "At Team Manager stage: issue the alert now")
    walk.says_what_came_before(
        {
            "Who you talked with": ("Social worker", "Team Manager"),
            "How you talked": "Video call",
            "What was said": "No date is found.",
        }
    )
    walk.confirms(RAISED)
    walk.sees("Team Manager stage", "5 Jun 2026")
    walk.follows("Make sure that the child")
    walk.sends({"How they were told": "Face to face"})


def _goes_up_to_the_deputy_director(walk: Walk) -> None:
    walk.at("2026-05-13 10:00")
    walk.goes("team-manager")
    walk.duty("Answer the")
    walk.sends({"Your answer": "A date in July."})
    _is_not_satisfied(walk)
    up = {"Where it goes": "Head of Service stage", "Why it escalates": "July is too late."}
    walk.takes("Escalate", up)
    walk.sees("escalated from the Team Manager stage to the Head of Service stage")
    walk.at("2026-05-21 10:00")
    walk.goes("head-of-service")
    walk.duty("Answer the")
    walk.sends({"Your answer": "A date at the end of June."})
    _is_not_satisfied(walk)
    walk.takes(
        "Escalate to Deputy Director stage",
        {"Why it escalates": "School places are given on 15 June."},
    )
    walk.at("2026-06-05 17:00")
    walk.goes("deputy-director")
    walk.duty("Answer the")
    walk.sends({"Your answer": "The last week of June."})
    _is_not_satisfied(walk)


def _goes_to_cafcass(walk: Walk) -> None:
    walk.at("2026-06-08 09:00")
    walk.takes(
        "Consult somebody", {"Who was consulted": ("Lead IRO",), "What they advised": "Refer."}
    )
    walk.takes(
        "Refer to Cafcass",
        {
            "How you refer it": "By telephone",
            "Why you refer it": "The authority is in breach of its duty to review.",
        },
    )
    walk.sees("With Cafcass")
    walk.at("2026-06-12 12:00")
    walk.takes(
        "Record the outcome of the referral",
        {"What they decided": "The review is held on 12 June."},
    )
    walk.resolves("The review was held.", "The child has a school place.")


def _is_not_satisfied(walk: Walk) -> None:
    walk.goes("iro")
    walk.duty("Judge the")
    walk.sends({"Are you satisfied with the answer?": "No", "Your reasons": "It is too late."})
