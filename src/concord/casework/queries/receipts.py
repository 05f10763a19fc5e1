"""The receipts of all dates of one dispute."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import NotFound, caught_up, load, matter_from
from concord.core.clock.receipt import Receipt
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import is_private_duty
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
        left_out = _nothing if private else is_private_duty
        return Receipts(matter, at, dates(matter, at=at, left_out=left_out))
    except BeyondCalendar as beyond:
        raise WrongData((Finding(beyond.id, beyond.sentence, beyond.hint),)) from beyond
    except (UnknownKind, ValueError) as error:
        raise WrongData((_UNREADABLE,)) from error


def receipts_for(viewer: Viewer, pk: UUID, *, at: datetime) -> tuple[int, Receipts]:
    """The number of a dispute, and its dates at a moment (aware) as far as a person may know of
    them. Raises NotFound for anybody without a part, and BeyondCalendar.
    """
    loaded = load(viewer, pk, at=at)
    found = dates(loaded.matter, at=at, left_out=lambda duty: not loaded.knows_of(duty))
    return loaded.row.number, Receipts(loaded.matter, at, found)


def _nothing(_duty: Duty) -> bool:
    return False


_UNREADABLE = Finding(
    "entries-not-readable",
    "The dispute's entries cannot be read",
    "concord verify says whether the record was changed",
)
