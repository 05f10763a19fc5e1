"""What the forms of steps call things."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus
from tests.support.cast import MONDAY, Cast, cast_of
from tests.web.showing import shown


def test_one_matter_to_choose_keeps_its_question_and_a_way_out(cast: Cast, formal: UUID) -> None:
    page = shown(cast.client("iro").get(f"/disputes/{formal}/steps/inform")).text
    legend = re.search(r"<legend class=\"([^\"]*)\">\s*About what \(optional\)", page)
    assert legend
    assert "visually-hidden" not in legend[1]
    assert "Something else" in page


def test_one_box_to_tick_says_its_question_once(cast: Cast) -> None:
    page = shown(cast.client("iro").get(f"/children/{cast.child}/raise")).text
    legend = re.search(r"<legend class=\"([^\"]*)\">\s*There are current court proceedings", page)
    assert legend
    assert "visually-hidden" in legend[1]


def test_the_page_to_check_names_the_step_as_its_council_does(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    form = shown(client.get(f"/disputes/{formal}/steps/answer"))
    assert "Dispute 1: Answer the Management Alert" in form.sends(client, text="Monday.").text


def test_where_it_begins_is_asked_only_where_there_is_a_choice_and_then_needed(cast: Cast) -> None:
    pk = cast.raises("iro")
    page = shown(cast.client("iro").get(f"/disputes/{pk}/steps/issue-alert")).text
    assert "Where it begins" in page
    assert "Where it begins (optional)" not in page
    assert "Why it begins there (optional)" in page


@pytest.mark.parametrize(
    ("role", "status", "asked"),
    [
        ("iro", ChildStatus.IN_CARE, False),
        ("cp-chair", ChildStatus.CHILD_PROTECTION, True),
    ],
)
def test_why_it_begins_there_is_asked_of_those_whose_way_in_needs_it(
    db: None, still: None, role: str, status: ChildStatus, asked: bool
) -> None:
    cast = cast_of("lambeth", status=status)
    pk = cast.raises(role)
    page = shown(cast.client(role).get(f"/disputes/{pk}/steps/issue-alert")).text
    assert "Where it begins" in page
    assert ("Why it begins there" in page) is asked


HOUR = timedelta(hours=1)


def test_a_way_up_that_needs_a_reason_asks_for_it_under_its_condition(
    db: None, still: None
) -> None:
    cast = cast_of("lambeth")
    pk = formal_in(cast, "iro")
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{pk}/steps/escalate"))
    assert "Only if there is a serious safeguarding issue" in form.text
    assert "Enter why it may go there" in form.sends(client, rationale="Now.").text
    check = form.sends(client, rationale="Now.", reason="A new injury.")
    assert check.sends(client, confirmed="yes").status == 302


def test_a_stage_that_is_reserved_says_for_what(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    pk, at = formal_in(cast, "iro"), MONDAY + HOUR
    for answerer in ("team-manager", "service-manager", "assistant-director", "director"):
        cast.does(answerer, pk, "answer", at=at)
        cast.does("iro", pk, "judge", at=at, satisfied="no")
        if answerer != "director":
            cast.does("iro", pk, "escalate", at=at)
    page = shown(cast.client("iro").get(f"/disputes/{pk}/steps/escalate")).text
    assert "Only if it is the rare exception, a potential breach of human rights" in page
    assert "Why it may go there (optional)" not in page


def test_each_refers_to_the_bodies_that_are_theirs(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    client, pk = cast.client("cp-chair"), formal_in(cast, "cp-chair")
    assert f"/disputes/{pk}/steps/refer" in shown(client.get(f"/disputes/{pk}")).text
    form = shown(client.get(f"/disputes/{pk}/steps/refer"))
    assert form.status == 200
    assert "Cafcass" not in form.text
    assert "Weighed before it" not in form.text
    check = form.sends(client, how="writing", reasons="Both.", without="It cannot wait.")
    assert "Local safeguarding children partnership" in check.text


def test_after_one_body_it_can_be_referred_to_the_other(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    client, pk = cast.client("iro"), formal_in(cast, "iro")
    rule = shipped("lambeth").referrals[0]
    weighed = [{"what": what, "text": "Yes."} for what in rule.test]
    given = {"to": "cafcass", "weighed": weighed, "without": "It cannot wait."}
    cast.does("iro", pk, "refer", at=MONDAY + HOUR, **given)
    assert f"/disputes/{pk}/steps/refer" in shown(client.get(f"/disputes/{pk}")).text
    form = shown(client.get(f"/disputes/{pk}/steps/refer"))
    check = form.sends(client, how="writing", reasons="Both.", without="It cannot wait.")
    assert "Local safeguarding children partnership" in check.text


def formal_in(cast: Cast, role: str) -> UUID:
    """A dispute at Stage 1 of the protocol with two bodies outside, raised by this role."""
    pk = cast.raises(role, respond_by="2026-03-05")
    talk = {"with_roles": ["team-manager"], "how": "face to face"}
    cast.does(role, pk, "record conversation", at=MONDAY, **talk)
    cast.does(role, pk, "consult", at=MONDAY, whom=["iro-service-manager"])
    cast.does(role, pk, "issue alert", at=MONDAY, stage="stage-1")
    return pk
