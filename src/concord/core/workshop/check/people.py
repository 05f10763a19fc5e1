"""Who answers whom: nobody answers a challenge of their own, and nobody junior comes later."""

from collections.abc import Iterator

from concord.core.dispute.ladder import answer_rule, judges
from concord.core.problem import Severity
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.vocabulary import Side
from concord.core.workshop.check.looked import Looked
from concord.core.workshop.check.meant import Meant


def answers_themselves(looked: Looked) -> Iterator[Meant]:
    """A role that raises, issues or judges and is asked for the answer too.

    IRO Handbook 2010 chapter 6: the challenge goes to those who are responsible for the case.
    """
    for place, stage in enumerate(looked.protocol.stages):
        rule = answer_rule(stage)
        asked = (*(rule.by if rule else ()), *(stage.adjudication.by if stage.adjudication else ()))
        own = set(asked) & {*looked.protocol.raisers, *stage.raised_by, *judges(stage)}
        for role in sorted(own):
            yield Meant(
                "answers-own-challenge",
                Severity.ERROR,
                f"{looked.words.who(role)} raises or judges at {stage.label} and answers there too",
                "Name somebody in the line for the answer",
                rule.clause if rule else stage.clause,
                ("stages", place, "answer", "by"),
            )


def junior_to_the_stage_before(looked: Looked) -> Iterator[Meant]:
    """A stage that is answered by somebody who answers to those of the stage before."""
    stages = looked.protocol.stages
    for place in range(1, len(stages)):
        before, here = _answer(stages[place - 1]), _answer(stages[place])
        above = {boss for role in here for boss in _bosses(looked.protocol, role)}
        if here and before and above & set(before) and not above & set(here) - set(before):
            yield Meant(
                "junior-answers",
                Severity.ERROR,
                f"{looked.words.roles(here).capitalize()} at {stages[place].label} is junior to "
                f"{looked.words.roles(before)} at {stages[place - 1].label}",
                "Let each stage be answered by somebody more senior",
                stages[place].clause,
                ("stages", place, "answer", "by"),
            )


def _answer(stage: Stage) -> tuple[str, ...]:
    rule = answer_rule(stage)
    return rule.by if rule else ()


def _bosses(protocol: Protocol, role: str) -> frozenset[str]:
    """Everybody to whom a role answers, directly or through others."""
    found: set[str] = set()
    above = protocol.roles[role].manager
    while above is not None and above not in found:
        found.add(above)
        above = protocol.roles[above].manager
    return frozenset(found)


def nobody_holds(looked: Looked) -> Iterator[Meant]:
    """A role that has something to do and that nobody in the authority holds."""
    if looked.held is None:
        return
    for role in sorted(_with_something_to_do(looked.protocol) - looked.held):
        if looked.protocol.roles[role].side in (Side.CHILD, Side.OUTSIDE):
            continue
        yield Meant(
            "role-not-held",
            Severity.ERROR,
            f"Nobody in this authority is {looked.words.the(role)}",
            "Give the post to somebody, or name another role",
            looked.protocol.stages[0].clause,
            ("roles", role),
        )


def _with_something_to_do(protocol: Protocol) -> set[str]:
    found = {*protocol.raisers}
    for stage in protocol.stages:
        found.update(stage.raised_by, stage.addressed_to, judges(stage), _answer(stage))
        found.update(stage.adjudication.by if stage.adjudication else ())
    for rule in protocol.duties:
        found.update(rule.who)
    for body in protocol.referrals:
        found.update(body.by)
    return found
