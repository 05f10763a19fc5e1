"""What the forms of steps call things."""

import re
from uuid import UUID

import pytest

from concord.core.protocol.vocabulary import ChildStatus
from tests.support.cast import Cast, cast_of
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


def test_where_it_begins_is_asked_only_where_there_is_a_choice_and_then_needed(cast: Cast) -> None:
    pk = cast.raises("iro")
    page = shown(cast.client("iro").get(f"/disputes/{pk}/steps/issue-alert")).text
    assert "Where it begins" in page
    assert "Where it begins (optional)" not in page
    assert "Why it begins there (optional)" in page


@pytest.mark.parametrize(
    ("role", "status", "asked"),
    [
        ("iro", ChildStatus.IN_CARE, False),
        ("cp-chair", ChildStatus.CHILD_PROTECTION, True),
    ],
)
def test_why_it_begins_there_is_asked_of_those_whose_way_in_needs_it(
    db: None, still: None, role: str, status: ChildStatus, asked: bool
) -> None:
    cast = cast_of("lambeth", status=status)
    pk = cast.raises(role)
    page = shown(cast.client(role).get(f"/disputes/{pk}/steps/issue-alert")).text
    assert "Where it begins" in page
    assert ("Why it begins there" in page) is asked
