"""What the forms of steps call things."""

import re
from uuid import UUID

from tests.support.cast import Cast
from tests.web.showing import shown


def test_one_matter_to_choose_keeps_its_question_and_a_way_out(cast: Cast, formal: UUID) -> None:
    page = shown(cast.client("iro").get(f"/disputes/{formal}/steps/inform")).text
    legend = re.search(r"<legend class=\"([^\"]*)\">\s*About what \(optional\)", page)
    assert legend
    assert "visually-hidden" not in legend[1]
    assert "Something else" in page


def test_one_box_to_tick_says_its_question_once(cast: Cast) -> None:
    page = shown(cast.client("iro").get(f"/children/{cast.child}/raise")).text
    legend = re.search(r"<legend class=\"([^\"]*)\">\s*There are current court proceedings", page)
    assert legend
    assert "visually-hidden" in legend[1]


def test_the_page_to_check_names_the_step_as_its_council_does(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    form = shown(client.get(f"/disputes/{formal}/steps/answer"))
    assert "Dispute 1: Answer the Management Alert" in form.sends(client, text="Monday.").text
