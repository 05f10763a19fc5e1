"""What every journey starts with: a screen at the running service, and a clock that it moves."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from concord.web import clock as clock_of_pages
from tests.journeys.screen import PATIENCE, Clock, Screen


@pytest.fixture(scope="session")
def looked() -> set[tuple[str, int]]:
    """The kinds of pages, each with a width, that this run has looked at."""
    return set()


@pytest.fixture
def screen(
    page: Page,
    live_server: LiveServer,
    looked: set[tuple[str, int]],
    monkeypatch: pytest.MonkeyPatch,
) -> Screen:
    """A screen of desktop size; its clock stands still until the journey moves it."""
    clock = Clock()
    monkeypatch.setattr(clock_of_pages, "now", clock.now)
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    return Screen(page, clock, live_server.url, looked)
