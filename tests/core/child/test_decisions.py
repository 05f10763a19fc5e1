"""Decisions of a review: carried out and looked at; or not to be, with reasons, the family told."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from tests.core.child.record import OnRecord

VISITS = ("Visit every week", "social-worker", "2026-04-01")


def decided(protocol: str = "bristol") -> OnRecord:
    on = OnRecord(protocol).plans("2026-03-20").at("2026-03-20 15:00")
    return on.holds(
        VISITS,
        ("Find a school", "team-manager" if protocol == "bristol" else "pod-team-manager", ""),
    )


@pytest.mark.clauses("BRI-REVIEW")
def test_whoever_is_to_carry_a_decision_out_owes_it_by_its_day() -> None:
    on = decided()
    duty = on.duty("decision:1:do")
    assert (duty.owners, duty.due and duty.due.on) == (("social-worker",), date(2026, 4, 1))
    assert on.duty("decision:2:do").due is None
    refused = on.refused("team-manager", "report decision", decision=1)
    assert refused.id == "not-your-decision"
    on.does("social-worker", "report decision", decision=1)
    assert on.state("decision:1:do") is DutyState.DONE


@pytest.mark.clauses("BRI-REVIEW")
def test_a_decision_that_is_late_shows_up_for_the_reviewing_officer() -> None:
    on = decided().at("2026-04-02 09:00")
    assert "decision:1:do" in on.record.missed
    assert on.state("decision:1:do") is DutyState.OVERDUE
    assert on.duty("decision:1:check").owners == ("iro",)
    assert set(on.told()) == {"social-worker", "iro"}


def test_a_report_that_turns_out_wrong_leaves_the_decision_open() -> None:
    on = decided().does("social-worker", "report decision", decision=1)
    on.does("iro", "check decision", decision=1, done="no", text="Two visits of five.")
    assert on.state("decision:1:do") is DutyState.OPEN
    assert on.told().keys() == {"social-worker", "team-manager"}
    on.does("social-worker", "report decision", decision=1)
    assert on.state("decision:1:check") is DutyState.OPEN
    on.does("iro", "check decision", decision=1, done="yes")
    assert on.state("decision:1:check") is DutyState.DONE
    assert on.refused("iro", "check decision", decision=1, done="no").id == "no-such-decision"


@pytest.mark.clauses("BRI-REG-8A")
def test_a_decision_that_is_not_to_be_carried_out_reaches_the_reviewing_officer_with_reasons() -> (
    None
):
    on = decided()
    assert on.refused("social-worker", "refuse decision", decision=1, reasons="").id == "needed"
    assert on.refused("iro", "refuse decision", decision=1).id == "not-your-part"
    on.does("team-manager", "refuse decision", decision=1)
    assert "iro" in on.told()
    assert on.state("decision:1:do") is DutyState.LAPSED


@pytest.mark.clauses("BRI-INFORM-FAMILY")
def test_child_parents_and_carers_are_each_told_in_good_time() -> None:
    on = decided().does("team-manager", "refuse decision", decision=1)
    owed = {key for key in on.keys if ":tell-" in key}
    assert owed == {f"decision:1:tell-{who}" for who in ("child", "parents", "carers")}
    assert on.duty("decision:1:tell-child").clause == "BRI-INFORM-FAMILY"
    on.does(
        "social-worker",
        "tell of refusal",
        decision=1,
        whom=["child", "carers"],
        how="face to face",
    )
    assert on.state("decision:1:tell-child") is DutyState.DONE
    assert on.state("decision:1:tell-parents") is DutyState.OPEN
    assert on.sentences()[-1] == (
        "The social worker told the child and the carers, face to face, that decision 1 of the"
        " looked-after child review of 20 March 2026 is not to be carried out"
    )


@pytest.mark.clauses("BRH-INFORM-FAMILY")
def test_elsewhere_child_and_parents_are() -> None:
    on = decided("brighton-and-hove").does("pod-team-manager", "refuse decision", decision=1)
    assert {key for key in on.keys if ":tell-" in key} == {
        "decision:1:tell-child",
        "decision:1:tell-parents",
    }


def test_how_somebody_was_told_is_on_record() -> None:
    on = decided().does("team-manager", "refuse decision", decision=1)
    assert on.refused("iro", "tell of refusal", decision=1, whom=["child"]).id == "needed"
    assert (
        on.refused("iro", "tell of refusal", decision=2, whom=["child"], how="letter").id
        == "not-refused"
    )


def test_each_decision_says_who_carries_it_out() -> None:
    on = OnRecord("bristol").plans("2026-03-20").at("2026-03-20 15:00")
    refused = on.refused("iro", "record review", review=1, decisions=[{"what": "A plan"}])
    assert (refused.id, refused.place) == ("owner-needed", "decisions")
