"""Which other things are done by doing one thing that a protocol asks for."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from concord.core.dispute import events as e
from concord.core.dispute.duties.fulfilment import fulfilled_at
from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Verb
from concord.core.record.envelope import Event, Recorded

# What a person would write stands for itself.
WORDS = "(in words)"
_AT = datetime(2000, 1, 3, tzinfo=UTC)


def done_by(event: Event, rules: Iterable[DutyRule]) -> frozenset[str]:
    """The ids of the rules that one entry of the record fulfils by itself.

    Consulting somebody informs them too, and one talk can be several that are asked for.
    """
    entry = Recorded(1, event, "", "", _AT, _AT)
    dispute = Dispute(id="", entries=(entry,))
    found = (rule for rule in rules if rule.verb is not Verb.RAISE_AT)
    return frozenset(rule.id for rule in found if fulfilled_at(dispute, rule, window=1))


def entry_for(rule: DutyRule) -> DisputeEvent | None:
    """An entry that fulfils a rule; None for one that is fulfilled by a step of the ladder."""
    about = rule.about or ""
    if rule.verb is Verb.CONSIDER and rule.refers_to:
        return e.ReferralConsidered(
            to=rule.refers_to, with_roles=rule.whom, decision="refer", reasons=WORDS
        )
    if rule.verb is Verb.INFORM:
        how = rule.how[0].value if rule.how else "letter"
        said = {"whom": rule.whom, "about": about, "how": how, "text": WORDS}
        told = e.CODEC.propose(e.Informed, said)
        return told if isinstance(told, DisputeEvent) else None
    plain: dict[Verb, DisputeEvent] = {
        Verb.CONSULT: e.Consulted(whom=rule.whom, about=about, text=WORDS),
        Verb.CONSIDER: e.Considered(about=about, with_roles=rule.whom, result=WORDS),
        Verb.AGREE_ACTIONS: e.ActionsAgreed(actions=(e.Action(WORDS, on=date(2100, 1, 1)),)),
        Verb.WRITE_NOTE: e.CaseNoteWritten(text=WORDS),
        Verb.GIVE_STATEMENT: e.StatementGiven(text=WORDS),
        Verb.SEEK_ADVICE: e.AdviceSought(kind=about, given_by=WORDS),
        Verb.RECEIVE_ADVICE: e.AdviceReceived(kind=about, given_by=WORDS, text=WORDS),
        Verb.TALK: e.ConversationRecorded(with_roles=rule.whom, text=WORDS),
    }
    return plain.get(rule.verb)
