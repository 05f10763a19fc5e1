"""Which other things are done by doing one thing that a protocol asks for."""

from collections.abc import Iterable
from datetime import UTC, datetime

from concord.core.dispute import events as e
from concord.core.dispute.duties.fulfilment import fulfilled_at
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Verb
from concord.core.record.envelope import Event, Recorded

_AT = datetime(2000, 1, 3, tzinfo=UTC)


def done_by(event: Event, rules: Iterable[DutyRule]) -> frozenset[str]:
    """The ids of the rules that one entry of the record fulfils by itself.

    Consulting somebody informs them too, and one talk can be several that are asked for.
    """
    entry = Recorded(1, event, "", "", _AT, _AT)
    dispute = Dispute(id="", entries=(entry,))
    found = (rule for rule in rules if rule.verb is not Verb.RAISE_AT)
    return frozenset(rule.id for rule in found if fulfilled_at(dispute, rule, window=1))


def entry_for(rule: DutyRule) -> Event | None:
    """An entry that fulfils a rule; None for one that is fulfilled by a step of the ladder."""
    about = rule.about or ""
    if rule.verb is Verb.CONSIDER and rule.refers_to:
        return e.ReferralConsidered(to=rule.refers_to, with_roles=rule.whom)
    if rule.verb is Verb.INFORM:
        how = rule.how[0].value if rule.how else "letter"
        said = {"whom": rule.whom, "about": about, "how": how, "text": "-"}
        return e.CODEC.propose(e.Informed, said)
    plain: dict[Verb, Event] = {
        Verb.CONSULT: e.Consulted(whom=rule.whom, about=about),
        Verb.CONSIDER: e.Considered(about=about),
        Verb.AGREE_ACTIONS: e.ActionsAgreed(),
        Verb.WRITE_NOTE: e.CaseNoteWritten(),
        Verb.GIVE_STATEMENT: e.StatementGiven(),
        Verb.SEEK_ADVICE: e.AdviceSought(kind=about),
        Verb.RECEIVE_ADVICE: e.AdviceReceived(kind=about),
        Verb.TALK: e.ConversationRecorded(),
    }
    return plain.get(rule.verb)
