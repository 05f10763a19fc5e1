"""A complaint by or for a child: told to the reviewing officer, judged, and stopping nothing."""

import pytest

from concord.core.dispute.duties.model import DutyState
from tests.core.child.record import OnRecord
from tests.core.protocols.stage import Play

NOTED = {"giver": "the child", "told_by": "The complaints manager", "text": "The move."}


@pytest.mark.clauses("SAR-COMPLAINT", "BRH-COMPLAINT-BESIDE")
@pytest.mark.parametrize("protocol", ["unnamed-004", "brighton-and-hove"])
def test_the_reviewing_officer_is_told_of_a_complaint_by_or_for_the_child(protocol: str) -> None:
    on = OnRecord(protocol).does("social-worker", "note complaint", **NOTED)
    assert "iro" in on.told()
    assert on.sentences() == ["The social worker noted a complaint of the child"]


@pytest.mark.clauses("BRH-COMPLAINT-BESIDE")
def test_the_service_judges_whether_it_is_serious_enough_to_act_on_at_once() -> None:
    on = OnRecord("brighton-and-hove").does("social-worker", "note complaint", **NOTED)
    duty = on.duty("complaint:1")
    assert (duty.owners, duty.clause) == (("iro",), "BRH-COMPLAINT-BESIDE")
    judged = {"complaint": 1, "at_once": "no", "reason": "It is about pocket money."}
    assert on.refused("social-worker", "weigh complaint", **judged).id == "not-your-part"
    on.does("iro", "weigh complaint", **judged)
    assert on.state("complaint:1") is DutyState.DONE


def test_where_the_document_asks_for_no_judgement_none_is_owed() -> None:
    on = OnRecord("unnamed-004").does("social-worker", "note complaint", **NOTED)
    assert on.keys == set()
    refused = on.refused("iro", "weigh complaint", complaint=1, at_once="no", reason="x")
    assert refused.id == "not-stated"


def test_what_came_of_it_ends_it() -> None:
    on = OnRecord("brighton-and-hove").does("social-worker", "note complaint", **NOTED)
    on.does("iro", "end complaint", complaint=1, outcome="The council said sorry.")
    assert on.state("complaint:1") is DutyState.LAPSED
    assert on.refused("iro", "end complaint", complaint=1, outcome="x").id == "no-complaint"


@pytest.mark.clauses("SAR-COMPLAINT", "BRH-COMPLAINT-BESIDE")
@pytest.mark.parametrize("protocol", ["unnamed-004", "brighton-and-hove"])
def test_no_step_of_a_dispute_waits_for_a_complaint(protocol: str) -> None:
    on = Play(protocol).concern("iro")
    waits = {str(act) for duty in on.duties.values() for act in duty.before}
    assert not {each for each in waits if "complaint" in each}
    assert all("complaint" not in key for key in on.duties)


@pytest.mark.clauses("SAR-COMPLAINT")
def test_the_child_learns_of_the_right_to_complain_and_of_an_advocate() -> None:
    on = Play("unnamed-004").concern("iro", raised_with=["social-worker", "team-manager"])
    told = [rule for rule in on.matter.protocol.duties if rule.clause == "SAR-COMPLAINT"]
    assert [("child" in rule.whom, rule.verb.value) for rule in told] == [(True, "inform")]


def test_a_complaint_is_seen_by_the_reviewing_side_and_by_who_noted_it() -> None:
    on = OnRecord("brighton-and-hove").does("social-worker", "note complaint", **NOTED)
    assert on.seen("iro") == on.seen("iro-manager") == ["complaint-noted"]
    assert on.seen("pod-team-manager") == []
