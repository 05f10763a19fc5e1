"""Which entries of a record belong to the reviewing side alone."""

from concord.core.dispute.events import Corrected, DisputeEvent
from concord.core.dispute.state import Dispute


def private_entries(dispute: Dispute) -> frozenset[int]:
    """The numbers of the private entries: advice, referrals in consideration, and whatever
    corrects one of them.
    """
    found: set[int] = set()
    for entry in dispute.entries:
        event = entry.event
        corrects = isinstance(event, Corrected) and event.entry in found
        if corrects or (isinstance(event, DisputeEvent) and event.PRIVATE):
            found.add(entry.seq)
    return frozenset(found)
