"""The screen of a journey: what is pressed, followed, typed and seen on it, and its clock.

Every kind of page that comes is looked at once by axe-core, at each width.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from concord.core.clock.london import LONDON
from tests.support.accessibility import accessibility_findings

PATIENCE = 30_000  # milliseconds: a busy machine is slow, and that is no failure
Typed = str | date | tuple[str, ...]

_NUMBERED = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|/dates/.*")
_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Clock:
    """The instant that the service takes for now."""

    instant: datetime = datetime(2026, 3, 2, 10, tzinfo=UTC)

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return self.instant


@dataclass
class Screen:
    """A browser at the service, its clock, and the kinds of pages that were looked at."""

    page: Page
    clock: Clock
    address: str
    looked: set[tuple[str, int]]

    def at(self, text: str) -> None:
        """Move time on to a moment in London, "2026-03-09 10:00"."""
        self.clock.instant = datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)

    def opens(self, path: str) -> None:
        """Open a page by its address."""
        self.page.goto(path)
        self.looks()

    def heading(self, words: str) -> Locator:
        """The heading of the page that holds these words."""
        return self.page.get_by_role("heading", name=words)

    def presses(self, name: str) -> None:
        """Press the button, or what looks like one, with this name; the next page comes."""
        self.comes_by(self.page.get_by_role("button", name=name, exact=True).first)

    def follows(self, name: str) -> None:
        """Follow the first link whose name holds these words."""
        self.comes_by(self.page.get_by_role("main").get_by_role("link", name=name).first)

    def fills(self, typed: Mapping[str, Typed]) -> None:
        """Fill in fields by their labels: words, one choice, several choices, or a day."""
        for label, value in typed.items():
            self._fill(label, value)

    def sees(self, *words: str) -> None:
        """Expect each of these words somewhere in the main part of the page."""
        for each in words:
            expect(self.page.get_by_role("main")).to_contain_text(each)

    def sees_not(self, words: str) -> None:
        """Expect these words nowhere on the page."""
        expect(self.page.get_by_role("main")).not_to_contain_text(words)

    def looks(self) -> None:
        """Let axe-core look, and see that nothing is wider than the screen; once for each kind."""
        size = self.page.viewport_size or {"width": 0}
        kind = (_kind(urlsplit(self.page.url).path, self.page.title()), size["width"])
        if kind in self.looked:
            return
        found = accessibility_findings(self.page)
        assert not found, found
        assert self.page.evaluate(_WIDER) == 0, f"{self.page.url} is wider than the screen"
        self.looked.add(kind)

    def comes_by(self, target: Locator) -> None:
        """Press something that leads to another page, and look at that page."""
        with self.page.expect_event("load"):
            target.click()
        self.looks()

    def _named(self, role: Literal["group", "textbox", "combobox"], label: str) -> Locator:
        """What has this label, or this label and the word that it is optional."""
        optional = self.page.get_by_role(role, name=f"{label} (optional)", exact=True)
        return self.page.get_by_role(role, name=label, exact=True).or_(optional)

    def _fill(self, label: str, value: Typed) -> None:
        group = self._named("group", label)
        if isinstance(value, date):
            for part, number in (("Day", value.day), ("Month", value.month), ("Year", value.year)):
                group.get_by_label(part, exact=True).fill(str(number))
        elif isinstance(value, tuple):
            for each in value:
                group.get_by_label(each, exact=True).check()
        elif group.count():
            group.get_by_label(value, exact=True).check()
        elif self._named("combobox", label).count():
            self._named("combobox", label).select_option(label=value)
        else:
            self._named("textbox", label).fill(value)


def _kind(path: str, title: str) -> str:
    """The pages of a step and of raising have their own titles; other pages, their own paths."""
    return title if "/raise" in path or "/steps/" in path else _NUMBERED.sub("-", path)
