"""Informing, consulting, considering, stating: what the protocol asks for around the steps."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import DisputeEvent, How
from concord.core.dispute.words import Words
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class Informed(DisputeEvent):
    """Somebody was told; `about` names the matter when the protocol asks for a certain one."""

    KIND: ClassVar[str] = "dispute.informed"
    VERB: ClassVar[str] = "inform"
    LABEL: ClassVar[str] = "Inform somebody"
    whom: tuple[Line, ...] = asked("Who was told", source="roles", needed=True, default=())
    about: Line = asked("About what", source="matters")
    how: How = asked("How they were told", source="how", told="How they were told")
    text: Text = words("What they were told", needed=False)
    on: date | None = asked(
        "The date on which they were told",
        hint="Leave it empty if it was today",
        default=None,
        told="The date on which they were told",
        past=True,
    )

    def sentence(self, who: str, words: Words) -> str:
        about = f" about {words.matter(self.about)}" if self.about else ""
        return f"{who} informed {words.roles(self.whom)}{about}"


@dataclass(frozen=True, slots=True)
class Consulted(DisputeEvent):
    """Somebody was asked for their view before a step."""

    KIND: ClassVar[str] = "dispute.consulted"
    VERB: ClassVar[str] = "consult"
    LABEL: ClassVar[str] = "Consult somebody"
    whom: tuple[Line, ...] = asked("Who was consulted", source="roles", needed=True, default=())
    about: Line = asked("About what", source="matters")
    text: Text = words("What they advised")
    on: date | None = asked(
        "The date of the consultation",
        hint="Leave it empty if it was today",
        default=None,
        told="The date of the consultation",
        past=True,
    )

    def sentence(self, who: str, words: Words) -> str:
        about = f" about {words.matter(self.about)}" if self.about else ""
        return f"{who} consulted {words.roles(self.whom)}{about}"


@dataclass(frozen=True, slots=True)
class Considered(DisputeEvent):
    """A matter that the protocol says must be thought about, with the result."""

    KIND: ClassVar[str] = "dispute.considered"
    VERB: ClassVar[str] = "consider"
    LABEL: ClassVar[str] = "Record something considered"
    about: Line = asked("What was considered", source="matters", needed=True)
    with_roles: tuple[Line, ...] = asked(
        "With whom", source="roles", default=(), told="Considered with"
    )
    result: Text = words("What you decided, and why", told="What was decided, and why")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} considered {words.matter(self.about)}"


@dataclass(frozen=True, slots=True)
class StatementGiven(DisputeEvent):
    """The raiser states what would suspend further action."""

    KIND: ClassVar[str] = "dispute.statement-given"
    VERB: ClassVar[str] = "give statement"
    LABEL: ClassVar[str] = "Give a statement"
    text: Text = words("What would have to happen for the matter to rest")
    stage: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} gave a statement for {words.stage(self.stage)}"
