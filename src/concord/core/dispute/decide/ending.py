"""Decisions that end a dispute, call a review, or correct the record by a further entry."""

from concord.core.dispute.decide.answer import on_hold
from concord.core.dispute.decide.before import first_unmet
from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import carriers, challengers, closing_clause
from concord.core.dispute.decide.spec import BEGUN, OPEN, OVERRIDDEN, ActSpec, anyone_with_a_part
from concord.core.dispute.decide.voice import outcome_first, told_first
from concord.core.dispute.events import Corrected, Resolved, ReviewCalled, Withdrawn
from concord.core.dispute.ladder import answered_at, is_formal, judging_rule, satisfied_at
from concord.core.dispute.private import private_entries
from concord.core.protocol.vocabulary import Act


def review_clause(case: Case) -> str:
    """The clause about reconvening a review."""
    return case.protocol.closing.reconvene_clause or case.protocol.closing.clause


def _may_resolve(case: Case, _proposal: Resolved) -> Refused | None:
    return _held(case) or _judge_first(case) or first_unmet(case, Act.RESOLVE) or _child_first(case)


def _may_withdraw(case: Case, _proposal: Withdrawn) -> Refused | None:
    return _child_first(case)


def _child_first(case: Case) -> Refused | None:
    """What is owed to the child comes before either end."""
    return outcome_first(case) or told_first(case)


def _held(case: Case) -> Refused | None:
    return on_hold(case) if is_formal(case.matter.dispute) else None


def _judge_first(case: Case) -> Refused | None:
    if not is_formal(case.matter.dispute) or answered_at(case.stage, case.run) is None:
        return None
    if case.run.unresolved_at or satisfied_at(case.stage, case.run):
        return None
    rule = judging_rule(case.stage)
    return Refused(
        "judge-first",
        f"The {case.words.answer} at {case.stage.label} is not judged yet",
        rule.clause if rule else case.stage.clause,
        "Judge it first",
    )


def _own_entry(case: Case, proposal: Corrected) -> Refused | None:
    entries = case.matter.dispute.entries
    if proposal.entry or any(each.person == case.actor.person for each in entries):
        return None
    hint = "Ask the person who made it, or record a conversation about it"
    return Refused(
        "no-own-entry", "You have made no entry in this record yet", closing_clause(case), hint
    )


def _correct(case: Case, proposal: Corrected) -> Outcome:
    entries = case.matter.dispute.entries
    found = next((each for each in entries if each.seq == proposal.entry), None)
    hidden = proposal.entry in private_entries(case.matter.dispute, case.protocol)
    if found is None or (hidden and found.person != case.actor.person):
        sentence = f"There is no entry {proposal.entry}"
        hint = f"Name an entry from 1 to {len(entries)}"
        return Refused("no-such-entry", sentence, closing_clause(case), hint)
    if found.person != case.actor.person:
        who = case.words.the(found.capacity)
        sentence = f"Entry {proposal.entry} was made by {who}"
        hint = "Ask the person who made it, or record a conversation about it"
        return Refused("not-your-entry", sentence, closing_clause(case), hint)
    return (proposal,)


SPECS = (
    ActSpec(Resolved, OPEN | OVERRIDDEN, carriers, closing_clause, _may_resolve),
    ActSpec(Withdrawn, OPEN | OVERRIDDEN, carriers, closing_clause, _may_withdraw),
    ActSpec(ReviewCalled, BEGUN, challengers, review_clause),
    ActSpec(Corrected, BEGUN, anyone_with_a_part, closing_clause, _own_entry, _correct),
)
