"""A step that is refused now: nobody fills in a form that cannot be sent."""

from datetime import timedelta
from html import unescape
from uuid import UUID

from tests.support.cast import MONDAY, Cast
from tests.web.showing import shown


def test_a_step_that_nothing_typed_would_allow_shows_why_and_no_form(
    cast: Cast, formal: UUID
) -> None:
    page = shown(cast.client("iro").get(f"/disputes/{formal}/steps/place-hold"))
    assert page.status == 200
    assert "This step is not possible now" in page.text
    assert "What would allow it:" in page.text
    assert "<textarea" not in page.text


def test_a_step_that_another_choice_would_allow_shows_why_and_the_form(
    cast: Cast, formal: UUID
) -> None:
    at = MONDAY + timedelta(minutes=30)
    cast.does("social-worker", formal, "answer", at=at, text="No.")
    page = shown(cast.client("iro").get(f"/disputes/{formal}/steps/escalate"))
    assert page.status == 200
    assert "This step is not possible now" in page.text
    assert 'name="to"' in page.text


def test_what_comes_first_names_the_step_that_records_it(cast: Cast, formal: UUID) -> None:
    at = MONDAY + timedelta(minutes=30)
    cast.does("social-worker", formal, "answer", at=at, text="No.")
    cast.does("iro", formal, "judge", at=at + timedelta(minutes=1), satisfied="no")
    page = unescape(shown(cast.client("iro").get(f"/disputes/{formal}/steps/escalate")).text)
    assert "This comes first: inform the senior reviewing officer" in page
    assert 'record it with the step "Inform somebody"' in page


def test_one_way_up_is_named_on_the_step(cast: Cast, formal: UUID) -> None:
    page = shown(cast.client("iro").get(f"/disputes/{formal}/steps/escalate"))
    assert page.title.startswith("Escalate - ")
    informed = {"whom": ["senior-reviewing-officer"]}
    at = MONDAY + timedelta(minutes=30)
    cast.does("social-worker", formal, "answer", at=at, text="No.")
    cast.does("iro", formal, "judge", at=at + timedelta(minutes=1), satisfied="no")
    cast.does("iro", formal, "inform", at=at + timedelta(minutes=2), **informed)
    cast.does("iro", formal, "escalate", at=at + timedelta(minutes=3), to="stage-2")
    page = shown(cast.client("iro").get(f"/disputes/{formal}/steps/escalate"))
    assert page.title.startswith("Escalate to Stage 3 - ")
