"""One dispute about several children: all with one status, and only where the protocol lets it."""

from dataclasses import replace

from concord.core.dispute.decide.case import Refused
from concord.core.dispute.decide.siblings import one_status, refused_together
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus, NotStated

LAMBETH = shipped("lambeth")
IN_CARE, PROTECTED = ChildStatus.IN_CARE, ChildStatus.CHILD_PROTECTION


def test_children_with_one_status_can_share_a_dispute() -> None:
    assert one_status(LAMBETH, [IN_CARE, IN_CARE]) is IN_CARE


def test_a_child_in_care_and_one_on_a_plan_each_need_a_dispute_of_their_own() -> None:
    refused = one_status(LAMBETH, [IN_CARE, PROTECTED])
    assert isinstance(refused, Refused)
    assert (refused.id, refused.clause) == ("different-status", "LAM-CP-CHAIRS")
    assert "in care and child protection" in refused.sentence


def test_a_protocol_that_is_silent_leaves_it_to_whoever_raises() -> None:
    assert LAMBETH.siblings is NotStated.NOT_STATED
    assert refused_together(LAMBETH, ["a", "b"]) is None
    assert refused_together(replace(LAMBETH, siblings="one dispute"), ["a", "b"]) is None


def test_a_protocol_can_ask_for_a_dispute_for_each_child() -> None:
    rules = replace(LAMBETH, siblings="a dispute each", siblings_clause="LAM-S1")
    assert refused_together(rules, ["a"]) is None
    refused = refused_together(rules, ["a", "b"])
    assert refused
    assert (refused.id, refused.clause) == ("one-for-each-child", "LAM-S1")
