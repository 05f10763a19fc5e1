"""A final care plan before it goes to court: seen with its assessments, and with a view on it."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from tests.core.child.record import OnRecord

ASSESSMENTS = "Parenting assessment\nAssessment of the sibling bond"


def noted(protocol: str = "southampton") -> OnRecord:
    return OnRecord(protocol).does(
        "social-worker", "plan submission", on="2026-04-10", assessments=ASSESSMENTS
    )


@pytest.mark.clauses("SOU-FINAL-PLAN", "BRH-FINAL-PLAN")
@pytest.mark.parametrize("protocol", ["southampton", "brighton-and-hove"])
def test_the_reviewing_service_gets_the_plan_before_it_goes_to_court(protocol: str) -> None:
    on = noted(protocol)
    duty = on.duty("submission:1:plan")
    assert duty.owners[0] == "social-worker"
    assert (duty.due and duty.due.on) == date(2026, 4, 10)
    on.at("2026-04-02 10:00").does("iro", "record final plan", submission=1)
    assert on.state("submission:1:plan") is DutyState.DONE
    assert on.told()["iro"].kind.value == "do"


@pytest.mark.clauses("SOU-FINAL-PLAN")
def test_a_plan_that_did_not_come_before_it_went_to_court_is_on_record_as_missing() -> None:
    on = noted().at("2026-04-11 10:00")
    assert on.state("submission:1:plan") is DutyState.OVERDUE
    assert "submission:1:plan" in on.record.missed


@pytest.mark.clauses("SOU-ASSESSMENTS", "BRH-FINAL-PLAN")
@pytest.mark.parametrize("protocol", ["southampton", "brighton-and-hove"])
def test_each_specialist_assessment_is_listed_and_received_or_missing(protocol: str) -> None:
    on = noted(protocol)
    assert on.record.submissions[0].assessments == tuple(ASSESSMENTS.splitlines())
    on.does("iro", "record assessment", assessment="Parenting assessment")
    assert on.state("submission:1:assessment-1") is DutyState.DONE
    assert on.state("submission:1:assessment-2") is DutyState.OPEN
    assert "sibling" not in on.duty("submission:1:assessment-2").what


@pytest.mark.clauses("SOU-IRO-VIEW", "BRH-FINAL-PLAN")
@pytest.mark.parametrize("protocol", ["southampton", "brighton-and-hove"])
def test_the_reviewing_officers_view_is_on_record_for_what_goes_to_court(protocol: str) -> None:
    on = noted(protocol)
    asked = {"submission": 1, "agrees": "no", "text": "Contact is missing from the plan."}
    assert on.refused("iro", "give view on plan", **asked).id == "no-plan-yet"
    on.does("iro", "record final plan", submission=1)
    assert on.duty("submission:1:view").owners == ("iro",)
    assert on.refused("social-worker", "give view on plan", **asked).id == "not-your-part"
    on.does("iro", "give view on plan", **asked)
    assert on.state("submission:1:view") is DutyState.DONE
    assert set(on.told()) >= {"social-worker"}


def test_a_submission_that_moves_takes_its_days_with_it() -> None:
    on = noted().does("social-worker", "move submission", submission=1, on="2026-05-10")
    due = on.duty("submission:1:assessment-1").due
    assert (due and due.on) == date(2026, 5, 10)
    assert on.refused("iro", "move submission", submission=1, on="2026-02-01").id == "day-past"
    assert on.refused("iro", "move submission", submission=7, on="2026-06-01").id == (
        "no-such-submission"
    )


def test_where_the_document_says_nothing_of_care_plans_for_the_court_nobody_is_asked() -> None:
    assert OnRecord("bristol").refused("iro", "plan submission", on="2026-04-10").id == "not-stated"


def test_those_without_a_part_in_it_do_not_see_it() -> None:
    on = noted()
    assert on.seen("team-manager") == ["submission-planned"]
    assert on.seen("deputy-director") == []
