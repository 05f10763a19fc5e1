"""Plays a story in the browser: each act by its own form, filled in and confirmed by its person.

An act that the story expects to be refused has to be refused on the page too, and nothing of it is
recorded. Fields are found by their names, so that every story can be clicked through as it stands.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

from concord.core.child.events import ChildEvent
from concord.core.dispute.events import Action, ConcernRaised
from concord.core.record.envelope import Event
from concord.core.record.fields import described
from concord.core.story.model import Act, Story
from concord.core.story.read import read_story
from tests.journeys.walking import Walk


def story_of(name: str) -> Story:
    """A story of those beside the journeys."""
    file = Path(__file__).with_name("stories") / f"{name}.yaml"
    return read_story(file.read_text(encoding="utf-8"), file=file.name)


@dataclass
class Clicker:
    """One story on its way through the browser: whose turn it is, and the dispute's address."""

    walk: Walk
    role: str = ""
    dispute: str = field(default="", init=False)
    taken: int = field(default=0, init=False)

    def plays(self, story: Story) -> int:
        """Click through every act. Out: how many were recorded."""
        for act in story.acts:
            self.walk.at(f"{act.at:%Y-%m-%d %H:%M}")
            self.walk.sweeps()
            if act.proposal is not None:
                self._act(act, act.proposal)
        return self.taken

    def _act(self, act: Act, event: Event) -> None:
        if act.by != self.role:
            self.walk.goes(act.by)
            self.role = act.by
        self.walk.opens(self._address(act, event))
        refused = act.expect not in ("", "accepted")
        if not (refused and self._says_no()):
            self._fills(event)
            self.walk.presses("Continue")
        if refused:
            assert self._says_no(), f"act {act.number} is not refused on the page"
            return
        if isinstance(event, ConcernRaised):
            self.walk.page.locator('[name="begin"][value="informal"]').check()
            self.walk.presses("Continue")
        self.walk.presses("Confirm and send")
        expect(self.walk.heading("Check before you send")).to_have_count(0)
        self.taken += 1
        if isinstance(event, ConcernRaised):
            self.dispute = urlsplit(self.walk.page.url).path

    def _address(self, act: Act, event: Event) -> str:
        child = f"/children/{self.walk.cast.child}"
        if isinstance(event, ConcernRaised):
            return f"{child}/raise"
        of = child if isinstance(event, ChildEvent) else self.dispute
        return f"{of}/steps/{act.verb.replace(' ', '-')}"

    def _says_no(self) -> bool:
        """Whether the page refuses: the whole step, or what was typed in it."""
        page = self.walk.page
        return page.locator(".cc-refusal, .govuk-error-summary").count() > 0

    def _fills(self, event: Event) -> None:
        about = described(type(event))
        for each in fields(event):
            value = getattr(event, each.name)
            if about[each.name].given and value not in ("", None, (), 0, False):
                self._fill(each.name, value)

    def _fill(self, name: str, value: Any) -> None:
        if isinstance(value, tuple) and value and isinstance(value[0], Action):
            for index, action in enumerate(value):
                self._fill_action(f"{name}-{index}", action)
        elif isinstance(value, date):
            self._day([f"{name}_{part}" for part in range(3)], value)
        elif isinstance(value, tuple):
            for one in value:
                self._one(name, str(one))
        else:
            self._one(name, "yes" if value is True else str(value))

    def _fill_action(self, row: str, action: Action) -> None:
        self._one(f"{row}-what", action.what)
        if action.by:
            self._one(f"{row}-by", action.by)
        if action.on:
            self._day([f"{row}-{part}" for part in ("day", "month", "year")], action.on)

    def _day(self, names: list[str], on: date) -> None:
        for name, part in zip(names, (on.day, on.month, on.year), strict=True):
            self._one(name, str(part))

    def _one(self, name: str, value: str) -> None:
        """Fill in one field; one that the form leaves out, having one choice alone, is let be."""
        found = self.walk.page.locator(f'main [name="{name}"]')
        if not found.count():
            return
        kind = found.first.evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName")
        if kind in ("radio", "checkbox"):
            self.walk.page.locator(f'main [name="{name}"][value="{value}"]').check()
        elif kind == "SELECT":
            found.select_option(value=value)
        else:
            found.fill(value)
