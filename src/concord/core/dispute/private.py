"""Which entries of a record belong to the reviewing side alone."""

from concord.core.dispute.events import KINDS, Corrected, DisputeEvent, DutyMissed
from concord.core.dispute.state import Dispute

_PRIVATE_ACTS = frozenset(kind.VERB for kind in KINDS if kind.PRIVATE)


def private_entries(dispute: Dispute) -> frozenset[int]:
    """The numbers of the private entries: advice, referrals in consideration, that one of these
    was missed, and whatever corrects one of them.
    """
    found: set[int] = set()
    for entry in dispute.entries:
        event = entry.event
        corrects = isinstance(event, Corrected) and event.entry in found
        missed = isinstance(event, DutyMissed) and is_private_act(event.act)
        if corrects or missed or (isinstance(event, DisputeEvent) and event.PRIVATE):
            found.add(entry.seq)
    return frozenset(found)


def is_private_act(verb: str) -> bool:
    """Whether a step is private, so that even whether it is owed or done says too much."""
    return verb in _PRIVATE_ACTS


def numbers(dispute: Dispute) -> dict[int, str]:
    """The number of each entry as readers know it, by its place in the record.

    The entries that everybody sees are counted alone, so that no gap tells of a private one and
    the same number means the same entry to every reader. What is private is counted after the
    entry before it: "4.1".
    """
    private = private_entries(dispute)
    found: dict[int, str] = {}
    public = apart = 0
    for entry in dispute.entries:
        hidden = entry.seq in private
        public, apart = (public, apart + 1) if hidden else (public + 1, 0)
        found[entry.seq] = f"{public}.{apart}" if hidden else str(public)
    return found
