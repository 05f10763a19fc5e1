"""May this person put this on a child's record now, and what follows from it?"""

from collections.abc import Iterator
from dataclasses import replace

from concord.core.child.decide import beside, changes, decisions, practice, reviews
from concord.core.child.decide.case import ChildActSpec, ChildCase
from concord.core.child.events import ChildEvent
from concord.core.dispute.decide import Decided, Option, Refused
from concord.core.dispute.decide.given import stop_at_gaps
from concord.core.dispute.words import day
from concord.core.problem import Finding, Place, WrongData
from concord.core.record.fields import described

_SPECS: dict[type, ChildActSpec] = {
    spec.kind: spec
    for part in (reviews, decisions, changes, beside, practice)
    for spec in part.SPECS
}
CHILD_ACTS: dict[str, type[ChildEvent]] = {spec.kind.VERB: spec.kind for spec in _SPECS.values()}

__all__ = ["CHILD_ACTS", "ChildCase", "decide_child", "options_for_child"]


def decide_child(case: ChildCase, proposal: ChildEvent) -> Decided | Refused:
    """Decide on an act in a child's record.

    In: the case (rules, record, calendar, who, when) and the event that the person proposes. Out:
    the events to record with the person's capacity, or the refusal with the clause that forbids it
    and what would allow it. Raises WrongData, one finding for a place, when something needed is
    empty, when somebody is named whom the protocol does not know, or when a day is still ahead.
    """
    outcome = _decide(case, proposal)
    return _in_own_words(case, outcome) if isinstance(outcome, Refused) else outcome


def options_for_child(case: ChildCase) -> Iterator[Option]:
    """Every act that this council has in a child's record, possible for this person or not."""
    for spec in _SPECS.values():
        if not spec.known(case):
            continue
        acting = _acting(case, spec)
        refused = acting if isinstance(acting, Refused) else spec.ready(acting, spec.kind())
        told = _in_own_words(case, refused) if refused else None
        yield Option(spec.kind.VERB, case.words.own(spec.kind.LABEL), told)


def _decide(case: ChildCase, proposal: ChildEvent) -> Decided | Refused:
    spec = _SPECS[type(proposal)]
    if not spec.known(case):
        return _not_stated(spec)
    acting = _acting(case, spec, proposal)
    if isinstance(acting, Refused):
        return acting
    refused = spec.ready(acting, proposal)
    if refused:
        return refused
    stop_at_gaps(proposal, case.protocol)
    _stop_at_days_ahead(acting, proposal)
    outcome = spec.settle(acting, proposal)
    return outcome if isinstance(outcome, Refused) else Decided(acting.capacity, outcome)


def _not_stated(spec: ChildActSpec) -> Refused:
    what = f"{spec.kind.LABEL[:1].lower()}{spec.kind.LABEL[1:]}"
    sentence = f"This protocol says nothing that would ask to {what}"
    return Refused("not-stated", sentence, "", "Use the council's own records for it")


def _acting(
    case: ChildCase, spec: ChildActSpec, proposal: ChildEvent | None = None
) -> ChildCase | Refused:
    """The case with the capacity of the person: a role of those who may, one that carries the
    decision in question where the act is about one.
    """
    roles = list(dict.fromkeys(spec.doers(case)))
    own = [role for role in roles if role in case.actor.roles]
    if own:
        return case._replace(capacity=_fitting(case, own, proposal))
    who = case.words.roles(roles, last="or")
    sentence = f"This is for {who}" if who else "There is nothing of the kind to do now"
    hint = f"Ask {who}" if who else "Look what can be done now"
    return Refused("not-your-part", sentence, spec.clause(case), hint)


def _fitting(case: ChildCase, own: list[str], proposal: ChildEvent | None) -> str:
    number = getattr(proposal, "decision", 0)
    decision = case.record.decision(number) if number else None
    owner = decision.action.by if decision else ""
    return owner if owner in own else own[0]


def _in_own_words(case: ChildCase, refused: Refused) -> Refused:
    sentence, allowed_by = map(case.words.own, (refused.sentence, refused.allowed_by))
    return replace(refused, sentence=sentence, allowed_by=allowed_by)


def _stop_at_days_ahead(case: ChildCase, proposal: ChildEvent) -> None:
    wrong = tuple(_ahead(case, proposal))
    if wrong:
        raise WrongData(wrong)


def _ahead(case: ChildCase, proposal: ChildEvent) -> Iterator[Finding]:
    for name, about in described(type(proposal)).items():
        on = getattr(proposal, name) if about.past else None
        if on is not None and on > case.today:
            hint = f"Give {day(case.today)} or an earlier day"
            place = Place(path=name.replace("_", " "))
            yield Finding("day-ahead", f"{day(on)} is still ahead", hint, place)
