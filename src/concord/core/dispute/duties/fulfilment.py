"""Which entries of the record fulfil a duty that a protocol writes out."""

from collections.abc import Callable, Iterable
from datetime import datetime

from concord.core.dispute import events as e
from concord.core.dispute.events.base import IN_WRITING
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Verb
from concord.core.record.envelope import Event, Recorded

_ACTS = {
    Verb.INFORM: "inform",
    Verb.CONSULT: "consult",
    Verb.CONSIDER: "consider",
    Verb.AGREE_ACTIONS: "agree actions",
    Verb.WRITE_NOTE: "write case note",
    Verb.GIVE_STATEMENT: "give statement",
    Verb.SEEK_ADVICE: "seek advice",
    Verb.RECEIVE_ADVICE: "receive advice",
    Verb.CONFIRM_REFERRAL: "confirm referral",
    Verb.DECIDE_FORMAL: "issue alert",
    Verb.RAISE_AT: "issue alert",
    Verb.TALK: "record conversation",
    Verb.REFRAIN: "",
}


def act_of(rule: DutyRule) -> str:
    """The verb of the step that fulfils a rule; to consider a referral is a step of its own."""
    considers_referral = rule.verb is Verb.CONSIDER and rule.refers_to is not None
    return "consider referral" if considers_referral else _ACTS[rule.verb]


def fulfilled_at(
    dispute: Dispute, rule: DutyRule, *, window: int, until: int | None = None
) -> datetime | None:
    """When a rule was fulfilled by entries numbered `window` or later, and before `until` where
    that is given; None while it is not.

    A rule that names several people is fulfilled when the last of them was reached. Consulting
    somebody informs them too; informing nobody consults.
    """
    first, last = max(window, 1) - 1, None if until is None else until - 1
    entries = dispute.entries[first:last]
    if rule.verb in (Verb.INFORM, Verb.CONSULT):
        return _reached(entries, rule)
    matches = _MATCHES[rule.verb]
    return next((each.happened_at for each in entries if matches(each.event, rule)), None)


def _reached(entries: Iterable[Recorded], rule: DutyRule) -> datetime | None:
    waiting = set(rule.whom)
    for entry in entries:
        if type(entry.event) not in _TELLING:
            continue
        told = _told(entry.event, rule)
        waiting -= told if not rule.together or set(rule.whom) <= told else set()
        if not waiting:
            return entry.happened_at
    return None


_TELLING = frozenset((e.Consulted, e.Informed, e.ConcernRaised))


def _told(event: Event, rule: DutyRule) -> set[str]:
    if isinstance(event, e.Consulted) and _consulted_on(event, rule):
        return set() if rule.how else set(event.whom)
    if rule.verb is Verb.CONSULT:
        return set()
    if isinstance(event, e.ConcernRaised) and rule.about is None:
        return set(event.raised_with)
    if not isinstance(event, e.Informed) or (event.about or None) != rule.about:
        return set()
    return set(event.whom) if _told_properly(event, rule) else set()


def _consulted_on(event: e.Consulted, rule: DutyRule) -> bool:
    """A rule that names no matter asks for any consultation, one that names it for that one."""
    anything = rule.verb is Verb.CONSULT and rule.about is None
    return anything or (event.about or None) == rule.about


def _told_properly(event: e.Informed, rule: DutyRule) -> bool:
    if rule.in_writing and event.how not in IN_WRITING:
        return False
    if rule.how and event.how not in rule.how:
        return False
    return bool(event.text) or not rule.reasons_needed


def _considered(event: Event, rule: DutyRule) -> bool:
    if rule.refers_to is None:
        return isinstance(event, e.Considered) and event.about == rule.about
    if isinstance(event, e.Referred):
        return event.to == rule.refers_to
    return (
        isinstance(event, e.ReferralConsidered)
        and event.to == rule.refers_to
        and set(rule.whom) <= set(event.with_roles)
    )


def _advised(event: Event, rule: DutyRule) -> bool:
    return isinstance(event, e.AdviceReceived) and event.kind == rule.about


def _sought(event: Event, rule: DutyRule) -> bool:
    return isinstance(event, e.AdviceSought | e.AdviceReceived) and event.kind == rule.about


def _confirmed(event: Event, rule: DutyRule) -> bool:
    if isinstance(event, e.Referred):
        return event.to == rule.refers_to and event.how == "writing"
    return isinstance(event, e.ReferralConfirmed) and event.to == rule.refers_to


def _decided(event: Event, _rule: DutyRule) -> bool:
    return isinstance(event, e.FormalBegun | e.Resolved | e.Withdrawn | e.InformalExtended)


def _raised_at(event: Event, rule: DutyRule) -> bool:
    return isinstance(event, e.AlertIssued) and event.stage == rule.about


def _kind(kind: type[Event]) -> Callable[[Event, DutyRule], bool]:
    return lambda event, _rule: isinstance(event, kind)


_MATCHES: dict[Verb, Callable[[Event, DutyRule], bool]] = {
    Verb.CONSIDER: _considered,
    Verb.AGREE_ACTIONS: _kind(e.ActionsAgreed),
    Verb.WRITE_NOTE: _kind(e.CaseNoteWritten),
    Verb.GIVE_STATEMENT: _kind(e.StatementGiven),
    Verb.SEEK_ADVICE: _sought,
    Verb.RECEIVE_ADVICE: _advised,
    Verb.CONFIRM_REFERRAL: _confirmed,
    Verb.DECIDE_FORMAL: _decided,
    Verb.RAISE_AT: _raised_at,
    Verb.TALK: _kind(e.ConversationRecorded),
    Verb.REFRAIN: lambda _event, _rule: False,
}
