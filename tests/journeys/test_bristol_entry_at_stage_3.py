"""Bristol: serious concern for a child enters at Stage 3, over the heads of two managers."""

from datetime import date

from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("The child's safety and protection",),
    "What you are concerned about": "The child was moved overnight to an unchecked home.",
    "The outcome you want for the child": "A safe placement tonight.",
    "The date by which it should be resolved": date(2026, 7, 10),
    "There are current court proceedings": ("There are current court proceedings",),
}
BEGIN = "At Stage 3: issue the Management Alert now"
WHY = {"Why it begins at Stage 3": "The child is not safe tonight."}
TOLD_FIRST = "Inform the senior reviewing officer before entering at Stage 3"


def test_a_serious_concern_begins_at_stage_3_and_is_resolved_there(screen: Screen) -> None:
    walk = Walk.under("bristol", screen)
    walk.at("2026-07-10 15:00")
    _raises(walk)
    walk.at("2026-07-10 18:30")
    _answers(walk)
    walk.at("2026-07-13 09:00")
    _resolves(walk)


def _raises(walk: Walk) -> None:
    walk.goes("iro")
    walk.raises(CONCERN, BEGIN)
    walk.fills(WHY)
    walk.presses("Continue")
    walk.sees("There is a problem", "enter what you told them")
    walk.says_what_came_before({TOLD_FIRST: "The child is not safe tonight."})
    walk.sees("17 July 2026", "24 July 2026", "7 August 2026")
    walk.confirms(RAISED)
    walk.sees("Stage 3", "Court proceedings", "Skipped", "17 Jul 2026")
    walk.sees("Tell the Children's Guardian", "Consider whether the process for allegations")


def _answers(walk: Walk) -> None:
    for passed_over in ("social-worker", "team-manager"):
        walk.goes(passed_over)
        walk.sees("Nothing is waiting for you")
    walk.goes("service-manager")
    walk.duty("Answer the Management Alert in writing (Stage 3)")
    walk.sends(
        {
            "Which kind of answer": "An acceptable resolution",
            "Your answer": "The child is with checked carers tonight.",
        }
    )


def _resolves(walk: Walk) -> None:
    walk.goes("iro")
    walk.duty("Consider whether the process for allegations against staff is needed")
    walk.sends({"What you decided, and why": "It is reported to the designated officer."})
    walk.goes("iro")
    walk.duty("Judge the response (Stage 3)")
    walk.sends({"Are you satisfied with the answer?": "Yes", "Your reasons": "The child is safe."})
    walk.explains()
    walk.takes(
        "Resolve",
        {
            "The outcome": "Checked carers.",
            "What this changed for the child": "The child was safe the same night.",
            "Is the review to be reconvened to confirm changes?": "Yes",
        },
    )
    walk.sees("Resolved", "the review is to be reconvened")
    walk.takes(
        "Call or reconvene a review",
        {
            "Which review": "Reconvene the review, to confirm changes",
            "Why": "To confirm the placement in the plan.",
            "The date of the review": date(2026, 7, 20),
        },
    )
    walk.sees("reconvened the review")
