"""What was agreed to be done, in its own words: for showing beside a duty, never within its name.

A duty's name goes into rows, mails and lists; these words may be about the child and stay in the
record, from which they are read when a page is shown.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from concord.core.dispute.fold import fold
from concord.core.dispute.state import Dispute
from concord.records import log
from concord.records.trays import TrayItem

_ABOUT_TASKS = ("action:", "check-action:", "hold:")


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


def tasks_of(items: Iterable[TrayItem]) -> Mapping[UUID, Mapping[str, str]]:
    """The tasks of the disputes of some open duties, by dispute and then by the duty's key.

    In: duties that the person asking may see. The record is asked once, and only for those duties
    that are about a task at all.
    """
    about = {each.dispute for each in items if each.key.startswith(_ABOUT_TASKS)}
    if not about:
        return {}
    found = log.entries_of_many(sorted(about))
    return {pk: tasks(fold(entries, dispute=Dispute(id=pk.hex))) for pk, entries in found.items()}
