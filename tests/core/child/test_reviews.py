"""Reviews of a child: planned, with papers in time, held, reported, and the next one set."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.tellings import TellingKind
from concord.core.protocol.vocabulary import ChildStatus
from tests.core.child.record import OnRecord

PAPERS = ["review-of-arrangements", "views"]


def planned() -> OnRecord:
    return OnRecord("bristol").plans("2026-03-20", place="2pm, at the carers' home")


@pytest.mark.clauses("BRI-REVIEW")
def test_the_reviewing_officer_plans_and_holds_the_review_and_nobody_else() -> None:
    on = planned()
    assert on.duty("review:1:hold").owners == ("iro",)
    refused = on.refused("team-manager", "plan review", on="2026-04-20", kind="review")
    assert (refused.id, refused.clause) == ("not-your-part", "BRI-REVIEW")
    assert on.refused("team-manager", "record review", review=1).id == "not-your-part"


@pytest.mark.clauses("BRI-REVIEW-PAPERS")
def test_papers_reach_the_reviewing_officer_three_days_before() -> None:
    duty = planned().duty("review:1:papers")
    assert duty.owners == ("social-worker",)
    assert duty.due
    assert duty.due.on == date(2026, 3, 17)
    assert (
        duty.due.set_by == "3 calendar days before the looked-after child review of 20 March 2026"
    )


@pytest.mark.clauses("BRI-REVIEW-PAPERS")
def test_a_paper_that_is_missing_shows_until_it_comes_and_late_when_it_came_late() -> None:
    on = planned().at("2026-03-16 10:00")
    on.does("social-worker", "record papers", review=1, papers=PAPERS[:1])
    assert on.state("review:1:papers") is DutyState.OPEN
    on.at("2026-03-18 09:00")
    assert on.state("review:1:papers") is DutyState.OVERDUE
    assert on.record.missed == {"review:1:papers"}
    on.does("iro", "record papers", review=1, papers=PAPERS[1:])
    assert on.state("review:1:papers") is DutyState.DONE_LATE


@pytest.mark.clauses("BRI-REVIEW-PAPERS")
def test_papers_that_came_in_time_are_in_time_though_they_are_recorded_later() -> None:
    on = planned().at("2026-03-17 16:00")
    on.does("social-worker", "record papers", review=1, papers=PAPERS, on="2026-03-17")
    assert on.state("review:1:papers") is DutyState.DONE


def test_a_review_that_is_planned_for_tomorrow_has_no_day_for_papers_that_is_past() -> None:
    assert OnRecord("bristol").plans("2026-03-03").duty("review:1:papers").due is None


def test_a_moved_review_moves_the_day_of_its_papers() -> None:
    on = planned().does("iro", "move review", review=1, on="2026-03-27")
    due = on.duty("review:1:papers").due
    assert due
    assert due.on == date(2026, 3, 24)
    assert on.told()["social-worker"].due_on == date(2026, 3, 24)


@pytest.mark.clauses("BRI-REVIEW", "BRI-CHILD-VIEWS", "BRI-OTHER-VIEWS")
def test_the_record_of_a_review_has_who_took_part_the_views_and_the_decisions() -> None:
    on = planned().at("2026-03-20 15:00")
    on.holds(
        ("Visit every week", "social-worker", "2026-04-01"),
        other_views="His mother agrees.",
    )
    (decision,) = on.record.decisions
    assert (decision.action.by, decision.action.on) == ("social-worker", date(2026, 4, 1))
    assert on.sentences()[2] == (
        "The Independent Reviewing Officer recorded the looked-after child review of"
        " 20 March 2026 with 1 decision"
    )


@pytest.mark.clauses("BRI-CHILD-VIEWS")
@pytest.mark.parametrize("left_out", ["child_views", "advocate", "child_part"])
def test_the_childs_part_cannot_be_left_out_of_a_review(left_out: str) -> None:
    on = planned().at("2026-03-20 15:00")
    assert on.refused("iro", "record review", review=1, **{left_out: ""}).id == "needed"


@pytest.mark.clauses("BRI-NEXT-REVIEW")
def test_the_next_review_is_set_at_the_end_of_one_or_it_is_said_why_not() -> None:
    on = planned().at("2026-03-20 15:00")
    refused = on.refused("iro", "record review", review=1, next_on="")
    assert (refused.id, refused.clause) == ("next-review-needed", "BRI-NEXT-REVIEW")
    on.does("iro", "record review", review=1, next_on="2026-09-01", next_place="2pm, at school")
    assert [each.on for each in on.record.planned] == [date(2026, 9, 1)]
    other = planned().at("2026-03-20 15:00")
    other.does("iro", "record review", review=1, next_on="", no_next="He is adopted next week.")
    assert other.record.planned == ()
    assert "review:1:next" not in other.keys


@pytest.mark.clauses("BRI-NEXT-REVIEW")
def test_when_the_next_review_is_cancelled_a_day_is_owed_again() -> None:
    on = planned().at("2026-03-20 15:00").holds()
    assert "review:1:next" not in on.keys
    on.does("iro", "cancel review", review=2)
    assert on.duty("review:1:next").clause == "BRI-NEXT-REVIEW"
    on.plans("2026-09-08")
    assert "review:1:next" not in on.keys


@pytest.mark.clauses("BRI-REVIEW-REPORT")
def test_the_report_reaches_the_social_worker_within_15_working_days() -> None:
    on = planned().at("2026-03-20 15:00").holds()
    duty = on.duty("review:1:report")
    assert duty.owners == ("iro",)
    assert duty.due
    assert duty.due.on == date(2026, 4, 14)
    assert duty.due.deadline
    on.at("2026-04-14 15:00").does("iro", "send report", review=1, whom=["team-manager"])
    assert on.state("review:1:report") is DutyState.OPEN
    on.does("iro", "send report", review=1, whom=["social-worker"])
    assert on.state("review:1:report") is DutyState.DONE


@pytest.mark.clauses("BRI-REVIEW-REPORT")
def test_a_report_that_does_not_come_in_time_is_on_record() -> None:
    on = planned().at("2026-03-20 15:00").holds().at("2026-04-15 09:00")
    assert on.record.missed >= {"review:1:report"}
    assert on.told()["iro"].kind is TellingKind.MISSED


@pytest.mark.clauses("BRI-CHALLENGE-IN-REVIEW")
def test_the_chair_challenges_poor_practice_within_the_review() -> None:
    on = planned().at("2026-03-20 15:00").holds(challenge="Two visits in five months.")
    assert on.sentences()[2].endswith("and challenged practice in it")


def test_a_review_that_was_not_written_down_yet_is_not_said_to_have_been_missed() -> None:
    on = planned().at("2026-03-23 09:00")
    assert on.state("review:1:hold") is DutyState.OVERDUE
    assert "review:1:hold" not in on.record.missed
    on.holds(on="2026-03-20")
    assert on.state("review:1:hold") is DutyState.DONE


@pytest.mark.clauses("BRH-URGENT-REVIEW")
def test_an_urgent_review_is_planned_beside_the_next_one_with_its_reason() -> None:
    on = OnRecord("brighton-and-hove").plans("2026-06-20")
    refused = on.refused("iro", "plan review", on="2026-03-10")
    assert (refused.id, refused.clause) == ("planned-already", "BRH-URGENT-REVIEW")
    assert on.refused("iro", "plan review", on="2026-03-10", urgent=True).id == "reason-needed"
    on.plans("2026-03-10", urgent=True, reason="The placement may end.")
    assert [each.on.month for each in on.record.planned] == [3, 6]


@pytest.mark.clauses("LAM-ALERT-FROM")
@pytest.mark.parametrize(
    ("chair", "status"),
    [("iro", ChildStatus.IN_CARE), ("cp-chair", ChildStatus.CHILD_PROTECTION)],
)
def test_reviews_mid_way_reviews_and_conferences_are_held_by_whoever_is_there_for_the_child(
    chair: str, status: ChildStatus
) -> None:
    on = OnRecord("lambeth", status=status)
    for kind, day in (("review", 10), ("mid-way-review", 11), ("conference", 12)):
        on.does(chair, "plan review", kind=kind, on=f"2026-03-{day}")
    assert [each.kind for each in on.record.planned] == ["review", "mid-way-review", "conference"]
    assert on.refused(chair, "plan review", kind="panel", on="2026-03-13").id == (
        "unknown-review-kind"
    )


def test_a_council_whose_document_says_nothing_of_reviews_has_them_all_the_same() -> None:
    on = OnRecord("southampton").plans("2026-03-20").at("2026-03-20 15:00").holds()
    assert on.duty("review:1:hold").clause == ""
    assert on.keys == {"review:1:hold", "review:2:hold"}


def test_a_day_that_is_past_is_no_day_for_a_review_to_come() -> None:
    on = OnRecord("bristol")
    assert on.refused("iro", "plan review", on="2026-03-01").id == "day-past"
    assert on.plans("2026-03-02").refused(
        "iro", "move review", review=1, on="2026-02-01"
    ).place == ("on")


def test_a_review_cannot_be_held_before_its_day_has_come() -> None:
    assert planned().refused("iro", "record review", review=1, on="2026-03-20").id == "day-ahead"
