"""Steps of an example towards a body outside: considered, declined, referred, its outcome."""

from concord.casework.examples import phrases
from concord.casework.examples.between import before
from concord.casework.examples.informal_steps import carriers
from concord.casework.examples.walk import StoppedShort, Walk, take
from concord.core.dispute import events as e
from concord.core.dispute.decide.before import unmet
from concord.core.dispute.ladder import referrals
from concord.core.protocol.definition import Referral
from concord.core.protocol.vocabulary import Act


def _rule(walk: Walk) -> Referral:
    raiser = walk.matter.dispute.raiser
    for rule in referrals(walk.matter.protocol, walk.matter.dispute):
        if raiser in rule.by:
            return rule
    raise StoppedShort("nobody here refers to a body outside")


def decline(walk: Walk) -> None:
    """Consider a referral and decide against it."""
    _consider(walk, intends=False)


def intend(walk: Walk) -> None:
    """Consider a referral and decide for it, then do what comes before it."""
    _consider(walk, intends=True)
    before(walk, Act.REFER, body=_rule(walk).to)


def _consider(walk: Walk, *, intends: bool) -> None:
    to = _rule(walk).to
    rules = [each for each in walk.matter.protocol.duties if each.refers_to == to]
    whom = dict.fromkeys(role for each in rules for role in each.whom)
    inside = tuple(role for role in whom if walk.cast.holder(role, walk.child))
    reasons = walk.one_of(phrases.INTENDED if intends else phrases.DECLINED)
    considered = e.ReferralConsidered(
        to=to,
        decision="refer" if intends else "decline",
        reasons=reasons,
        with_roles=inside,
    )
    take(walk, (*_rule(walk).by, *carriers(walk)), considered)


def refer(walk: Walk) -> None:
    """Refer, by the first way that the protocol names, with all that is to be weighed."""
    rule = _rule(walk)
    before(walk, Act.REFER, body=rule.to)
    weighed = tuple(
        e.Weighed(what=what, text=walk.one_of(phrases.WEIGHED))
        for what in (*rule.weighs, *rule.test)
    )
    left_out = list(unmet(walk.case, Act.REFER, body=rule.to))
    referred = e.Referred(
        to=rule.to,
        how=rule.ways[0],
        reasons=walk.one_of(phrases.REFERRED),
        weighed=weighed,
        documents=walk.one_of(phrases.DOCUMENTS),
        without=walk.one_of(phrases.LEFT_OUT) if left_out else "",
    )
    take(walk, rule.by, referred)


def confirm(walk: Walk) -> None:
    """Confirm in writing what was referred by telephone."""
    rule = _rule(walk)
    if walk.matter.dispute.handing(rule.to).confirmed_at is None:
        confirmed = e.ReferralConfirmed(to=rule.to, text=walk.one_of(phrases.CONFIRMED))
        take(walk, rule.by, confirmed)


def outcome(walk: Walk) -> None:
    """Record what the body outside decided."""
    to = _rule(walk).to
    text = walk.one_of(phrases.DECIDED_OUTSIDE)
    take(walk, carriers(walk), e.ReferralOutcomeRecorded(to=to, outcome=text))
