"""The receipts of all dates of one dispute, for whoever runs the installation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.loading import NotFound, caught_up, matter_from
from concord.core.clock.receipt import Receipt
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.matter import Matter
from concord.core.dispute.receipts import Dated, as_data, dates, receipt_of
from concord.core.problem import Finding, WrongData
from concord.core.record.codec import UnknownKind
from concord.records import log, rebuilding
from concord.records.standing import standing


@dataclass(frozen=True, slots=True)
class Receipts:
    """The dates of a dispute as they stood at a moment; nothing in them is about a child."""

    matter: Matter
    at: datetime
    dates: tuple[Dated, ...]

    def receipt(self, found: Dated) -> Receipt | None:
        """The receipt of one date; None for a day that somebody set."""
        return receipt_of(found)

    def only(self, key: str) -> "Receipts":
        """The date of one duty or clock alone. Raises NotFound when there is none with this key."""
        found = tuple(each for each in self.dates if each.key == key)
        if not found:
            raise NotFound
        return Receipts(self.matter, self.at, found)

    def as_data(self) -> dict[str, object]:
        """The document that a stranger can verify."""
        return as_data(self.matter, self.dates, at=self.at)


def receipts_of(pk: UUID, *, at: datetime, private: bool = False) -> Receipts:
    """The dates of a dispute at a moment (aware), from what was recorded by then and what time had
    brought. No viewer: the command's caller has the whole installation in hand.

    Those of steps that only the reviewing side sees come with `private` alone. Raises NotFound
    when there is no such dispute, or it had not begun; WrongData when a date cannot be counted or
    an entry cannot be read.
    """
    authority = rebuilding.authority_of(pk)
    row = standing(pk, authority=authority) if authority is not None else None
    if row is None:
        raise NotFound
    try:
        entries = tuple(each for each in log.entries_of(pk) if each.recorded_at <= at)
        if not entries:
            raise NotFound
        matter, _by_time = caught_up(matter_from(row, entries), at=at)
        return Receipts(matter, at, dates(matter, at=at, private=private))
    except BeyondCalendar as beyond:
        raise WrongData((Finding(beyond.id, beyond.sentence, beyond.hint),)) from beyond
    except (UnknownKind, ValueError) as error:
        raise WrongData((_UNREADABLE,)) from error


_UNREADABLE = Finding(
    "entries-not-readable",
    "The dispute's entries cannot be read",
    "concord verify says whether the record was changed",
)
