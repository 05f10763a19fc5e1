"""A significant change for a child, and whether the review is brought forward for it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.child.events.base import ChildEvent
from concord.core.dispute.events.base import YesNo
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class ChangeNotified(ChildEvent):
    """The chair of the child's reviews is notified of a significant change.

    `label` is what the protocol called the kind then.
    """

    KIND: ClassVar[str] = "child.change-notified"
    VERB: ClassVar[str] = "notify change"
    LABEL: ClassVar[str] = "Notify a significant change"
    kinds: tuple[Line, ...] = asked(
        "Kinds of change", hint="Choose all that apply", source="change kinds", default=()
    )
    text: Text = words("What has changed, or is going to")
    on: date | None = happened("The day of the change")
    labels: tuple[Line, ...] = filled((), label="Kinds of change", source="labels")
    protocol: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        del words
        return f"{who} notified a significant change"


@dataclass(frozen=True, slots=True)
class ChangeWeighed(ChildEvent):
    """The chair decided whether a change brings the review forward."""

    KIND: ClassVar[str] = "child.change-weighed"
    VERB: ClassVar[str] = "weigh change"
    LABEL: ClassVar[str] = "Decide whether to bring the review forward"
    notified: int = asked("Which change", source="open changes", needed=True, default=0)
    forward: YesNo = asked(
        "Is the review brought forward?", source="yes or no", needed=True, told=True
    )
    on: date | None = asked(
        "The new day of the review", hint="Needed when it is brought forward", default=None
    )
    reason: Text = words("Why")

    def sentence(self, who: str, words: Words) -> str:
        del words
        what = "brings" if self.forward == "yes" else "does not bring"
        return f"{who} decided that change {self.notified} {what} the review forward"
