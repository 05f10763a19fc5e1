"""Recording that something was done that should have waited."""

from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import closing_clause
from concord.core.dispute.decide.spec import OPEN, ActSpec, anyone_with_a_part
from concord.core.dispute.events import RestraintBroken
from concord.core.dispute.restraints import restraints
from concord.core.record.fields import changed


def restraint_clause(case: Case) -> str:
    """The clause of what is to be left undone, or of the end where nothing is."""
    found = restraints(case.matter)
    return found[0].rule.clause if found else closing_clause(case)


def _there_is_one(case: Case, _proposal: object) -> Refused | None:
    if restraints(case.matter):
        return None
    return Refused(
        "nothing-to-leave-undone",
        "Nothing has to be left undone now",
        closing_clause(case),
        "Raise it as a concern, or record a conversation",
    )


def _broken(case: Case, proposal: RestraintBroken) -> Outcome:
    known = {each.rule.id: each.rule for each in restraints(case.matter)}
    rule = known.get(proposal.restraint)
    if rule is None:
        sentence = f'Nothing called "{proposal.restraint}" has to be left undone now'
        hint = f"Name one of: {', '.join(known)}"
        return Refused("unknown-restraint", sentence, restraint_clause(case), hint, "restraint")
    return (changed(proposal, what=rule.what, clause=rule.clause),)


SPECS = (
    ActSpec(RestraintBroken, OPEN, anyone_with_a_part, restraint_clause, _there_is_one, _broken),
)
