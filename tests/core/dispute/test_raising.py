"""Who raises a concern and for which children: the refusal names the clause that says so."""

from dataclasses import replace

from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus
from tests.core.protocols.stage import Play

PROTOCOL = replace(shipped("bristol"), raisers_clause="BRI-DIRECT")


def test_somebody_who_may_not_raise_is_told_which_clause_says_who_may() -> None:
    refused = Play(PROTOCOL).refused("social-worker", "raise concern")
    assert (refused.id, refused.clause) == ("not-your-part", "BRI-DIRECT")


def test_a_child_who_is_not_covered_is_refused_under_the_same_clause() -> None:
    on = Play(PROTOCOL, child=ChildStatus.CHILD_PROTECTION)
    refused = on.refused("iro", "raise concern")
    assert (refused.id, refused.clause) == ("child-not-covered", "BRI-DIRECT")
