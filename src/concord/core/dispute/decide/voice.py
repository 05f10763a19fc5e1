"""The child's own part, and the family's: anybody in the council hears them, the raiser answers."""

from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import challengers
from concord.core.dispute.decide.spec import BEGUN, ActSpec, anyone_with_a_part
from concord.core.dispute.duties.voice import child_outcomes_clause
from concord.core.dispute.events import ChildHeard, ChildOutcomeAnswered, FamilyHeard


def voice_clause(case: Case) -> str:
    """The clause on what the child wants."""
    return child_outcomes_clause(case.protocol)


def outcome_first(case: Case) -> Refused | None:
    """Nothing is resolved while an outcome that the child wants has no answer."""
    open_ones = [each for each in case.matter.dispute.outcomes if each.answered_at is None]
    if not open_ones:
        return None
    return Refused(
        "child-outcome-first",
        f"Outcome {open_ones[0].number} that the child wants has no answer yet",
        voice_clause(case),
        f'Answer it with the step "{ChildOutcomeAnswered.LABEL}"',
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


SPECS = (
    ActSpec(ChildHeard, BEGUN, anyone_with_a_part, voice_clause),
    ActSpec(FamilyHeard, BEGUN, anyone_with_a_part, voice_clause),
    ActSpec(ChildOutcomeAnswered, BEGUN, challengers, voice_clause, _there_is_one, _known),
)
