"""Disputes about an officer, a review or a partner agency: who raises them, what goes with them."""

from dataclasses import replace
from datetime import date

import pytest

from concord.core.dispute.decide import Case, options
from concord.core.dispute.decide.case import Refused
from concord.core.dispute.moving import Effect, effect_of
from concord.core.people.permission import Part, keepers, parts, sees_private
from concord.core.protocol.ladders import (
    Facts,
    chosen,
    is_about_another,
    ladder_id,
    raisers_about,
    raisers_of_any,
    subjects,
)
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.vocabulary import About
from concord.core.record.envelope import Actor
from tests.core.protocols.stage import Play

LAMBETH, BRIGHTON, SOUTHAMPTON = map(shipped, ("lambeth", "brighton-and-hove", "southampton"))
OFFICER, REVIEW, PARTNER = (each.value for each in About)


def reverse() -> Play:
    """A concern of a social worker about an IRO."""
    return Play("lambeth").concern("social-worker", about=OFFICER, raised_with=["iro"])


def partner() -> Play:
    """A concern of an IRO about a partner agency."""
    return Play("lambeth").concern("iro", about=PARTNER, agency="The example school")


def formal_reverse() -> Play:
    """The same as a formal alert."""
    return reverse().talk("social-worker", "iro").alert("social-worker")


def test_what_a_dispute_can_be_about_is_the_documents_own() -> None:
    found = {name: subjects(shipped(name)) for name in shipped_ids()}
    assert found == {
        "bristol": (),
        "brighton-and-hove": (About.OFFICER, About.REVIEW),
        "lambeth": (About.OFFICER, About.PARTNER),
        "southampton": (About.OFFICER, About.REVIEW),
        "unnamed-004": (),
    }


@pytest.mark.parametrize("name", ["lambeth", "brighton-and-hove", "southampton"])
def test_a_concern_about_the_service_comes_to_no_other_ladder_whoever_raises_it(name: str) -> None:
    protocol = shipped(name)
    for role in protocol.roles:
        assert ladder_id(chosen(protocol, Facts(role))) == "usual"
    for about in subjects(protocol):
        for role in raisers_about(protocol, about):
            assert is_about_another(chosen(protocol, Facts(role, about=about)))


@pytest.mark.clauses("LAM-REVERSE")
def test_in_reverse_the_service_raises_it_and_the_reviewing_side_answers() -> None:
    on = reverse()
    assert on.refused("social-worker", "issue alert").id == "informal-first"
    on.talk("social-worker", "iro").alert("social-worker")
    assert on.rung == "reverse-stage-1"
    assert on.due_on("2:answer") == date(2026, 3, 6)
    assert on.refused("team-manager", "answer", text="No.").id == "not-your-part"
    on.answer("iro-service-manager").judge("social-worker", "no").escalate("social-worker")
    assert on.rung == "reverse-stage-2"
    on.answer("assistant-director-qa").judge("team-manager", "yes").resolve("social-worker")


@pytest.mark.clauses("LAM-REVERSE")
def test_quality_assurance_tracks_it_and_the_chair_sees_what_concerns_them() -> None:
    on = formal_reverse()
    assert {"iro", "cp-chair", "assistant-director-qa"} <= set(on.told)
    assert Part.OVERSEER in parts(on.matter, ["assistant-director-qa"])
    assert parts(on.matter, ["iro"])
    on.answer("iro-service-manager")
    assert {"assistant-director-qa", "iro"} <= set(on.told)


@pytest.mark.clauses("LAM-REVERSE")
@pytest.mark.parametrize(
    ("role", "about"), [("iro", OFFICER), ("iro-service-manager", OFFICER), ("social-worker", "")]
)
def test_each_side_raises_concerns_about_the_other_alone(role: str, about: str) -> None:
    refused = Play("lambeth").refused(role, "raise concern", about=about)
    assert refused.id == "not-your-part"


def test_whoever_holds_posts_on_both_sides_raises_each_concern_in_the_role_that_may() -> None:
    both = frozenset(("iro", "social-worker"))
    for about, role in ((OFFICER, "social-worker"), ("", "iro")):
        play = Play("lambeth")
        found = play.decides_as(both, "raise concern", about=about)
        assert not isinstance(found, Refused)
        assert found.capacity == role


def test_a_protocol_without_such_a_ladder_refuses_the_concern_and_says_so() -> None:
    refused = Play("bristol").refused("iro", "raise concern", about=PARTNER)
    assert (refused.id, refused.place) == ("no-ladder-for-this", "about")
    named = Play("lambeth").refused("iro", "raise concern", about="the weather")
    assert '"a reviewing officer" or "a partner agency"' in named.allowed_by


def test_neither_advice_nor_a_referral_of_the_case_nor_its_catalogue_goes_with_it() -> None:
    on = formal_reverse()
    for verb in ("seek advice", "receive advice", "consider referral", "refer"):
        fields = {"to": "cafcass"} if "refer" in verb else {}
        refused = on.refused("social-worker", verb, **fields)
        assert refused.id in ("not-your-part", "unknown-body")
    case = Case(on.matter, Actor("x", frozenset(("social-worker",))), on.now)
    offered = {each.verb for each in options(case)}
    assert offered.isdisjoint(("seek advice", "consider referral", "refer", "record referral"))
    assert not sees_private(on.matter, ["social-worker"])


def test_the_duties_of_the_usual_process_are_not_owed_there() -> None:
    usual = {each.id for each in chosen(LAMBETH, Facts("iro")).duties}
    here = {each.id for each in formal_reverse().protocol.duties}
    assert here == set()
    assert {"child-told", "lscp-considered", "nothing-that-harms"} <= usual
    assert usual.isdisjoint(("taken-to-the-partner", "shortfall-to-the-partnership"))


@pytest.mark.clauses("LAM-PARTNERS")
def test_a_concern_about_a_partner_says_which_agency_it_is() -> None:
    refused = Play("lambeth").refused("iro", "raise concern", about=PARTNER)
    assert (refused.id, refused.place) == ("agency-not-named", "agency")
    assert refused.clause == "LAM-PARTNERS"


@pytest.mark.clauses("LAM-PARTNERS")
@pytest.mark.parametrize("chair", ["iro", "cp-chair"])
def test_it_goes_by_the_director_to_the_partner_and_onto_the_childs_file(chair: str) -> None:
    on = Play("lambeth").concern(chair, about=PARTNER, agency="The example school").alert(chair)
    assert {"2:answer", "2:taken-to-the-partner"} <= on.owes("director")
    assert "2:partner-on-the-file" in on.owes(chair)
    on.inform("director", "partner-agency", about="the-concern").answer("director")
    on.judge(chair, "yes")
    assert on.refused(chair, "resolve").id == "do-first"
    on.does(chair, "write case note", text="On the file.").resolve(chair)
    assert "0:shortfall-to-the-partnership" in on.owes("assistant-director-qa")
    on.inform("assistant-director-qa", "lscp", about="the-shortfall")
    assert "0:shortfall-to-the-partnership" not in on.owes("assistant-director-qa")


@pytest.mark.clauses("LAM-PARTNERS", "LAM-KEEP-CHILD-INFORMED")
def test_the_child_is_told_of_a_concern_about_a_partner_as_of_any_other() -> None:
    assert "0:child-told" in partner().owes("iro")


@pytest.mark.clauses("BRH-IRO-COMPLAINT")
@pytest.mark.parametrize("about", [OFFICER, REVIEW])
def test_a_complaint_is_answered_within_10_working_days_and_then_goes_to_the_head_of_service(
    about: str,
) -> None:
    on = Play("brighton-and-hove").concern("social-worker", about=about).alert("social-worker")
    assert on.rung == "complaint-to-the-iro-manager"
    assert on.due_on("2:answer") == date(2026, 3, 16)
    assert "iro" in on.told
    on.answer("iro-manager").judge("social-worker", "no").escalate("social-worker")
    assert on.rung == "complaint-to-the-head-of-safeguarding"
    assert "3:answer" in on.owes("head-of-safeguarding")


@pytest.mark.clauses("BRH-IRO-COMPLAINT")
def test_a_complaint_has_no_20_days_and_the_usual_process_has_them() -> None:
    on = Play("brighton-and-hove").concern("social-worker", about=REVIEW).alert("social-worker")
    assert on.clocks.total is None
    assert chosen(BRIGHTON, Facts("iro")).total == BRIGHTON.total


@pytest.mark.clauses("SOU-IRO-COMPLAINT")
def test_a_concern_about_an_iro_is_handed_to_the_complaints_procedure_and_to_nobody_else() -> None:
    on = Play("southampton").concern("team-manager", about=OFFICER).alert("team-manager")
    assert on.refused("team-manager", "refer", to="cafcass").id == "unknown-body"
    on.does("team-manager", "refer", to="complaints-procedure")
    assert on.dispute.handing("complaints-procedure").referred_at
    usual = chosen(SOUTHAMPTON, Facts("iro"))
    assert [each.to for each in usual.referrals] == ["cafcass"]


def test_whoever_looks_after_the_protocol_does_so_whatever_ladder_a_dispute_is_on() -> None:
    assert keepers(reverse().protocol) == keepers(LAMBETH)


def test_it_moves_only_to_a_version_that_has_such_a_ladder() -> None:
    on = formal_reverse()
    usual = replace(LAMBETH, ladders=LAMBETH.ladders[-1:])
    found = effect_of(on.matter, usual, to_hash="a" * 64, at=on.now)
    assert isinstance(found, Refused)
    assert "a ladder about a reviewing officer" in found.sentence
    assert isinstance(effect_of(on.matter, LAMBETH, to_hash="a" * 64, at=on.now), Effect)


def test_anybody_who_may_raise_anything_is_among_those_who_may_raise() -> None:
    assert raisers_of_any(LAMBETH) == (
        *("iro", "cp-chair"),
        *("social-worker", "team-manager", "service-manager"),
    )
    assert raisers_of_any(shipped("bristol")) == shipped("bristol").raisers


def test_one_that_began_without_an_informal_part_moves_as_any_other() -> None:
    on = partner().alert("iro")
    assert isinstance(effect_of(on.matter, LAMBETH, to_hash="a" * 64, at=on.now), Effect)
