"""What the protocol asks for before a step: inform, consult, take advice, state."""

from collections.abc import Iterable, Iterator

from concord.core.dispute.decide.case import Case, Refused
from concord.core.dispute.duties.conditions import applies
from concord.core.dispute.duties.fulfilment import act_of, fulfilled_at
from concord.core.dispute.events import KINDS
from concord.core.dispute.matter import Matter
from concord.core.dispute.words import uncapital
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Act, Verb

_STEPS = {kind.VERB: kind.LABEL for kind in KINDS}
_IDS = {
    Verb.INFORM: "inform-first",
    Verb.CONSULT: "consult-first",
    Verb.CONSIDER: "consider-first",
    Verb.GIVE_STATEMENT: "statement-first",
    Verb.SEEK_ADVICE: "advice-first",
    Verb.RECEIVE_ADVICE: "advice-first",
    Verb.RAISE_AT: "stage-first",
}


def unmet(case: Case, act: Act, *, body: str = "") -> Iterator[DutyRule]:
    """The duties before a step that are not done yet, musts and shoulds, in the file's order."""
    return unmet_in(case.matter, act, body=body)


def unmet_in(matter: Matter, act: Act, *, body: str = "") -> Iterator[DutyRule]:
    """As `unmet`, for whoever acts: what has to be done before a step does not depend on that."""
    run = matter.dispute.run
    window = run.opened_seq if run and act in (Act.ESCALATE, Act.BYPASS, Act.MEET) else 0
    for rule in matter.protocol.duties:
        if act not in rule.before or (body and rule.refers_to not in (None, body)):
            continue
        if rule.at and (run is None or run.rung not in rule.at):
            continue
        if not applies(matter, rule, run):
            continue
        if fulfilled_at(matter.dispute, rule, window=window) is None:
            yield rule


def first_unmet(
    case: Case, act: Act, *, body: str = "", owed_by: str | None = None
) -> Refused | None:
    """The refusal for the first must that is not done; None when the way is free.

    With `owed_by`, only what that role owes stands in its way: nobody is made late by what
    somebody else leaves undone.
    """
    for rule in unmet(case, act, body=body):
        if rule.must is not None and (owed_by is None or owed_by in rule.who):
            allowed_by = f'Do this, then record it with the step "{_STEPS[act_of(rule)]}"'
            return not_done(rule, f"This comes first: {_inside(rule)}", allowed_by)
    return None


def not_done(rule: DutyRule, sentence: str, allowed_by: str, place: str = "") -> Refused:
    """The refusal of a step because what a rule asks for before it is not done.

    `place` is the field in which it can be said why it goes without, where there is one.
    """
    return Refused(_IDS.get(rule.verb, "do-first"), sentence, rule.clause, allowed_by, place)


def all_of_them(rules: Iterable[DutyRule]) -> str:
    """What several rules ask for, inside a sentence."""
    return "; ".join(_inside(rule) for rule in rules)


def _inside(rule: DutyRule) -> str:
    return uncapital(rule.what)
