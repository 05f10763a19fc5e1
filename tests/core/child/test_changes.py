"""Significant changes: notified by the line, decided on by the reviewing officer."""

from datetime import date

import pytest

from concord.core.child.matter import changes_of
from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.shipped import shipped
from tests.core.child.record import OnRecord


@pytest.mark.clauses("BRI-CHANGES")
@pytest.mark.parametrize("by", ["social-worker", "team-manager"])
def test_social_workers_and_managers_notify_a_change_and_the_reviewing_officer_decides(
    by: str,
) -> None:
    on = OnRecord("bristol").does(by, "notify change", kinds=["social-worker", "contact"])
    assert set(on.told()) == {"iro"}
    assert on.duty("change:1").owners == ("iro",)
    assert on.record.changes[0].labels == (
        "The allocated social worker changes",
        "Contact changes in a major way",
    )
    on.does("iro", "weigh change", notified=1, forward="no")
    assert on.state("change:1") is DutyState.DONE
    assert set(on.told()) == {by}


@pytest.mark.clauses("BRI-CHANGES")
def test_the_document_lists_17_kinds_of_change() -> None:
    rule = changes_of(shipped("bristol"))
    assert rule
    assert len(rule.kinds) == 17


@pytest.mark.clauses("BRI-CHANGES")
def test_a_review_that_is_brought_forward_has_an_earlier_day() -> None:
    on = OnRecord("bristol").plans("2026-06-20").does("social-worker", "notify change")
    asked = {"notified": 1, "forward": "yes"}
    assert on.refused("iro", "weigh change", **asked).id == "day-needed"
    assert on.refused("iro", "weigh change", **asked, on="2026-06-20").id == "not-sooner"
    assert on.refused("iro", "weigh change", **asked, on="2026-02-20").id == "day-past"
    on.does("iro", "weigh change", **asked, on="2026-03-20")
    assert [each.on for each in on.record.reviews] == [date(2026, 3, 20)]
    assert on.sentences()[-1].endswith(
        "moved the looked-after child review of 20 June 2026 to 20 March 2026"
    )


def test_where_no_review_is_planned_one_is() -> None:
    on = OnRecord("bristol").does("social-worker", "notify change")
    on.does("iro", "weigh change", notified=1, forward="yes", on="2026-03-20")
    assert [each.on for each in on.record.planned] == [date(2026, 3, 20)]


def test_a_change_is_decided_on_once_and_only_by_who_chairs() -> None:
    on = OnRecord("bristol").does("social-worker", "notify change")
    assert (
        on.refused("team-manager", "weigh change", notified=1, forward="no").id == "not-your-part"
    )
    on.does("iro", "weigh change", notified=1, forward="no")
    assert on.refused("iro", "weigh change", notified=1, forward="no").id == "nothing-notified"


def test_a_kind_that_the_document_does_not_list_is_refused() -> None:
    refused = OnRecord("bristol").refused("social-worker", "notify change", kinds=["weather"])
    assert (refused.id, refused.clause) == ("unknown-change", "BRI-CHANGES")


def test_where_the_document_says_nothing_of_changes_nobody_is_asked_for_them() -> None:
    refused = OnRecord("southampton").refused("social-worker", "notify change")
    assert refused.id == "not-stated"
