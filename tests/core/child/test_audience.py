"""Who sees what in a child's record follows from the part in it, never from rank."""

from concord.core.protocol.vocabulary import ChildStatus
from tests.core.child.record import OnRecord


def test_a_review_is_seen_by_those_with_a_part_in_it() -> None:
    on = OnRecord("bristol").plans("2026-03-20").at("2026-03-20 15:00")
    on.holds(("Find a school", "team-manager", ""))
    for role in ("iro", "senior-reviewing-officer", "social-worker", "team-manager"):
        assert {"review-planned", "review-held"} <= {*on.seen(role)}, role
    assert on.seen("service-director") == []


def test_whom_the_owner_of_a_decision_answers_to_sees_the_review() -> None:
    on = OnRecord("bristol").plans("2026-03-20").at("2026-03-20 15:00")
    on.holds(("Find a school", "team-manager", ""))
    assert "review-held" in on.seen("service-manager")


def test_good_practice_is_seen_by_whose_it_is_and_by_their_manager_alone_in_the_line() -> None:
    on = OnRecord("brighton-and-hove").does("iro", "recognise practice", whom="social-worker")
    assert on.seen("social-worker") == on.seen("pod-team-manager") == ["practice-recognised"]
    assert on.seen("service-manager") == []
    assert on.seen("iro-manager") == ["practice-recognised"]


def test_what_a_child_asks_for_is_seen_by_the_reviewing_side_and_by_who_wrote_it_down() -> None:
    on = OnRecord("lambeth").does("social-worker", "record request")
    assert on.seen("iro") == on.seen("social-worker") == ["asked"]
    assert on.seen("team-manager") == []


def test_a_grave_event_is_seen_by_those_who_are_told() -> None:
    on = OnRecord("lambeth").does("team-manager", "record grave event", kind="media")
    assert on.seen("executive-director") == ["grave-event-recorded"]
    assert on.seen("social-worker") == []
    assert on.seen("director") == []


def test_a_chair_who_is_there_for_other_children_sees_nothing() -> None:
    on = OnRecord("lambeth", status=ChildStatus.CHILD_PROTECTION)
    on.does("cp-chair", "plan review", on="2026-03-20")
    assert on.seen("iro") == []
