"""Finding a child, and what the page of a child shows."""

from datetime import timedelta
from html import unescape
from uuid import UUID

from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.support.cast import MONDAY, WORD, Cast, cast_of
from tests.web.showing import shown


def test_a_list_that_is_cut_says_so_and_a_whole_one_does_not(db: None, still: None) -> None:
    cast = cast_of("bristol", names=tuple(f"Example {n:02}" for n in range(21)))
    client: Client = cast.client("iro")
    page = shown(client.get("/children"))
    assert "The first 20 children by name" in page.text
    assert "If the child is not here" in page.text
    found = shown(client.post("/children", {"words": "Example 07"}, follow=True))
    assert ">1 child<" in found.text
    assert "The first" not in found.text


def test_the_way_back_leads_to_what_was_found_and_no_name_is_in_its_address(
    page: Page, live_server: LiveServer, still: None
) -> None:
    cast = cast_of("bristol", names=("Asha Example", "Wei Example"))
    page.goto("/sign-in")
    page.get_by_label("User name").fill(cast.username("iro"))
    page.get_by_label("Password", exact=True).fill(WORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/children")
    page.get_by_label("Name or reference").fill("asha")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Asha Example").click()
    expect(page.get_by_role("heading", name="Asha Example")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Asha Example")).to_be_visible()
    expect(page.get_by_role("link", name="Wei Example")).to_have_count(0)
    assert "asha" not in page.url.lower()


def test_a_search_of_another_person_or_of_another_day_shows_all_children(cast: Cast) -> None:
    found = cast.client("iro").post("/children", {"words": "nobody"})
    assert "No child found" not in shown(cast.client("iro").get(found["Location"])).text


def test_a_childs_page_shows_what_is_owed_to_whoever_has_a_part(cast: Cast, formal: UUID) -> None:
    for role in ("iro", "social-worker"):
        page = shown(cast.client(role).get(f"/children/{cast.child}")).text
        assert "Answer the Management Alert in writing (Stage 1)" in page
        assert f'href="/disputes/{formal}/dates/2:answer"' in page


def test_what_is_owed_in_private_is_not_on_the_childs_page_of_the_line(
    cast: Cast, formal: UUID
) -> None:
    hour = MONDAY + timedelta(hours=1)
    to = {"to": "cafcass", "decision": "refer", "reasons": "No answer helps."}
    cast.does("iro", formal, "consider referral", at=hour, **to)
    iro = shown(cast.client("iro").get(f"/children/{cast.child}")).text
    line = shown(cast.client("social-worker").get(f"/children/{cast.child}")).text
    assert "legal advice" in unescape(iro)
    assert "legal advice" not in unescape(line)


def test_a_duty_to_do_something_agreed_says_what_it_is(cast: Cast, formal: UUID) -> None:
    hour = MONDAY + timedelta(hours=1)
    action = {"what": "Book the therapy room.", "by": "social-worker", "on": "2026-03-06"}
    cast.does("iro", formal, "agree actions", at=hour, actions=[action])
    client = cast.client("social-worker")
    for path in (
        f"/children/{cast.child}",
        f"/disputes/{formal}/steps/report-action?duty=action:1",
    ):
        assert "Book the therapy room." in shown(client.get(path)).text
    table, *_ = shown(client.get(f"/disputes/{formal}")).text.split("What it is about")
    assert "Book the therapy room." in table
