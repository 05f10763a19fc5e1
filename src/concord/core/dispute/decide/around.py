"""Informing, consulting, considering and stating; advice from outside the challenged line."""

from collections.abc import Collection

from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import carriers, challengers, closing_clause
from concord.core.dispute.decide.spec import BEGUN, FORMAL, OPEN, ActSpec, anyone_with_a_part
from concord.core.dispute.events import (
    AdviceReceived,
    AdviceSought,
    Considered,
    Consulted,
    ContactRecorded,
    Informed,
    StatementGiven,
)
from concord.core.dispute.words import joined
from concord.core.protocol.definition import Advice
from concord.core.protocol.ladders import is_about_another
from concord.core.protocol.vocabulary import NotStated, Verb
from concord.core.record.fields import changed


def _statement_asked_for(case: Case, _proposal: StatementGiven) -> Refused | None:
    asked = [rule for rule in case.protocol.duties if rule.verb is Verb.GIVE_STATEMENT]
    if any(not rule.at or case.stage.id in rule.at for rule in asked):
        return None
    return Refused(
        "no-statement-here",
        f"{case.stage.label} asks for no statement",
        case.stage.clause,
        "Record a conversation instead",
    )


def _state(case: Case, proposal: StatementGiven) -> Outcome:
    return (changed(proposal, stage=case.stage.id),)


def advice_rules(case: Case) -> tuple[Advice, ...]:
    """The kinds of independent advice that the protocol has."""
    return () if isinstance(case.protocol.advice, NotStated) else case.protocol.advice


def advised(case: Case) -> Collection[str]:
    """Who may seek advice; the raising side where the protocol is silent. Nobody where the dispute
    is not about the service: the advice is for challenging it.
    """
    if is_about_another(case.protocol):
        return ()
    roles = [role for rule in advice_rules(case) for role in rule.sought_by]
    return roles or carriers(case)


def advice_clause(case: Case) -> str:
    """The clause about independent advice."""
    rules = advice_rules(case)
    return rules[0].clause if rules else closing_clause(case)


def _may_seek(case: Case, _proposal: object) -> Refused | None:
    if advice_rules(case):
        return None
    return Refused(
        "advice-not-stated",
        "This protocol says nothing about independent advice",
        closing_clause(case),
        "Record a conversation instead; the IRO Handbook says that legal advice must be available",
    )


def _advice(case: Case, proposal: AdviceSought | AdviceReceived) -> Outcome:
    rule = next((each for each in advice_rules(case) if each.kind == proposal.kind), None)
    if rule is None:
        kinds = ", ".join(each.kind for each in advice_rules(case))
        sentence = f'There is no kind of advice "{proposal.kind}"'
        return Refused("unknown-advice", sentence, advice_clause(case), f"Name one of: {kinds}")
    if case.capacity not in rule.sought_by:
        who = case.words.roles(rule.sought_by, last="or")
        return Refused(
            "not-your-advice", f"{rule.label} is sought by {who}", rule.clause, f"Ask {who}"
        )
    return _independent(rule, proposal) or (proposal,)


def _independent(rule: Advice, proposal: AdviceSought | AdviceReceived) -> Refused | None:
    giver = proposal.given_by.casefold()
    if not any(_names(giver, barred.casefold()) for barred in rule.never_from):
        return None
    barred = joined(rule.never_from, last="or")
    agreed = f"Ask the agreed source: {rule.given_by}"
    hint = agreed if rule.given_by != "not stated" else f"Ask somebody other than {barred}"
    sentence = f"{rule.label} does not come from {proposal.given_by}"
    return Refused("advice-not-independent", sentence, rule.clause, hint, "given_by")


def _names(giver: str, barred: str) -> bool:
    return giver in barred or barred in giver


SPECS = (
    ActSpec(Informed, BEGUN, anyone_with_a_part, closing_clause),
    ActSpec(Consulted, OPEN, anyone_with_a_part, closing_clause),
    ActSpec(Considered, BEGUN, challengers, closing_clause),
    ActSpec(StatementGiven, FORMAL, carriers, closing_clause, _statement_asked_for, _state),
    ActSpec(AdviceSought, OPEN, advised, advice_clause, _may_seek, _advice),
    ActSpec(AdviceReceived, OPEN, advised, advice_clause, _may_seek, _advice),
    ActSpec(ContactRecorded, BEGUN, anyone_with_a_part, closing_clause),
)
