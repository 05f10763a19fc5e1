"""What the protocol asks for before a step: inform, consult, take advice, state."""

from collections.abc import Iterator

from concord.core.dispute.decide.case import Case, Refused
from concord.core.dispute.duties.fulfilment import ACTS, fulfilled_at
from concord.core.dispute.duties.rules import applies
from concord.core.dispute.events import KINDS
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
    run = case.matter.dispute.run
    window = run.opened_seq if run and act in (Act.ESCALATE, Act.BYPASS, Act.MEET) else 0
    for rule in case.protocol.duties:
        if act not in rule.before or (body and rule.refers_to not in (None, body)):
            continue
        if rule.at and (run is None or run.rung not in rule.at):
            continue
        if not applies(case.matter, rule, run):
            continue
        if fulfilled_at(case.matter.dispute, rule, window=window) is None:
            yield rule


def first_unmet(case: Case, act: Act, *, body: str = "") -> Refused | None:
    """The refusal for the first must that is not done; None when the way is free."""
    for rule in unmet(case, act, body=body):
        if rule.must is not None:
            return Refused(
                _IDS.get(rule.verb, "do-first"),
                f"This comes first: {rule.what[:1].lower()}{rule.what[1:]}",
                rule.clause,
                f'Do this, then record it with the step "{_STEPS[ACTS[rule.verb]]}"',
            )
    return None
