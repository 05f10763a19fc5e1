"""The child's own part, and the family's: anybody in the council hears them, the raiser answers,
and who is to tell them something does so or says why not.
"""

from collections.abc import Collection

from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import challengers
from concord.core.dispute.decide.spec import BEGUN, OPEN, ActSpec, anyone_with_a_part
from concord.core.dispute.duties.voice import (
    child_outcomes_clause,
    not_explained,
    not_told,
    told_to_the_child,
)
from concord.core.dispute.events import (
    AdvocateRecorded,
    ChildHeard,
    ChildOutcomeAnswered,
    FamilyHeard,
    Informed,
    NotToldExplained,
)
from concord.core.dispute.words import day, uncapital
from concord.core.record.fields import changed


def voice_clause(case: Case) -> str:
    """The clause on what the child wants."""
    return child_outcomes_clause(case.protocol)


def outcome_first(case: Case) -> Refused | None:
    """Nothing ends while an outcome that the child wants has no answer."""
    open_ones = [each for each in case.matter.dispute.outcomes if each.answered_at is None]
    if not open_ones:
        return None
    return Refused(
        "child-outcome-first",
        f"Outcome {open_ones[0].number} that the child wants has no answer yet",
        voice_clause(case),
        f'Answer it with the step "{ChildOutcomeAnswered.LABEL}"',
    )


def told_first(case: Case) -> Refused | None:
    """Nothing ends while the child or the family is neither told what the protocol asks for by now
    nor is it on record why not, with a day to look again that has not passed.
    """
    left = not_explained(case.matter, at=case.at)
    if not left:
        return None
    return Refused(
        "child-first",
        f"This is not done, and it is not on record why: {uncapital(left[0].what)}",
        left[0].clause,
        f'Do it and record it with the step "{Informed.LABEL}", '
        f'or take the step "{NotToldExplained.LABEL}"',
    )


def _there_is_one(case: Case, _proposal: object) -> Refused | None:
    if case.matter.dispute.outcomes:
        return None
    sentence, hint = "The child has named no outcome", "Record what the child says first"
    return Refused("no-child-outcome", sentence, voice_clause(case), hint)


def _known(case: Case, proposal: ChildOutcomeAnswered) -> Outcome:
    numbers = [each.number for each in case.matter.dispute.outcomes]
    if proposal.outcome in numbers:
        return (proposal,)
    hint = f"Name one of: {', '.join(map(str, numbers))}"
    sentence = f"There is no outcome {proposal.outcome}"
    return Refused("unknown-child-outcome", sentence, voice_clause(case), hint, "outcome")


def tellers(case: Case) -> Collection[str]:
    """Whoever is to tell the child or the family something, and who carries the challenge."""
    rules = told_to_the_child(case.protocol).values()
    return dict.fromkeys((*challengers(case), *(role for rule in rules for role in rule.who)))


def telling_clause(case: Case) -> str:
    """The clause on telling the child, or else the one on what the child wants."""
    rules = told_to_the_child(case.protocol).values()
    return next((rule.clause for rule in rules), voice_clause(case))


def _not_all_told(case: Case, _proposal: object) -> Refused | None:
    if not_told(case.matter):
        return None
    sentence = "There is nothing now that the child or the family is still to be told"
    hint = "Record a conversation instead"
    return Refused("nobody-to-tell", sentence, telling_clause(case), hint)


def _explain(case: Case, proposal: NotToldExplained) -> Outcome:
    known = not_told(case.matter)
    duty = known.get(proposal.untold)
    if duty is None:
        sentence = f'Nothing called "{proposal.untold}" is to be told now'
        hint = f"Name one of: {', '.join(known)}"
        return Refused("unknown-telling", sentence, telling_clause(case), hint, "untold")
    again = proposal.look_again
    if again is None and case.matter.dispute.phase in OPEN:
        sentence, hint = "As long as it runs, it is looked at again", "Give a day after today"
        return Refused("look-again-needed", sentence, duty.clause, hint, "look_again")
    if again is not None and again <= case.today:
        sentence, hint = f"{day(again)} is not a day to come", "Give a day after today"
        return Refused("look-again-later", sentence, duty.clause, hint, "look_again")
    return (changed(proposal, what=duty.what, clause=duty.clause),)


SPECS = (
    ActSpec(ChildHeard, BEGUN, anyone_with_a_part, voice_clause),
    ActSpec(AdvocateRecorded, BEGUN, anyone_with_a_part, telling_clause),
    ActSpec(FamilyHeard, BEGUN, anyone_with_a_part, voice_clause),
    ActSpec(ChildOutcomeAnswered, BEGUN, challengers, voice_clause, _there_is_one, _known),
    ActSpec(NotToldExplained, BEGUN, tellers, telling_clause, _not_all_told, _explain),
)
