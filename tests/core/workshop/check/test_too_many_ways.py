"""A protocol that nobody could walk to the end is told so, and takes no longer than others."""

from dataclasses import replace

from concord.core.problem import Severity
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Act, Verb
from concord.core.workshop.check import check_meaning


def _with_musts(count: int) -> Protocol:
    """Bristol's protocol with so many more things to tell somebody before each escalation."""
    protocol = shipped("bristol")
    rule = next(
        each for each in protocol.duties if each.must is Verb.INFORM and Act.ESCALATE in each.before
    )
    more = tuple(replace(rule, id=f"more-{n}", about=f"matter-{n}", at=()) for n in range(count))
    return replace(protocol, duties=(*protocol.duties, *more))


def test_more_ways_than_can_be_walked_are_one_error() -> None:
    (found,) = check_meaning(_with_musts(60))
    assert (found.id, found.severity) == ("too-many-ways", Severity.ERROR)
    assert found.clause in shipped("bristol").clauses


def test_a_few_more_musts_are_walked() -> None:
    assert "too-many-ways" not in {each.id for each in check_meaning(_with_musts(2))}
