"""Where several may raise a concern, the protocol can leave a dispute to the one who raised it."""

from dataclasses import replace

import pytest

from concord.core.dispute.tellings import tellings
from concord.core.people.permission import Part, parts
from concord.core.protocol.definition import Judging, Protocol, Role
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import NotStated, Scope, Side
from tests.core.protocols.stage import Play

BOTH = ("iro", "chair")


@pytest.mark.parametrize(("raiser", "other"), [BOTH, BOTH[::-1]])
def test_the_other_has_no_part_in_it(raiser: str, other: str) -> None:
    on = _answered(_protocol(alone=True), raiser)
    assert on.duty("2:judge").owners == (raiser,)
    told = {each.role for each in tellings(on.matter, on.dispute.entries[-1])}
    assert (raiser in told, other in told) == (True, False)
    assert parts(on.matter, [other]) == frozenset()
    assert on.refused(other, "judge", satisfied="yes").id == "not-your-part"
    on.judge(raiser, "yes")


def test_the_other_sees_it_when_consulted() -> None:
    on = _answered(_protocol(alone=True), "iro").consult("iro", "chair")
    assert parts(on.matter, ["chair"]) == {Part.CONSULTED}


def test_where_nothing_is_said_either_goes_on_with_it() -> None:
    on = _answered(_protocol(alone=False), "iro")
    assert on.duty("2:judge").owners == BOTH
    on.judge("chair", "yes")


def _answered(protocol: Protocol, raiser: str) -> Play:
    on = Play(protocol).concern(raiser).talk(raiser, "social-worker").alert(raiser)
    return on.answer("social-worker")


def _protocol(*, alone: bool) -> Protocol:
    rules = shipped("bristol")
    roles = {**rules.roles, "chair": Role("Chair", Side.REVIEWING, Scope.CHILD)}
    judged = Judging(BOTH, NotStated.NOT_STATED, "BRI-S1-DECIDE")
    first = replace(rules.stages[0], raised_by=BOTH, judged=judged)
    return replace(rules, roles=roles, raisers=BOTH, stages=(first,), duties=(), raiser_alone=alone)
