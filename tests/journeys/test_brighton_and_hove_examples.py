"""The five worked examples of the document, clicked through in the browser as they are written."""

import pytest

from tests.journeys.clicking import Clicker, story_of
from tests.journeys.screen import Screen
from tests.journeys.walking import Walk


@pytest.mark.clauses("BRH-EXAMPLE-1", "BRH-EXAMPLE-2", "BRH-EXAMPLE-3")
@pytest.mark.clauses("BRH-EXAMPLE-4", "BRH-EXAMPLE-5")
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_worked_example_goes_through_the_pages_as_it_is_written(
    screen: Screen, number: int
) -> None:
    story = story_of(f"brighton-and-hove-example-{number}")
    clicker = Clicker(Walk.under("brighton-and-hove", screen))
    taken = clicker.plays(story)
    wanted = [act for act in story.acts if act.proposal and not act.expect]
    assert taken == len(wanted) > 5
    walk = clicker.walk
    walk.opens(clicker.dispute)
    walk.sees("Resolved")
