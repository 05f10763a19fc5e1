"""The lists that the form of an act in a child's record offers."""

from dataclasses import dataclass

from concord.casework.queries.child_record import RecordView
from concord.core.child.decide import CHILD_ACTS
from concord.core.child.events import CODEC, ChildEvent, RefusalTold, ReviewHeld
from concord.core.child.matter import INSIDE, roles_on
from concord.core.protocol.definition import Protocol
from concord.web.steps.asking import Asking
from concord.web.steps.choices import FIXED, Choice, Group
from concord.web.steps.forms import EventForm


class ChildForm(EventForm):
    """The form of an act in a child's record."""

    CODEC = CODEC

    @property
    def proposal(self) -> ChildEvent | None:
        """The event that was typed; None as long as something is wrong."""
        return self.made if isinstance(self.made, ChildEvent) else None


@dataclass(frozen=True, slots=True)
class ChildChoices:
    """What somebody can choose in one kind of act now."""

    view: RecordView
    verb: str

    @property
    def kind(self) -> type[ChildEvent]:
        """The kind of event that the act makes."""
        return CHILD_ACTS[self.verb]

    @property
    def protocol(self) -> Protocol:
        """The protocol in force."""
        return self.view.matter.protocol

    def of(self, source: str) -> tuple[Choice, ...]:
        """The choices of a field's source; empty for a source that is free text."""
        if source in ("roles", "role"):
            return self._roles(source)
        known = self.view.choices.get(source)
        return tuple(known.items()) if known is not None else FIXED.get(source, ())

    def _roles(self, source: str) -> tuple[Choice, ...]:
        """Whom it is about: in a review, whoever can take part; else somebody inside."""
        roles = self.protocol.roles
        anybody = source == "roles" and self.kind in (ReviewHeld, RefusalTold)
        names = tuple(roles) if anybody else roles_on(self.protocol, INSIDE)
        return tuple((name, roles[name].label) for name in names)

    def issues(self) -> tuple[Choice | Group, ...]:
        """No act in a child's record asks for a kind of concern."""
        return ()

    def weighed(self) -> list[str]:
        """No act in a child's record weighs a referral."""
        return []

    def conditions(self, source: str) -> dict[str, str]:
        """No choice here has a condition."""
        del source
        return {}

    def place_of(self, number: str) -> str:
        """Entries are known by their place."""
        return number

    def asks(self) -> Asking:
        """A review asks for the next one only where none is planned besides it."""
        return Asking()
