"""What a child asks of the reviewing officer, and the answer."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import How
from concord.core.dispute.words import Words, by_way
from concord.core.record.fields import asked, words
from concord.core.record.text import Text

Wish = Literal["to challenge something", "to account for what was done", ""]


@dataclass(frozen=True, slots=True)
class ChildAsked(ChildEvent):
    """A child asks for a challenge, or asks the reviewing officer to account for something."""

    KIND: ClassVar[str] = "child.asked"
    VERB: ClassVar[str] = "record request"
    LABEL: ClassVar[str] = "Record what the child asks for"
    wish: Wish = asked("What the child asks for", source="wishes", needed=True)
    text: Text = words("In the child's own words", hint="As near to them as you can")

    def sentence(self, who: str, words: Words) -> str:
        officer = words.roles(words.protocol.raisers, last="or")
        return f"{who} recorded that the child asks {officer} {self.wish}"


@dataclass(frozen=True, slots=True)
class ChildAnswered(ChildEvent):
    """The child has an answer to what it asked for."""

    KIND: ClassVar[str] = "child.answered"
    VERB: ClassVar[str] = "answer request"
    LABEL: ClassVar[str] = "Record the answer to the child"
    request: int = asked("To which request", source="open requests", needed=True, default=0)
    text: Text = words("What the child was told")
    how: How = asked("How the child was told", source="how", needed=True)

    def sentence(self, who: str, words: Words) -> str:
        del words
        how = f", {by_way(self.how)}" if self.how else ""
        return f"{who} answered request {self.request} of the child{how}"
