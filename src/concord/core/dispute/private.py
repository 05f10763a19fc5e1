"""Which entries of a record belong to the reviewing side alone."""

from functools import lru_cache

from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import (
    KINDS,
    Consulted,
    Corrected,
    DisputeEvent,
    DutyMissed,
    Informed,
)
from concord.core.dispute.ladder import KEPT
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import Act, Side
from concord.core.record.envelope import Event

_PRIVATE_ACTS = frozenset(kind.VERB for kind in KINDS if kind.PRIVATE)


def private_entries(dispute: Dispute, protocol: Protocol) -> frozenset[int]:
    """The numbers of the private entries: advice, referrals in consideration, that one of these
    was missed, what the reviewing side talks over within itself before it refers, and whatever
    corrects one of them.
    """
    found: set[int] = set()
    for entry in dispute.entries:
        event = entry.event
        corrects = isinstance(event, Corrected) and event.entry in found
        missed = isinstance(event, DutyMissed) and event.act in _PRIVATE_ACTS
        private = isinstance(event, DisputeEvent) and event.PRIVATE
        if corrects or missed or private or _prepares_referral(event, protocol):
            found.add(entry.seq)
    return frozenset(found)


def is_private_duty(duty: Duty) -> bool:
    """Whether even that a duty is owed or done says too much: it is about a private step, or it is
    only asked for before a referral, which the reviewing side then has in mind.
    """
    return duty.act in _PRIVATE_ACTS or duty.before == (Act.REFER,)


def _prepares_referral(event: Event, protocol: Protocol) -> bool:
    """Whether the reviewing side tells or asks its own people alone about a referral in mind."""
    if not isinstance(event, Informed | Consulted) or event.about not in _referring(protocol):
        return False
    return not any(protocol.roles[role].side is Side.LINE for role in event.whom)


@lru_cache(KEPT)
def _referring(protocol: Protocol) -> frozenset[str]:
    """What the duties are about that stand before a referral alone."""
    rules = (rule for rule in protocol.duties if rule.before == (Act.REFER,))
    return frozenset(rule.about for rule in rules if rule.about)


def numbers(dispute: Dispute, protocol: Protocol) -> dict[int, str]:
    """The number of each entry as readers know it, by its place in the record.

    The entries that everybody sees are counted alone, so that no gap tells of a private one and
    the same number means the same entry to every reader. What is private is counted after the
    entry before it: "4.1".
    """
    private = private_entries(dispute, protocol)
    found: dict[int, str] = {}
    public = apart = 0
    for entry in dispute.entries:
        hidden = entry.seq in private
        public, apart = (public, apart + 1) if hidden else (public + 1, 0)
        found[entry.seq] = f"{public}.{apart}" if hidden else str(public)
    return found
