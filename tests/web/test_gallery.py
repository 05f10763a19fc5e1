"""Every part that pages are made of, on one page: right in words, in a browser and for axe-core."""

from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any, cast

import pytest
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path
from playwright.sync_api import Page, ViewportSize, expect

from concord.core.clock.day_line import DayLine, Kind
from concord.web.day_field import DayField
from concord.web.frame import Frame, Link
from tests.support.accessibility import accessibility_findings
from tests.support.chromium import DESKTOP, PHONE

pytestmark = pytest.mark.urls("tests.web.test_gallery")

ON = date(2026, 11, 26)
LINES = (
    DayLine(date(2026, 11, 20), Kind.DAY_0, reason="Day 0, the alert was sent"),
    DayLine(date(2026, 11, 21), Kind.WEEKEND, reason="Saturday"),
    DayLine(date(2026, 11, 24), Kind.ON_HOLD, reason="On hold until 25 November 2026"),
    DayLine(ON, Kind.COUNTED, number=1),
)
STAGES = [
    {"label": "Stage 1", "state": "done", "who": "Team manager", "detail": "Answered 12 November"},
    {"label": "Stage 2", "state": "skipped"},
    {"label": "Stage 3", "state": "current", "who": "Head of service", "href": "/stage-3"},
    {"label": "Cafcass", "state": "ahead"},
]
TYPED = {
    "concern": "\nThe first line\n  <b>the second</b>",
    "issue": "delay",
    "told": ["child"],
    "stage": "2",
    "by_0": "31",
    "by_1": "feb",
    "by_2": "2026",
}


class ConcernForm(forms.Form):
    """A field of each kind."""

    title = forms.CharField(label="Title", error_messages={"required": "Enter a title"})
    concern = forms.CharField(label="Concern", help_text="In your own words", strip=False)
    views = forms.CharField(label="The child’s views", required=False)
    issue = forms.ChoiceField(
        label="Issue",
        choices=[("education", "Education"), ("delay", "Delay")],
        widget=forms.RadioSelect,
    )
    told = forms.MultipleChoiceField(
        label="Who has been told", choices=[("child", "The child"), ("guardian", "The guardian")]
    )
    stage = forms.ChoiceField(label="Stage", choices=[("1", "Stage 1"), ("2", "Stage 2")])
    by = DayField(label="By when", called="The date of the answer")


def _gallery(request: HttpRequest) -> HttpResponse:
    links = (Link("work", "My work", "/", 3), Link("children", "Find a child", "/children"))
    frame = Frame("Priya Shah", "Westmarch (example)", True, links, "/sign-out")
    cast(Any, request).frame = frame
    messages.success(request, "The alert is recorded")
    at = datetime(2026, 11, 26, 15, 5, tzinfo=UTC)
    context = {"on": ON, "at": at, "lines": LINES, "stages": STAGES, "form": ConcernForm(TYPED)}
    template = Path(__file__).with_name("gallery.html").read_text(encoding="utf-8")
    return HttpResponse(engines["jinja2"].from_string(template).render(context, request))


urlpatterns = [path("", _gallery)]


@pytest.fixture
def shown() -> str:
    return " ".join(unescape(Client().get("/").content.decode()).split())


@pytest.mark.django_db
def test_a_page_with_errors_says_so_in_its_title_and_leads_to_each_field(shown: str) -> None:
    assert "<title>Error: Gallery - Concord</title>" in shown
    assert '<a href="#id_title"> Enter a title' in shown.replace('">Enter', '"> Enter')
    assert 'href="#id_by_0"' in shown
    assert 'id="id_by_0"' in shown


@pytest.mark.django_db
def test_the_frame_names_the_person_the_authority_and_that_the_data_are_examples(
    shown: str,
) -> None:
    for said in ("Priya Shah", "Westmarch (example)", "Example data", "The alert is recorded"):
        assert said in shown


@pytest.mark.django_db
def test_a_clock_says_in_words_what_its_bar_shows(shown: str) -> None:
    for said in ("2 working days left", "3 of 5 working days used", "1 working day over"):
        assert said in shown
    assert "20 of 20 working days used" in shown
    assert "No time limit" in shown


@pytest.mark.django_db
def test_a_receipt_says_why_a_day_is_not_counted_and_which_one_is_the_last(shown: str) -> None:
    assert "Not counted: on hold until 25 November 2026" in shown
    assert "Due by the end of this day" in shown.split("Thursday 26 November 2026")[1]


@pytest.mark.django_db
def test_nothing_is_told_by_colour_alone(shown: str) -> None:
    for said in ("Overdue", "Due today", "Due soon", "Done late", "Skipped", "Not reached"):
        assert said in shown


@pytest.mark.django_db
def test_what_was_typed_comes_back_in_its_field(page: Page) -> None:
    page.goto("/")
    assert page.locator("#id_concern").input_value() == TYPED["concern"]
    assert page.get_by_label("Delay").is_checked()
    assert page.get_by_label("The child", exact=True).is_checked()
    assert page.locator("#id_stage").input_value() == "2"
    assert page.locator("#id_by_1").input_value() == "feb"


@pytest.mark.django_db
@pytest.mark.parametrize("width", [DESKTOP["width"], 640, PHONE["width"], 320])
def test_axe_core_finds_nothing_and_nothing_is_wider_than_the_screen(
    page: Page, width: int
) -> None:
    page.set_viewport_size(ViewportSize(width=width, height=800))
    page.goto("/")
    assert accessibility_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.django_db
def test_the_menu_of_a_phone_opens_at_a_press(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/")
    child = page.get_by_role("link", name="Find a child")
    expect(child).to_be_hidden()
    page.get_by_role("button", name="main menu").click()
    expect(child).to_be_visible()


@pytest.mark.django_db
def test_every_file_that_a_page_asks_for_is_there(page: Page) -> None:
    answers: dict[str, int] = {}
    page.on("response", lambda response: answers.update({response.url: response.status}))
    page.goto("/", wait_until="networkidle")
    assert len(answers) >= 7
    assert {url: status for url, status in answers.items() if status >= 400} == {}
