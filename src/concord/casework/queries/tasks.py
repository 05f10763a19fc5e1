"""What was agreed to be done, in its own words: for showing beside a duty, never within its name.

A duty's name goes into rows, mails and lists; these words may be about the child and stay in the
record, from which they are read when a page is shown.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from concord.core.child.fold import fold_child
from concord.core.child.state import ChildRecord
from concord.core.dispute.fold import fold
from concord.core.dispute.state import Dispute
from concord.core.record.envelope import Recorded
from concord.records import log
from concord.records.trays import TrayItem

_ABOUT_TASKS = ("action:", "check-action:", "hold:", "decision:")


def tasks(dispute: Dispute) -> dict[str, str]:
    """What was agreed to be done, by the key of each duty to do it or to look whether it is."""
    found: dict[str, str] = {}
    for agreed in dispute.agreed:
        found |= dict.fromkeys(
            (f"action:{agreed.number}", f"check-action:{agreed.number}"), agreed.action.what
        )
    for pause in dispute.pauses:
        found |= dict.fromkeys(
            (f"hold:{pause.number}:task", f"hold:{pause.number}:check"), pause.task
        )
    return found


def decided(record: ChildRecord) -> dict[str, str]:
    """What a review decided, by the key of each duty to carry it out or to look whether it is."""
    return {
        f"decision:{each.number}:{what}": each.action.what
        for each in record.decisions
        for what in ("do", "check")
    }


def tasks_of(items: Iterable[TrayItem]) -> Mapping[UUID, Mapping[str, str]]:
    """The tasks of some open duties, by dispute or child's record and then by the duty's key.

    In: duties that the person asking may see. The record is asked once, and only for those duties
    that are about a task at all.
    """
    wanted = [each for each in items if each.key.startswith(_ABOUT_TASKS)]
    disputes = {each.dispute for each in wanted if each.dispute}
    records = {each.record for each in wanted if each.record}
    found = log.entries_of_many(sorted(disputes | records)) if wanted else {}
    return {pk: _tasks_in(pk, entries, own=pk in records) for pk, entries in found.items()}


def _tasks_in(pk: UUID, entries: tuple[Recorded, ...], *, own: bool) -> dict[str, str]:
    """The tasks of a dispute, or of a child's own record."""
    if own:
        return decided(fold_child(entries, record=ChildRecord(id=pk.hex)))
    return tasks(fold(entries, dispute=Dispute(id=pk.hex)))
