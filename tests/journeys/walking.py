"""How a journey goes through the service: who is at the screen, when, and what they do there.

walk.goes("iro")                                  # to their work page
walk.duty("Answer the Management Alert")          # from the work page to the form
walk.sends({"Your answer": "It begins on Monday."})
walk.at("2026-03-09 10:00")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

from django.conf import settings
from playwright.sync_api import Locator, expect

from concord.casework.actions.time import Swept, sweep_deadlines, sweep_reminders
from concord.core.dispute.own_words import own
from concord.core.protocol.shipped import shipped
from tests.journeys.screen import Screen, Typed
from tests.support.cast import WORD, Cast, cast_of

RAISED = "The concern is raised"
INFORMALLY = "Informally: talk about it first"
BEFORE_FORMAL = "Before the formal process begins"


@dataclass
class Walk(Screen):
    """One browser in which the people of an authority take turns."""

    cast: Cast
    where: str = field(default="", init=False)

    @classmethod
    def under(cls, protocol: str, screen: Screen) -> Self:
        """Begin a journey in an authority that works under a shipped protocol."""
        cast = cast_of(protocol)
        return cls(screen.page, screen.clock, screen.address, screen.looked, cast)

    def signs_in(self, role: str) -> None:
        """Sign in by the form, and arrive at the work page."""
        self.page.goto("/")
        self.looks()
        self.page.get_by_label("User name").fill(self.cast.username(role))
        self.page.get_by_label("Password", exact=True).fill(WORD)
        self.presses("Sign in")
        expect(self.heading("My work")).to_be_visible()

    def sweeps(self) -> Swept:
        """Let time do its part, as the service does by itself every few moments."""
        sweep_reminders(at=self.clock.now(), most=100)
        return sweep_deadlines(at=self.clock.now(), most=100)

    def goes(self, role: str) -> None:
        """Let the person of a role take over the browser, on their work page."""
        cookie = self.cast.client(role).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.address}]
        )
        self.opens("/")

    def duty(self, what: str) -> None:
        """Follow a duty from the work page to the dispute, and there to its form."""
        self.follows(what)
        self.where = self.page.url
        self.follows(what)

    def step(self, name: str) -> None:
        """Open a step from the dispute's page, by its button or its link."""
        self.opens(self.where)
        self.comes_by(self._offered(self.own(name)).first)

    def _offered(self, name: str) -> Locator:
        main = self.page.get_by_role("main")
        buttons = main.get_by_role("button", name=name, exact=True)
        return buttons.or_(main.get_by_role("link", name=name, exact=True))

    def own(self, words: str) -> str:
        """Words of a page as this authority's protocol has them."""
        return own(shipped(self.cast.protocol), words)

    def fills(self, typed: Mapping[str, Typed]) -> None:
        """Fill in a form, whose labels are in this authority's words."""
        super().fills({self.own(label): each for label, each in typed.items()})

    def sends(self, typed: Mapping[str, Typed]) -> None:
        """Fill in a step's form, read the check page, confirm; the dispute's page comes."""
        self.fills(typed)
        self.presses("Continue")
        expect(self.heading("Check before you send")).to_be_visible()
        self.confirms()

    def confirms(self, done: str = "Recorded: ") -> None:
        """Confirm what the check page shows; the dispute's page comes, and says what is done."""
        self.presses("Confirm and send")
        expect(self.page.get_by_text(done)).to_be_visible()
        self.where = self.page.url

    def takes(self, name: str, typed: Mapping[str, Typed]) -> None:
        """Open a step by its name and send it."""
        self.step(name)
        self.sends(typed)

    def explains(self) -> None:
        """Record of all that the child is still to be told why it is not, so that it can end."""
        self.opens(self.where)
        while not self._offered("Resolve").count():
            self.step("Record why the child is not told")
            again = (self.clock.instant + timedelta(days=60)).date()
            self.sends({"Why not": "Not now.", "The date on which you look at this again": again})

    def resolves(self, outcome: str, impact: str) -> None:
        """Resolve the dispute; the review is not reconvened."""
        typed = {
            "The outcome": outcome,
            "What this changed for the child": impact,
            "Is the review to be reconvened to confirm changes?": "No",
        }
        self.explains()
        self.takes("Resolve", typed)
        self.sees("Resolved", impact)

    def raises(self, concern: Mapping[str, Typed], begin: str = INFORMALLY) -> None:
        """Raise a concern from the work page: find the child, say what, where it begins.

        What comes is the page to check it on; for a stage, the page of what comes before that.
        """
        self.presses("Raise a concern")
        self.follows("Example Child")
        self.presses("Raise a concern")
        self.fills(concern)
        self.presses("Continue")
        expect(self.heading("Where does it begin?")).to_be_visible()
        self.fills({"Where does it begin?": begin})
        self.presses("Continue")
        next_page = "Check your answers" if begin == INFORMALLY else BEFORE_FORMAL
        expect(self.heading(next_page)).to_be_visible()

    def says_what_came_before(self, before: Mapping[str, Typed]) -> None:
        """Fill in what the protocol asks for before the formal process; the check page comes."""
        self.fills(before)
        self.presses("Continue")
        expect(self.heading("Check your answers")).to_be_visible()

    @property
    def goes_formal(self) -> str:
        """What going formal is called in this authority's words."""
        return f"Go formal and issue the {shipped(self.cast.protocol).labels.alert}"
