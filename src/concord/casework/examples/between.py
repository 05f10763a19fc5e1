"""What a protocol asks for between the big steps: telling, consulting, considering, noting ..."""

from collections.abc import Callable, Iterator

from concord.casework.examples import phrases
from concord.casework.examples.walk import Walk, try_to
from concord.core.clock.london import local_date
from concord.core.dispute import events as e
from concord.core.dispute.decide.before import unmet
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.duties.voice import not_explained
from concord.core.dispute.events.base import How
from concord.core.dispute.ladder import current_stage, raising_side, tier_of
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Act, NotStated, Side, Verb

_WRITTEN: tuple[How, ...] = ("email", "message", "letter")
_TALKING: tuple[How, ...] = ("telephone", "face to face", "video call")
_WAYS: tuple[How, ...] = (*_WRITTEN, "telephone", "face to face")
_MUSTS_DONE, _SHOULDS_DONE = 0.85, 0.5
_LOOK_AGAIN = 10


def before(walk: Walk, act: Act, *, body: str = "") -> None:
    """Do everything that the protocol asks for before a step."""
    for rule in list(unmet(walk.case, act, body=body)):
        fulfil(walk, rule)


def small_duties(walk: Walk) -> None:
    """Do most of what is owed beside the ladder now; some is left, as people leave it."""
    for rule in list(_owed(walk)):
        likely = _MUSTS_DONE if rule.must else _SHOULDS_DONE
        if walk.chance.random() < likely:
            fulfil(walk, rule)


def _owed(walk: Walk) -> Iterator[DutyRule]:
    matter = walk.matter
    rules = {rule.id: rule for rule in matter.protocol.duties}
    for duty in duties(matter.protocol, matter.dispute, matter.calendar):
        rule = rules.get(duty.key.partition(":")[2])
        if rule and rule.verb in _BESIDE and duty.state_at(walk.at) is DutyState.OPEN:
            yield rule


def tell_the_child(walk: Walk) -> None:
    """Tell the child what is still to be told, or record why not; mostly the former."""
    rules = {rule.id: rule for rule in walk.matter.protocol.duties}
    for duty in not_explained(walk.matter, at=walk.at):
        rule = rules[duty.key.partition(":")[2]]
        if walk.chance.random() < _MUSTS_DONE:
            fulfil(walk, rule)
        else:
            again = walk.matter.calendar.add(local_date(walk.at), _LOOK_AGAIN)
            why = walk.one_of(phrases.NOT_TOLD)
            untold = e.NotToldExplained(untold=rule.id, reason=why, look_again=again)
            try_to(walk, raising_side(walk.matter.protocol, walk.matter.dispute), untold)


def fulfil(walk: Walk, rule: DutyRule) -> None:
    """Do what one rule asks for, as far as the cast can."""
    event = _EVENTS[rule.verb](walk, rule) if rule.verb in _EVENTS else None
    if event is None:
        return
    carriers = raising_side(walk.matter.protocol, walk.matter.dispute)
    if rule.verb is Verb.RECEIVE_ADVICE and isinstance(event, e.AdviceReceived):
        try_to(walk, rule.who, _sought(walk, rule))
    try_to(walk, dict.fromkeys((*rule.who, *carriers)), event)


def _inform(walk: Walk, rule: DutyRule) -> e.Informed:
    return e.Informed(
        whom=rule.whom,
        about=rule.about or "",
        how=_how(walk, rule),
        text=walk.one_of(phrases.SAID_TO),
    )


def _how(walk: Walk, rule: DutyRule) -> How:
    """A way that the rule counts: in writing where it says so, and a child is told in person."""
    roles = walk.matter.protocol.roles
    to_family = any(roles[role].side is Side.CHILD for role in rule.whom)
    likely = _WRITTEN if rule.in_writing else _TALKING if to_family else _WAYS
    allowed = [how for how in likely if not rule.how or how in rule.how]
    return walk.chance.choice(allowed or [how for how in _WAYS if how in rule.how])


def _consult(walk: Walk, rule: DutyRule) -> e.Consulted:
    text = walk.one_of(phrases.ADVISED)
    return e.Consulted(whom=rule.whom, about=rule.about or "", text=text)


def _consider(walk: Walk, rule: DutyRule) -> e.Considered | e.ReferralConsidered:
    if rule.refers_to:
        return e.ReferralConsidered(
            to=rule.refers_to,
            decision="decline",
            reasons=walk.one_of(phrases.DECLINED),
            with_roles=rule.whom,
        )
    result = walk.one_of(phrases.CONSIDERED)
    return e.Considered(about=rule.about or rule.id, with_roles=rule.whom, result=result)


def _agree(walk: Walk, rule: DutyRule) -> e.ActionsAgreed:
    return agreement(walk, by=(rule.whom or rule.who)[0], in_days=3)


def agreement(walk: Walk, *, by: str, in_days: int) -> e.ActionsAgreed:
    """An agreed action of a role, with a day so many working days ahead."""
    on = walk.matter.calendar.add(local_date(walk.at), in_days)
    return e.ActionsAgreed(actions=(e.Action(walk.theme.action, by, on),))


def _note(walk: Walk, _rule: DutyRule) -> e.CaseNoteWritten:
    return e.CaseNoteWritten(text=walk.one_of(phrases.NOTE))


def _state(walk: Walk, _rule: DutyRule) -> e.StatementGiven:
    return e.StatementGiven(text=walk.one_of(phrases.STATEMENT))


def _talk(walk: Walk, rule: DutyRule) -> e.ConversationRecorded:
    return conversation(walk, with_roles=rule.whom or partners(walk))


def conversation(walk: Walk, *, with_roles: tuple[str, ...]) -> e.ConversationRecorded:
    """A conversation, in the way that the protocol puts first where it names ways."""
    tiers = walk.matter.protocol.informal
    ways = next((tier.talk_how for tier in tiers if tier.talk_how), ())
    return e.ConversationRecorded(
        with_roles=with_roles,
        how=ways[0] if ways else walk.chance.choice(_TALKING),
        text=walk.one_of(phrases.TALK),
        on=local_date(walk.at),
    )


def partners(walk: Walk) -> tuple[str, ...]:
    """With whom one talks to resolve it: those of the informal tier, else of the stage."""
    run, protocol = walk.matter.dispute.run, walk.matter.protocol
    tier = tier_of(protocol, run.rung) if run else None
    stage = current_stage(protocol, walk.matter.dispute) or protocol.stages[0]
    return tier.talk_with if tier else stage.addressed_to


def _advice(walk: Walk, rule: DutyRule) -> e.AdviceReceived:
    kind, text = rule.about or "", walk.one_of(phrases.ADVICE)
    return e.AdviceReceived(kind=kind, given_by=_giver(walk, kind), text=text)


def _giver(walk: Walk, kind: str) -> str:
    advice = walk.matter.protocol.advice
    known = () if isinstance(advice, NotStated) else advice
    named = next((each.given_by for each in known if each.kind == kind), "")
    return named if named not in ("", NotStated.NOT_STATED.value) else "An independent solicitor"


def _sought(walk: Walk, rule: DutyRule) -> e.AdviceSought:
    kind, text = rule.about or "", walk.one_of(phrases.ADVICE_ASKED)
    return e.AdviceSought(kind=kind, given_by=_giver(walk, kind), text=text)


def _confirm(walk: Walk, rule: DutyRule) -> e.ReferralConfirmed:
    return e.ReferralConfirmed(to=rule.refers_to or "", text=walk.one_of(phrases.CONFIRMED))


_EVENTS: dict[Verb, Callable[[Walk, DutyRule], e.DisputeEvent]] = {
    Verb.INFORM: _inform,
    Verb.CONSULT: _consult,
    Verb.CONSIDER: _consider,
    Verb.AGREE_ACTIONS: _agree,
    Verb.WRITE_NOTE: _note,
    Verb.GIVE_STATEMENT: _state,
    Verb.TALK: _talk,
    Verb.SEEK_ADVICE: _sought,
    Verb.RECEIVE_ADVICE: _advice,
    Verb.CONFIRM_REFERRAL: _confirm,
}
_BESIDE = frozenset(
    (Verb.INFORM, Verb.CONSULT, Verb.WRITE_NOTE, Verb.GIVE_STATEMENT, Verb.TALK, Verb.CONSIDER)
)
