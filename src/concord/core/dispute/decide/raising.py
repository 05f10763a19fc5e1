"""The decision on raising a concern: is it for this protocol, and on which ladder does it go?"""

from collections.abc import Collection

from concord.core.dispute.decide.case import Case, Outcome, Refused
from concord.core.dispute.decide.informal import by_when, informal_clause
from concord.core.dispute.decide.siblings import refused_together
from concord.core.dispute.decide.spec import ActSpec
from concord.core.dispute.events import ConcernRaised
from concord.core.dispute.state import Phase
from concord.core.dispute.words import day, joined
from concord.core.protocol.definition import Informal
from concord.core.protocol.ladders import (
    Facts,
    alike,
    chosen,
    ladder_of,
    raisers_of_any,
    subjects,
    whole_of,
)
from concord.core.protocol.vocabulary import About, NotStated
from concord.core.record.fields import changed


def raisers(case: Case) -> Collection[str]:
    """Who may raise a concern under the protocol, about one thing or another."""
    return raisers_of_any(case.protocol)


def raising_clause(case: Case) -> str:
    """The clause about who raises a concern, and for which children."""
    return case.protocol.raisers_clause or informal_clause(case)


def _raise(case: Case, proposal: ConcernRaised) -> Outcome:
    wrong = (
        _not_in_force(case)
        or _no_such_subject(case, proposal)
        or _wrong_child(case, proposal)
        or _unknown_issue(case, proposal)
        or _unknown_category(case, proposal)
        or _unknown_priority(case, proposal)
        or refused_together(case.protocol, proposal.children)
        or _against_wishes(case, proposal)
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
        proposal.about,
    )


def _on_ladder(case: Case, proposal: ConcernRaised) -> Outcome:
    """What the ladder of a concern says of raising it."""
    tier = case.protocol.informal[0] if case.protocol.informal else None
    wrong = tier and (
        by_when(case, proposal.respond_by, tier)
        or _elsewhere(case, proposal, tier)
        or _substitute(case, proposal, tier)
    )
    return wrong or (changed(proposal, tier=tier.id if tier else ""),)


def _elsewhere(case: Case, proposal: ConcernRaised, tier: Informal) -> Refused | None:
    """Who is asked at once on another ladder alone, such as during court proceedings, is not asked
    on this one.
    """
    here = {*tier.talk_with, *tier.substitute}
    for each in alike(case.protocol):
        first, ladder = each.informal[0], ladder_of(each)
        there = {*first.talk_with, *first.substitute} - here
        asked = next((role for role in proposal.raised_with if role in there), None)
        if asked and ladder:
            sentence = (
                f"{case.words.who(asked)} is asked at once only on the ladder: {ladder.label}"
            )
            court = bool(ladder.only_for and ladder.only_for.in_court)
            so = "that there are court proceedings" if court else "what makes it that ladder"
            hint = f"Leave {case.words.the(asked)} out, or say {so}"
            return Refused("other-ladder", sentence, ladder.clause, hint, "raised_with")
    return None


def _substitute(case: Case, proposal: ConcernRaised, tier: Informal) -> Refused | None:
    """A concern goes to the substitute when none of the others can be reached, and says so."""
    instead = [role for role in proposal.raised_with if role in tier.substitute]
    reached = [role for role in proposal.raised_with if role in tier.talk_with]
    if not instead or (proposal.none_reached and not reached):
        return None
    clause = tier.substitute_clause or tier.clause
    first, who = case.words.roles(tier.talk_with), case.words.who(instead[0])
    if reached:
        sentence = f"{who} is turned to only when {first} cannot be reached"
        hint = f"Leave {case.words.the(instead[0])} out"
        return Refused("substitute-not-needed", sentence, clause, hint, "raised_with")
    sentence = f"A concern that goes to {case.words.the(instead[0])} says why nobody else could be"
    hint = f"Write when {first} were tried, and how"
    return Refused("reason-needed", f"{sentence} reached", clause, hint, "none_reached")


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


def _no_such_subject(case: Case, proposal: ConcernRaised) -> Refused | None:
    known = subjects(case.protocol)
    if proposal.about not in ("", *known):
        sentence = f"This protocol has no ladder for a concern about {proposal.about}"
        others = joined((f'"{each.value}"' for each in known), last="or")
        hint = "Leave out what it is about where it is about what the service does for the child"
        hint = f"Write {others}, or leave it out" if others else hint
        return Refused("no-ladder-for-this", sentence, raising_clause(case), hint, "about")
    if proposal.about == About.PARTNER and not proposal.agency:
        sentence = "A concern about a partner agency says which agency it is"
        ladders = (each for each in whole_of(case.protocol).ladders if About.PARTNER in each.about)
        clause = next(ladders).clause
        hint = "Write the name of the agency"
        return Refused("agency-not-named", sentence, clause, hint, "agency")
    return None


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


def _against_wishes(case: Case, proposal: ConcernRaised) -> Refused | None:
    """Raising it against the child's wishes is the raiser's own decision, and says both the wishes
    and the reason (IRO Handbook 2010, chapter 6).
    """
    if proposal.child_wants != "no" or (proposal.child_views and proposal.against_wishes):
        return None
    clause = case.protocol.against_wishes_clause or raising_clause(case)
    missing = "against_wishes" if proposal.child_views else "child_views"
    sentence = "A concern that the child does not want says the child's wishes and the reason"
    hint = "Write the child's wishes and feelings, and why it is raised all the same"
    return Refused("reason-needed", sentence, clause, hint, missing)


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


NEW = frozenset((Phase.NEW,))

SPECS = (ActSpec(ConcernRaised, NEW, raisers, raising_clause, settle=_raise),)
