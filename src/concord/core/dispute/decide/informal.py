"""Decisions of informal resolution: raise, talk, agree, extend, end."""

from collections.abc import Collection
from datetime import date, datetime

from concord.core.dispute.clocks import total_due, total_due_from
from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.spec import (
    BEGUN,
    INFORMAL,
    OPEN,
    ActSpec,
    anyone_with_a_part,
)
from concord.core.dispute.duties.informal import informal_due
from concord.core.dispute.events import (
    Action,
    ActionChecked,
    ActionReported,
    ActionsAgreed,
    CaseNoteWritten,
    ConcernRaised,
    ConversationRecorded,
    CourtNoted,
    DateNoted,
    InformalEnded,
    InformalExtended,
    InformalMovedOn,
    ObstacleRecorded,
)
from concord.core.dispute.ladder import raising_side, tier_of
from concord.core.dispute.state import Agreed, Phase
from concord.core.dispute.words import day
from concord.core.protocol.definition import Informal
from concord.core.protocol.ladders import Facts, chosen
from concord.core.protocol.vocabulary import NotStated
from concord.core.record.fields import changed


def raisers(case: Case) -> Collection[str]:
    """Who may raise a concern under the protocol."""
    return case.protocol.raisers


def carriers(case: Case) -> Collection[str]:
    """Who carries the challenge now."""
    return raising_side(case.protocol, case.matter.dispute)


def challengers(case: Case) -> Collection[str]:
    """Who carries the challenge now, and the raiser, who stays the child's own reviewing officer.

    Children Act 1989 s25B(1): the IRO monitors the case whoever has the alert now.
    """
    return dict.fromkeys((*carriers(case), *filter(None, (case.matter.dispute.raiser,))))


def closing_clause(case: Case) -> str:
    """The clause about ending a dispute, which also says whose it is."""
    return case.protocol.closing.clause


def informal_clause(case: Case) -> str:
    """The clause about informal resolution, or about the first stage where there is none."""
    tiers = case.protocol.informal
    return tiers[0].clause if tiers else case.protocol.stages[0].clause


def obstacle_clause(case: Case) -> str:
    """The clause about obstacles outside the authority's control, or about informal resolution.

    IRO Handbook 2010 paragraph 6.5: they do not stop the challenge.
    """
    rule = case.protocol.escalating
    named = None if isinstance(rule, NotStated) else rule.obstacle_clause
    return named or informal_clause(case)


def raising_clause(case: Case) -> str:
    """The clause about who raises a concern, and for which children."""
    return case.protocol.raisers_clause or informal_clause(case)


def _raise(case: Case, proposal: ConcernRaised) -> Outcome:
    wrong = (
        _not_in_force(case)
        or _wrong_child(case, proposal)
        or _unknown_issue(case, proposal)
        or _unknown_category(case, proposal)
        or _unknown_priority(case, proposal)
    )
    if wrong:
        return wrong
    chosen_for = case.matter._replace(protocol=chosen(case.protocol, _facts(case, proposal)))
    return _on_ladder(case._replace(matter=chosen_for), proposal)


def _facts(case: Case, proposal: ConcernRaised) -> Facts:
    return Facts(
        case.capacity,
        proposal.child_status,
        proposal.in_court,
        proposal.issues,
        proposal.categories,
        proposal.priority,
    )


def _on_ladder(case: Case, proposal: ConcernRaised) -> Outcome:
    """What the ladder of a concern says of raising it."""
    tier = case.protocol.informal[0] if case.protocol.informal else None
    late = _by_when(case, proposal.respond_by, tier) if tier else None
    return late or (changed(proposal, tier=tier.id if tier else ""),)


def _not_in_force(case: Case) -> Refused | None:
    source = case.protocol.source
    if source.is_in_force(case.today):
        return None
    begins, ends = source.in_force_from, source.in_force_until
    if begins and case.today < begins:
        when = f"from {day(begins)}"
    else:
        when = f"until {day(ends)}" if ends else "no longer"
    sentence = f"This protocol is in force {when}"
    hint = "Use the protocol that is in force today"
    return Refused("not-in-force", sentence, raising_clause(case), hint)


def _wrong_child(case: Case, proposal: ConcernRaised) -> Refused | None:
    if proposal.child_status in case.protocol.children:
        return None
    covered = " or ".join(status.value for status in case.protocol.children)
    return Refused(
        "child-not-covered",
        f"This protocol is for children {covered}, not {proposal.child_status.value}",
        raising_clause(case),
        "Use the protocol that covers this child",
    )


def _unknown_issue(case: Case, proposal: ConcernRaised) -> Refused | None:
    issues = case.protocol.issues
    if isinstance(issues, NotStated):
        return None
    unknown = [issue for issue in proposal.issues if issue not in issues]
    if not unknown:
        return None
    sentence = f'"{unknown[0]}" is not in the catalogue of issues'
    clause = case.protocol.issues_clause or informal_clause(case)
    return Refused("unknown-issue", sentence, clause, "Choose one of the catalogue")


def _unknown_category(case: Case, proposal: ConcernRaised) -> Refused | None:
    known = case.protocol.categories
    unknown = [each for each in proposal.categories if each not in known]
    if not unknown:
        return None
    clause = case.protocol.categories_clause or informal_clause(case)
    hint = f"Choose among: {', '.join(known)}" if known else "Leave the category out"
    return Refused(
        "unknown-category", f'This protocol has no category "{unknown[0]}"', clause, hint
    )


def _unknown_priority(case: Case, proposal: ConcernRaised) -> Refused | None:
    known = case.protocol.priorities
    if proposal.priority in (known or ("",)):
        return None
    clause = case.protocol.priorities_clause or informal_clause(case)
    hint = f"Choose among: {', '.join(known)}" if known else "Leave the priority out"
    if not proposal.priority:
        return Refused("priority-needed", "A concern says how urgent it is", clause, hint)
    sentence = f'This protocol has no priority "{proposal.priority}"'
    return Refused("unknown-priority", sentence, clause, hint)


def _by_when(case: Case, wanted: date | None, tier: Informal) -> Refused | None:
    clause = tier.time_clause or tier.clause
    if wanted is None:
        if tier.time_set_by != "the raiser":
            return None
        sentence = "A concern says by when it should be resolved"
        return Refused("by-when-needed", sentence, clause, "Give the day")
    if wanted < case.today:
        return Refused("day-has-passed", f"{day(wanted)} has passed", clause, "Give a later day")
    past = _past_at_most(case, tier, wanted=wanted, began=case.at)
    return past or _past_total(case, wanted, begun=False)


def _past_total(case: Case, wanted: date, *, begun: bool) -> Refused | None:
    rule = case.protocol.total
    if isinstance(rule, NotStated) or rule.counted_from.value != "concern raised":
        return None
    due = total_due(case.matter) if begun else total_due_from(case.matter, case.at)
    if due is None or wanted <= due.on:
        return None
    return Refused(
        "past-the-total",
        f"{day(wanted)} is later than {day(due.on)}, when the {rule.within} in all end",
        rule.clause,
        f"Give {day(due.on)} or an earlier day",
    )


def _extend(case: Case, proposal: InformalExtended) -> Outcome:
    tier = tier_of(case.protocol, case.run.rung)
    until = proposal.until
    if tier is None or until is None:
        return (proposal,)
    if until <= case.today:
        sentence = f"{day(until)} is not ahead"
        return Refused("day-has-passed", sentence, tier.clause, "Give a later day")
    past = _past_at_most(case, tier, wanted=until, began=case.run.opened_at)
    return past or _past_total(case, until, begun=True) or (proposal,)


def next_tier(case: Case) -> Informal | None:
    """The informal tier after the one on which the dispute stands; None on the last."""
    tiers = case.protocol.informal
    ids = [tier.id for tier in tiers]
    here = ids.index(case.run.rung) if case.run.rung in ids else len(ids)
    return tiers[here + 1] if here + 1 < len(tiers) else None


def _may_move_on(case: Case, _proposal: InformalMovedOn) -> Refused | None:
    above = next_tier(case)
    if above is None:
        sentence = "There is no further informal tier"
        return Refused(
            "last-tier", sentence, informal_clause(case), "Go formal, resolve or withdraw"
        )
    return _not_ended(case, _proposal)


def _move_on(case: Case, proposal: InformalMovedOn) -> Outcome:
    tier = next_tier(case)
    if tier is None:
        return (proposal,)
    late = _by_when(case, proposal.respond_by, tier)
    return late or (changed(proposal, tier=tier.id),)


def _note_date(case: Case, proposal: DateNoted) -> Outcome:
    known = case.protocol.dates
    if proposal.which in known:
        return (proposal,)
    sentence = f'No limit of this protocol counts from "{proposal.which}"'
    clause = case.protocol.dates_clause or informal_clause(case)
    return Refused("unknown-date", sentence, clause, f"Name one of: {', '.join(known)}")


def _dates_there(case: Case, _proposal: DateNoted) -> Refused | None:
    if case.protocol.dates:
        return None
    sentence = "No limit of this protocol counts from a date outside"
    return Refused("no-dates", sentence, closing_clause(case), "Record a conversation instead")


def _past_at_most(case: Case, tier: Informal, *, wanted: date, began: datetime) -> Refused | None:
    last = informal_due(case.matter, began, tier)
    if last is None or wanted <= last.on or isinstance(tier.at_most, NotStated):
        return None
    ends = f"when the {tier.at_most.within} of the {tier.label.lower()} end"
    return Refused(
        "past-the-informal-limit",
        f"{day(wanted)} is later than {day(last.on)}, {ends}",
        tier.at_most.clause,
        "Go formal, or give an earlier day",
    )


def _agree(case: Case, proposal: ActionsAgreed) -> Outcome:
    for action in proposal.actions:
        if action.on is None:
            return Refused(
                "action-without-date",
                "An agreed action has no day by which it is done",
                informal_clause(case),
                "Give each action a day",
            )
    return passed_day(case, proposal.actions, clause=informal_clause(case)) or (proposal,)


def passed_day(case: Case, actions: tuple[Action, ...], *, clause: str) -> Refused | None:
    """The refusal of an action whose day is over: it would be missed before anybody owed it."""
    days = [action.on for action in actions if action.on and action.on < case.today]
    if not days:
        return None
    sentence = f"{day(days[0])} has passed"
    return Refused("day-has-passed", sentence, clause, "Give today or a later day")


def _any_agreed(case: Case, _proposal: ActionChecked | ActionReported) -> Refused | None:
    if any(not each.done for each in case.matter.dispute.agreed):
        return None
    sentence = "There is no agreed action to check"
    return Refused("no-such-action", sentence, closing_clause(case), "Agree an action first")


def _any_of_mine(case: Case, proposal: ActionReported) -> Refused | None:
    return _any_agreed(case, proposal) or next(
        (None for each in case.matter.dispute.agreed if not each.done and _is_mine(case, each)),
        Refused(
            "not-your-action",
            "No agreed action is waiting for you",
            closing_clause(case),
            "Record a conversation about the action",
        ),
    )


def _is_mine(case: Case, agreed: Agreed) -> bool:
    return not agreed.action.by or agreed.action.by in case.actor.roles


def _report_action(case: Case, proposal: ActionReported) -> Outcome:
    outcome = _check_action(case, proposal)
    if isinstance(outcome, Refused):
        return outcome
    found = next(each for each in case.matter.dispute.agreed if each.number == proposal.action)
    if _is_mine(case, found):
        return _already_done(case, found) if found.done_at else (proposal,)
    who = case.words.the(found.action.by)
    sentence = f"Agreed action {found.number} is for {who}"
    return Refused("not-your-action", sentence, closing_clause(case), f"Ask {who}")


def _already_done(case: Case, agreed: Agreed) -> Refused:
    return Refused(
        "already-done",
        f"Agreed action {agreed.number} is already reported or found done",
        closing_clause(case),
        "Correct your entry by a further one, or record a conversation",
    )


def _check_action(case: Case, proposal: ActionChecked | ActionReported) -> Outcome:
    open_numbers = [each.number for each in case.matter.dispute.agreed]
    if proposal.action in open_numbers:
        return (proposal,)
    return Refused(
        "no-such-action",
        f"There is no agreed action {proposal.action}",
        closing_clause(case),
        f"Name one of: {', '.join(map(str, open_numbers)) or 'none is agreed yet'}",
    )


def _not_ended(case: Case, _proposal: object) -> Refused | None:
    if case.matter.dispute.informal_ended_at is None:
        return None
    return Refused(
        "informal-has-ended",
        "Informal resolution has already ended",
        informal_clause(case),
        "Go formal, resolve or withdraw",
    )


NEW = frozenset((Phase.NEW,))

SPECS = (
    ActSpec(ConcernRaised, NEW, raisers, raising_clause, settle=_raise),
    ActSpec(ConversationRecorded, OPEN, anyone_with_a_part, informal_clause),
    ActSpec(ActionsAgreed, OPEN, challengers, informal_clause, settle=_agree),
    ActSpec(ActionReported, OPEN, anyone_with_a_part, closing_clause, _any_of_mine, _report_action),
    ActSpec(ActionChecked, OPEN, challengers, closing_clause, _any_agreed, _check_action),
    ActSpec(CaseNoteWritten, BEGUN, challengers, informal_clause),
    ActSpec(InformalExtended, INFORMAL, carriers, informal_clause, _not_ended, _extend),
    ActSpec(InformalMovedOn, INFORMAL, carriers, informal_clause, _may_move_on, _move_on),
    ActSpec(InformalEnded, INFORMAL, carriers, informal_clause, _not_ended),
    ActSpec(ObstacleRecorded, OPEN, anyone_with_a_part, obstacle_clause),
    ActSpec(DateNoted, OPEN, challengers, informal_clause, _dates_there, _note_date),
    ActSpec(CourtNoted, OPEN, anyone_with_a_part, informal_clause),
)
