"""Care plans for the court: several people at once, failing them another, stages made shorter."""

from datetime import date

import pytest

from concord.core.dispute.decide.case import Refused
from concord.core.protocol.ladders import ladder_id
from tests.core.protocols.stage import Play

SOUTHAMPTON = {"raised_with": ["social-worker", "team-manager", "head-of-service"]}
BRIGHTON = {"raised_with": ["social-worker", "pod-team-manager", "service-manager"]}


def southampton(**fields: object) -> Play:
    """A concern about a care plan for the court."""
    return Play("southampton").concern("iro", **({"in_court": True} | SOUTHAMPTON | fields))


def brighton(*, in_court: bool = True) -> Play:
    """A concern with all that comes before Level 1."""
    on = Play("brighton-and-hove").concern("iro", in_court=in_court)
    on.talk("iro", "pod-team-manager").does("iro", "write case note", text="No date.")
    return on.consult("iro", "iro-manager")


@pytest.mark.clauses("SOU-COURT-PARALLEL", "BRH-COURT-PARALLEL")
def test_a_concern_before_the_hearing_goes_to_all_three_at_once() -> None:
    for on, asked in (
        (southampton(), SOUTHAMPTON["raised_with"]),
        (
            Play("brighton-and-hove").concern("iro", in_court=True, **BRIGHTON),
            BRIGHTON["raised_with"],
        ),
    ):
        assert ladder_id(on.protocol) == "court"
        assert set(asked) <= set(on.told)
        assert set(on.duty("1:respond").owners) == set(asked)


@pytest.mark.clauses("SOU-COURT-FALLBACK", "BRH-COURT-PARALLEL")
@pytest.mark.parametrize(
    ("protocol", "instead", "other"),
    [
        ("southampton", "deputy-director", "team-manager"),
        ("brighton-and-hove", "head-of-delivery-unit", "pod-team-manager"),
    ],
)
def test_failing_all_three_it_goes_to_somebody_else_and_says_so(
    protocol: str, instead: str, other: str
) -> None:
    def raising(*whom: str, **more: object) -> Refused:
        return Play(protocol).refused(
            "iro", "raise concern", in_court=True, raised_with=[*whom], **more
        )

    assert (raising(instead).id, raising(instead).place) == ("reason-needed", "none_reached")
    reached = raising(instead, other, none_reached="They are away.")
    assert (reached.id, reached.place) == ("substitute-not-needed", "raised_with")
    on = Play(protocol).concern(
        "iro", in_court=True, raised_with=[instead], none_reached="All three were tried."
    )
    assert on.duty("1:respond").owners == (instead,)
    assert on.refused("iro", "issue alert").id == "informal-first"
    on.talk("iro", instead)
    later = on.tries("iro", "issue alert")
    assert not isinstance(later, Refused) or later.id != "informal-first"


@pytest.mark.clauses("SOU-COURT-PARALLEL", "SOU-COURT-FALLBACK")
@pytest.mark.parametrize("asked", ["head-of-service", "deputy-director"])
def test_without_proceedings_they_are_not_asked_at_once(asked: str) -> None:
    refused = Play("southampton").refused("iro", "raise concern", raised_with=[asked])
    assert (refused.id, refused.place) == ("other-ladder", "raised_with")
    assert refused.clause == "SOU-COURT-PARALLEL"
    assert "or say that there are court proceedings" in refused.allowed_by


@pytest.mark.clauses("SOU-COURT-FALLBACK")
def test_a_talk_with_the_substitute_is_no_attempt_where_others_were_reached() -> None:
    on = southampton().talk("iro", "deputy-director")
    assert on.refused("iro", "issue alert").id == "informal-first"


@pytest.mark.clauses("SOU-COURT-INFORM")
def test_where_it_is_not_resolved_the_court_may_have_to_know() -> None:
    on = southampton().talk("iro", "head-of-service").alert("iro").answer("team-manager")
    asked = {"court-to-know", "guardian-told", "cafcass-asked", "way-to-the-court"}
    assert not asked & {key.partition(":")[2] for key in on.owes("iro")}
    on.judge("iro", "no")
    assert asked <= {key.partition(":")[2] for key in on.owes("iro")}
    on.consult("iro", "lead-iro", about="whether-the-court-should-know")
    on.inform("iro", "childrens-guardian", about="the-difference-of-view")
    on.does("iro", "seek advice", kind="cafcass", given_by="Cafcass")
    on.does("iro", "consider", about="the-way-of-informing-the-court", result="By the Guardian.")
    assert not asked & {key.partition(":")[2] for key in on.owes("iro")}


@pytest.mark.clauses("SOU-COURT-INFORM")
def test_outside_the_court_nothing_of_this_is_owed() -> None:
    on = Play("southampton").concern("iro").talk("iro", "team-manager").alert("iro")
    on.answer("team-manager").judge("iro", "no")
    owed = {key.partition(":")[2] for key in on.owes("iro")}
    assert owed.isdisjoint({"court-to-know", "guardian-told", "cafcass-asked", "way-to-the-court"})


@pytest.mark.clauses("BRH-COURT-COMPRESSED")
def test_the_levels_can_be_made_shorter_before_the_court_and_not_otherwise() -> None:
    usual = brighton(in_court=False).refused("iro", "issue alert", answer_by="2026-03-04")
    assert usual.place == "answer_by"
    on = brighton().alert("iro", answer_by="2026-03-04")
    assert on.due_on("2:answer") == date(2026, 3, 4)
    later = brighton().refused("iro", "issue alert", answer_by="2026-03-20")
    assert later.place == "answer_by"


@pytest.mark.clauses("BRH-COURT-COMPRESSED")
def test_the_iro_manager_is_always_talked_with_and_legal_advice_is_sought() -> None:
    on = Play("brighton-and-hove").concern("iro", in_court=True, **BRIGHTON)
    assert "0:iro-manager-on-the-court-plan" in on.owes("iro")
    on.consult("iro", "iro-manager", about="the-care-plan-for-the-court")
    assert "0:iro-manager-on-the-court-plan" not in on.owes("iro")
    on = brighton().alert("iro").answer("pod-team-manager")
    on.judge("iro", "no", impact="None.", outcome="None.")
    assert "2:legal-advice-for-the-court" in on.owes("iro")
    on.does("iro", "seek advice")
    assert "2:legal-advice-for-the-court" not in on.owes("iro")


@pytest.mark.clauses("BRH-COURT-KEEP-INFORMED")
def test_the_social_worker_is_kept_informed_and_tells_child_and_parents() -> None:
    on = brighton()
    assert "0:family-informed" in on.owes("social-worker")
    on.inform("social-worker", "child", about="the-process")
    assert "0:family-informed" in on.owes("social-worker")
    on.inform("social-worker", "parents", about="the-process")
    assert "0:family-informed" not in on.owes("social-worker")
    on.alert("iro")
    assert "2:social-worker-kept-informed" in on.owes("iro")
    assert "2:family-kept-informed" in on.owes("social-worker")
    on.inform("iro", "social-worker", about="progress")
    assert "2:social-worker-kept-informed" not in on.owes("iro")


@pytest.mark.clauses("SOU-COURT-PARALLEL")
def test_proceedings_that_begin_meanwhile_change_the_ladder_and_nothing_that_is_asked_is_lost() -> (
    None
):
    on = Play("southampton").concern("iro", raised_with=["team-manager"], respond_by="2026-03-05")
    assert ladder_id(on.protocol) == "usual"
    before = on.due_on("1:respond")
    on.does("iro", "note court proceedings", current="yes")
    assert ladder_id(on.protocol) == "court"
    assert on.due_on("1:respond") == before == date(2026, 3, 5)
    on.talk("iro", "head-of-service").alert("iro")
    assert on.rung == "team-manager-stage"
