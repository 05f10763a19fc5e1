"""Decisions of informal resolution: talk, agree, extend, end."""

from collections.abc import Collection
from dataclasses import replace
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
    ConversationRecorded,
    CourtNoted,
    DateNoted,
    InformalEnded,
    InformalExtended,
    InformalMovedOn,
    ObstacleRecorded,
)
from concord.core.dispute.ladder import raising_side, tier_of
from concord.core.dispute.state import Agreed
from concord.core.dispute.words import day
from concord.core.protocol.definition import Informal
from concord.core.protocol.vocabulary import NotStated
from concord.core.record.fields import changed


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


def by_when(case: Case, wanted: date | None, tier: Informal) -> Refused | None:
    """Why a day by which a concern should be resolved cannot be the one of a tier, if so."""
    clause = tier.time_clause or tier.clause
    if wanted is None:
        if tier.time_set_by != "the raiser":
            return None
        sentence = "A concern says by when it should be resolved"
        return Refused("by-when-needed", sentence, clause, "Give the day", "respond_by")
    if wanted < case.today:
        passed, hint = f"{day(wanted)} has passed", "Give a later day"
        return Refused("day-has-passed", passed, clause, hint, "respond_by")
    past = _past_at_most(case, tier, wanted=wanted, began=case.at)
    return _at("respond_by", past or _past_total(case, wanted, begun=False))


def _at(place: str, refused: Refused | None) -> Refused | None:
    return replace(refused, place=place) if refused else None


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
        return Refused("day-has-passed", sentence, tier.clause, "Give a later day", "until")
    past = _past_at_most(case, tier, wanted=until, began=case.run.opened_at)
    wrong = _no_more(case, tier, until) or past or _past_total(case, until, begun=True)
    return _at("until", wrong) or (proposal,)


def _no_more(case: Case, tier: Informal, until: date) -> Refused | None:
    now = case.matter.dispute.informal_until or case.matter.dispute.respond_by
    if now is None or until > now:
        return None
    sentence = f"{day(until)} is no later than {day(now)}, which is the day already"
    return Refused("no-more-time", sentence, tier.clause, "Give a later day")


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
    late = by_when(case, proposal.respond_by, tier)
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
                "actions",
            )
    return passed_day(case, proposal.actions, clause=informal_clause(case)) or (proposal,)


def passed_day(case: Case, actions: tuple[Action, ...], *, clause: str) -> Refused | None:
    """The refusal of an action whose day is over: it would be missed before anybody owed it."""
    days = [action.on for action in actions if action.on and action.on < case.today]
    if not days:
        return None
    sentence = f"{day(days[0])} has passed"
    return Refused("day-has-passed", sentence, clause, "Give today or a later day", "actions")


def _any_agreed(case: Case, _proposal: ActionChecked | ActionReported) -> Refused | None:
    if any(not each.done for each in case.matter.dispute.agreed):
        return None
    sentence = "There is no agreed action to check"
    return Refused("no-such-action", sentence, closing_clause(case), "Agree an action first")


def _any_of_mine(case: Case, proposal: ActionReported) -> Refused | None:
    if proposal.action:
        return _any_agreed(case, proposal)
    return _any_agreed(case, proposal) or next(
        (None for each in case.matter.dispute.agreed if not each.done_at and _is_mine(case, each)),
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


def _other_court(case: Case, proposal: CourtNoted) -> Outcome:
    if (proposal.current == "yes") is not case.matter.dispute.in_court:
        return (proposal,)
    sentence = f"It is on the record that there are {'' if proposal.current == 'yes' else 'no '}"
    return Refused(
        "court-already-noted",
        f"{sentence}current court proceedings",
        informal_clause(case),
        "Note it when that changes",
        "current",
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


SPECS = (
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
    ActSpec(CourtNoted, OPEN, anyone_with_a_part, informal_clause, settle=_other_court),
)
