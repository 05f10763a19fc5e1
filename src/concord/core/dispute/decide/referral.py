"""Handing the matter to a body outside: considered, declined or made, confirmed, and its outcome.

Children Act 1989 s25B(3): the IRO may refer to Cafcass whenever he or she considers it
appropriate. It never happens by itself, and what a protocol asks for before it is owed and asked
about, but never in the way.
"""

from collections.abc import Collection

from concord.core.dispute.decide.before import all_of_them, not_done, unmet
from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import carriers
from concord.core.dispute.decide.spec import BEGUN, OPEN, ActSpec
from concord.core.dispute.events import (
    ReferralConfirmed,
    ReferralConsidered,
    ReferralOutcomeRecorded,
    Referred,
)
from concord.core.dispute.ladder import referrals
from concord.core.protocol.definition import Referral
from concord.core.protocol.ladders import is_about_another
from concord.core.protocol.vocabulary import Act, NotStated

_LAWS = {"cafcass": "section 25B(3) of the Children Act 1989 lets the IRO refer at any time"}
_Proposal = Referred | ReferralConsidered | ReferralConfirmed | ReferralOutcomeRecorded


def referrers(case: Case) -> Collection[str]:
    """Who refers, to any of the bodies."""
    return [role for rule in case.protocol.referrals for role in rule.by]


def considerers(case: Case) -> Collection[str]:
    """Who considers a referral, which is of the child's case: nobody where the dispute is about
    something else than the service.
    """
    return () if is_about_another(case.protocol) else followers(case)


def followers(case: Case) -> Collection[str]:
    """Who follows up a referral: those who refer, and those who carry the challenge now."""
    return dict.fromkeys((*referrers(case), *carriers(case)))


def referral_clause(case: Case) -> str:
    """The clause about referrals."""
    rules = case.protocol.referrals
    return rules[0].clause if rules else case.protocol.closing.clause


def rule_for(case: Case, to: str) -> Referral | Refused:
    """The protocol's rule about one body; a refusal where it has none, or none for this child."""
    found = next((each for each in case.protocol.referrals if each.to == to), None)
    if found and found not in referrals(case.protocol, case.matter.dispute):
        covered = " or ".join(status.value for status in found.children)
        sentence = f"A referral to {found.label} is for a child {covered}"
        hint = "Resolve it, or record how it ends"
        return Refused("not-for-this-child", sentence, found.clause, hint)
    if found:
        return found
    bodies = ", ".join(each.to for each in case.protocol.referrals)
    sentence = f'This protocol has no referral to "{to}"'
    return Refused("unknown-body", sentence, referral_clause(case), f"Name one of: {bodies}")


def _may_refer(case: Case, proposal: Referred) -> Refused | None:
    if proposal.to or not case.protocol.referrals:
        return _may_refer_to(case, proposal.to)
    refusals = [_may_refer_to(case, each.to) for each in case.protocol.referrals]
    return None if None in refusals else refusals[0]


def _may_refer_to(case: Case, body: str) -> Refused | None:
    rule = rule_for(case, body)
    if isinstance(rule, Refused):
        return rule
    if case.capacity not in rule.by:
        who = case.words.roles(rule.by, last="or")
        sentence = f"A referral to {rule.label} is made by {who}"
        return Refused("not-your-part", sentence, rule.clause, f"Ask {who}")
    if case.matter.dispute.handing(body).referred_at:
        sentence = f"It is already referred to {rule.label}"
        return Refused(
            "already-referred", sentence, rule.clause, "Confirm it, or record its outcome"
        )
    return None


def _refer(case: Case, proposal: Referred) -> Outcome:
    rule = rule_for(case, proposal.to)
    if isinstance(rule, Refused):
        return rule
    return (
        _comes_first(case, proposal)
        or _way_of_referring(rule, proposal)
        or _weighed(rule, proposal)
        or _documents(rule, proposal)
        or (proposal,)
    )


def _way_of_referring(rule: Referral, proposal: Referred) -> Refused | None:
    if isinstance(rule.how, NotStated):
        return None
    if proposal.how == rule.how[0] or (proposal.how == "writing" and "writing" in rule.how):
        return None
    clause = rule.how_clause or rule.clause
    sentence = f"A referral to {rule.label} is made by {' and then in '.join(rule.how)}"
    return Refused("other-way", sentence, clause, f"Refer by {rule.how[0]}", "how")


def _weighed(rule: Referral, proposal: Referred) -> Refused | None:
    said = {each.what for each in proposal.weighed if each.text}
    for what, clause in (
        *((each, rule.weighs_clause) for each in rule.weighs),
        *((each, rule.test_clause) for each in rule.test),
    ):
        if what not in said:
            sentence = f"Before a referral to {rule.label} this is weighed: {what}"
            hint = "Write what you think about it"
            return Refused("not-weighed", sentence, clause or rule.clause, hint, "weighed")
    return None


def _documents(rule: Referral, proposal: Referred) -> Refused | None:
    if not rule.with_documents or proposal.documents:
        return None
    sentence = f"A referral to {rule.label} goes with its documents"
    return Refused("documents-needed", sentence, rule.clause, "List the documents", "documents")


def _comes_first(case: Case, proposal: Referred) -> Refused | None:
    """What comes first is done, or the reason for referring without it is on the record.

    The power to refer has no condition in law, so nothing that a protocol asks for blocks it.
    """
    left_out = list(unmet(case, Act.REFER, body=proposal.to))
    if not left_out or proposal.without:
        return None
    hint = f"Do it and record it, or write down why you refer without it{_law(proposal.to)}"
    musts = [rule for rule in left_out if rule.must is not None]
    if musts:
        return not_done(
            musts[0], f"Before {Act.REFER.value}: {all_of_them(musts)}", hint, "without"
        )
    sentence = f"This should come first: {all_of_them(left_out)}"
    return Refused("reason-needed", sentence, left_out[0].clause, hint, "without")


def _law(body: str) -> str:
    return f": {_LAWS[body]}" if body in _LAWS else ""


def _consider(case: Case, proposal: ReferralConsidered) -> Outcome:
    rule = rule_for(case, proposal.to)
    return rule if isinstance(rule, Refused) else (proposal,)


def _unconfirmed(case: Case, _proposal: ReferralConfirmed) -> Refused | None:
    nowhere = _with_a_body(case, _proposal)
    handings = case.matter.dispute.handings
    if nowhere or any(each.referred_at and not each.confirmed_at for each in handings):
        return nowhere
    sentence = "The referral is already confirmed in writing"
    return Refused("already-confirmed", sentence, referral_clause(case), "Record its outcome")


def _with_a_body(case: Case, _proposal: object) -> Refused | None:
    if any(each.referred_at for each in case.matter.dispute.handings):
        return None
    return Refused(
        "not-referred", "It has not been referred", referral_clause(case), "Refer it first"
    )


def _was_referred(case: Case, proposal: ReferralConfirmed | ReferralOutcomeRecorded) -> Outcome:
    rule = rule_for(case, proposal.to)
    if isinstance(rule, Refused):
        return rule
    if case.matter.dispute.handing(proposal.to).referred_at is None:
        sentence = f"It has not been referred to {rule.label}"
        return Refused("not-referred", sentence, rule.clause, "Refer it first")
    return (proposal,)


SPECS = (
    ActSpec(ReferralConsidered, OPEN, considerers, referral_clause, settle=_consider),
    ActSpec(Referred, OPEN, referrers, referral_clause, _may_refer, _refer),
    ActSpec(ReferralConfirmed, BEGUN, referrers, referral_clause, _unconfirmed, _was_referred),
    ActSpec(
        ReferralOutcomeRecorded, BEGUN, followers, referral_clause, _with_a_body, _was_referred
    ),
)
