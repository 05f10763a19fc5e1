"""A care plan for the court: raised with several at once, or with somebody in their place."""

import pytest
from playwright.sync_api import expect

from tests.journeys.clicking import Clicker, story_of
from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("The child's needs in the revised plan are not met",),
    "What you are concerned about": "The plan and the assessment differ.",
    "The outcome you want for the child": "The plan follows the assessment.",
    "There are current court proceedings": ("There are current court proceedings",),
}
ALL_THREE: dict[str, Typed] = {
    "Who you raise it with": ("Social worker", "Team Manager", "Head of Service")
}
INSTEAD: dict[str, Typed] = {"Who you raise it with": ("Deputy Director of Children's Services",)}


@pytest.mark.clauses("BRH-COURT-PARALLEL", "BRH-COURT-COMPRESSED", "BRH-COURT-KEEP-INFORMED")
@pytest.mark.clauses("SOU-COURT-PARALLEL", "SOU-COURT-FALLBACK", "SOU-COURT-INFORM")
@pytest.mark.parametrize(
    ("protocol", "name"),
    [
        ("brighton-and-hove", "brighton-and-hove-the-court"),
        ("southampton", "southampton-the-court"),
        ("southampton", "southampton-nobody-could-be-reached"),
    ],
)
def test_each_story_of_the_court_goes_through_the_pages(
    screen: Screen, protocol: str, name: str
) -> None:
    story = story_of(name)
    clicker = Clicker(Walk.under(protocol, screen))
    wanted = [act for act in story.acts if act.proposal and not act.expect]
    assert clicker.plays(story) == len(wanted) > 2


@pytest.mark.clauses("SOU-COURT-PARALLEL", "SOU-COURT-INFORM")
def test_a_concern_goes_to_three_at_once_and_the_court_learns_of_it(screen: Screen) -> None:
    walk = Walk.under("southampton", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.raises(CONCERN | ALL_THREE)
    walk.sees("Social worker\nTeam Manager\nHead of Service")
    walk.confirms(RAISED)
    dispute = walk.where
    for role in ("social-worker", "team-manager", "head-of-service"):
        walk.goes(role)
        walk.sees("Respond to the concern and agree what will be done")
    walk.goes("iro")
    walk.where = dispute
    talk: dict[str, Typed] = {
        "Who you talked with": ("Head of Service",),
        "How you talked": "Telephone",
        "What was said": "The plan stays.",
    }
    walk.takes("Record a conversation", talk)
    typed: dict[str, Typed] = {
        "What remains of concern": "They differ.",
        "The outcome you want for the child": "The plan follows the assessment.",
    }
    walk.takes(walk.goes_formal, typed)
    walk.goes("team-manager")
    walk.duty("Answer the alert in writing")
    walk.sends({"Your answer": "The plan stays."})
    walk.goes("iro")
    walk.duty("Judge the answer")
    walk.sends({"Are you satisfied with the answer?": "No", "Your reasons": "No reason."})
    walk.goes("iro")
    walk.duty("Settle with the Lead IRO whether the court should know")
    walk.sends({"What they advised": "It should know."})
    walk.goes("iro")
    walk.duty("write down how it was informed")
    walk.sends({"What you decided, and why": "The Guardian tells the court."})
    walk.sees("The Guardian tells the court.")


@pytest.mark.clauses("SOU-COURT-FALLBACK")
def test_failing_all_three_the_deputy_director_is_asked_and_the_record_says_why(
    screen: Screen,
) -> None:
    walk = Walk.under("southampton", screen)
    walk.at("2026-03-02 10:00")
    walk.goes("iro")
    walk.presses("Raise a concern")
    walk.follows("Example Child")
    walk.presses("Raise a concern")
    walk.sees("During court proceedings: only when none of the others can be reached")
    walk.fills(CONCERN | INSTEAD)
    walk.presses("Continue")
    walk.sees("says why nobody else could be reached")
    walk.fills({"Why none of the others could be reached": "All three are on leave."})
    walk.presses("Continue")
    expect(walk.heading("Where does it begin?")).to_be_visible()
    walk.fills({"Where does it begin?": "Informally: talk about it first"})
    walk.presses("Continue")
    walk.confirms(RAISED)
    walk.sees("All three are on leave.")
    walk.goes("deputy-director")
    walk.duty("Respond to the concern")
