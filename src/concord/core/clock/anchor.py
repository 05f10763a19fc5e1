"""The act from which a limit is counted."""

from dataclasses import dataclass
from datetime import date, datetime

from concord.core.clock.london import local_date


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a limit counts from: when it happened (aware), what it was, and the clause of the limit.

    `what` is a few words in the field's language, such as "alert issued".
    """

    at: datetime
    what: str
    clause: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("An anchor needs the time zone of its instant")

    @property
    def day_0(self) -> date:
        """The local day of the act, which is never counted."""
        return local_date(self.at)
