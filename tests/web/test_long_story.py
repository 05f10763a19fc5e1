"""A long story is short on the page: its end first, the beginning unfolds, and paper has it all."""

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.support.accessibility import accessibility_findings
from tests.support.cast import MONDAY, WORD, Cast
from tests.support.chromium import PHONE

NOTES = 12


@pytest.fixture
def long(cast: Cast, formal: UUID) -> str:
    """The address of a dispute with many entries."""
    for n in range(NOTES):
        at = MONDAY + timedelta(minutes=30 + n)
        cast.does("iro", formal, "write case note", at=at, text=f"Note {n}.")
    return f"/disputes/{formal}"


def _signed_in(page: Page, cast: Cast) -> None:
    page.goto("/sign-in")
    page.get_by_label("User name").fill(cast.username("iro"))
    page.get_by_label("Password", exact=True).fill(WORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_short_story_is_not_folded(cast: Cast, formal: UUID) -> None:
    assert "earlier entr" not in cast.client("iro").get(f"/disputes/{formal}").content.decode()


def test_the_end_of_a_long_story_is_seen_first_and_its_beginning_unfolds(
    page: Page, live_server: LiveServer, cast: Cast, long: str
) -> None:
    _signed_in(page, cast)
    page.set_viewport_size(PHONE)
    page.goto(long)
    first = page.get_by_role("heading", name="raised a concern")
    expect(page.get_by_text("Note 11.")).to_be_visible()
    expect(first).to_be_hidden()
    page.get_by_role("group").get_by_text("earlier entries").click()
    expect(first).to_be_visible()
    assert accessibility_findings(page) == []


def test_a_link_to_an_entry_that_is_folded_away_unfolds_it(
    page: Page, live_server: LiveServer, cast: Cast, long: str
) -> None:
    _signed_in(page, cast)
    page.goto(f"{long}#entry-1")
    expect(page.get_by_role("heading", name="raised a concern")).to_be_in_viewport()


def test_a_phone_offers_the_way_to_what_one_can_do_and_to_what_happened(
    page: Page, live_server: LiveServer, cast: Cast, long: str
) -> None:
    _signed_in(page, cast)
    page.set_viewport_size(PHONE)
    page.goto(long)
    for name in ("What you can do now", "What happened"):
        page.get_by_role("navigation", name="On this page").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name)).to_be_in_viewport()


def test_paper_has_the_whole_story(
    page: Page, live_server: LiveServer, cast: Cast, long: str
) -> None:
    _signed_in(page, cast)
    page.goto(long)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="raised a concern")).to_be_visible()
    expect(page.get_by_text("earlier entries")).to_be_hidden()
