"""The sentences of the record, where they were once not English, or not true."""

import pytest

from concord.core.dispute.timeline import timeline
from concord.core.dispute.words import Words
from concord.core.protocol.shipped import shipped
from tests.core.protocols.brighton_and_hove_scenes import HEAD, unresolved
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import level, raised


def said(play: Play) -> str:
    """The last sentence of the record."""
    return timeline(play.matter, show_private=True)[-1].sentence


def test_what_a_form_is_told_of_is_a_thing() -> None:
    play = level(1).inform("iro", "service-manager", about="the-form-at-this-level")
    assert said(play).endswith("informed the service manager about the form at this level")


def test_names_of_several_words_in_a_matter_are_written_as_names() -> None:
    words = Words(shipped("brighton-and-hove"))
    assert words.matter("going-to-the-chief-executive") == "going to the Chief Executive"
    assert words.matter("a-referral-to-cafcass") == "a referral to Cafcass"


def test_an_alert_is_carried_up_to_a_stage() -> None:
    play = unresolved(3).escalate(HEAD)
    assert said(play).endswith("carried the Looked-after Manager Alert up to Level 4")


def test_a_resolution_and_its_review_are_one_sentence() -> None:
    play = raised().does("iro", "agree actions", actions=[{"what": "A", "on": "2026-03-04"}])
    play.resolve("iro", reconvene="yes")
    assert said(play).endswith("resolved the dispute, and the review is to be reconvened")


@pytest.mark.parametrize(("current", "state"), [("yes", "there are"), ("no", "there are no")])
def test_noted_is_how_it_stands_in_court_and_not_since_when(current: str, state: str) -> None:
    play = raised()
    for now in ("yes", current) if current == "no" else (current,):
        play.does("iro", "note court proceedings", current=now)
    assert said(play).endswith(f"noted that {state} current court proceedings")


def test_the_informal_stage_has_its_article() -> None:
    play = raised()
    assert play.duty("1:at-most").what == "Bring the informal stage to an end, or go formal"
    refused = play.refused("iro", "extend informal", until="2026-05-05", reason="Ill.")
    assert refused.sentence.endswith("when the 10 working days of the informal stage end")


@pytest.mark.parametrize(
    ("protocol_id", "called"),
    [
        ("bristol", "Give informal resolution more time"),
        ("brighton-and-hove", "Give informal issue resolution more time"),
        ("lambeth", "Give the informal stage more time"),
    ],
)
def test_what_comes_before_the_formal_process_has_its_article_where_it_needs_one(
    protocol_id: str, called: str
) -> None:
    words = Words(shipped(protocol_id))
    assert words.own("Give informal resolution more time") == called


def test_at_the_start_of_a_sentence_the_article_has_a_capital() -> None:
    words = Words(shipped("lambeth"))
    assert words.own("Informal resolution is over") == "The informal stage is over"
