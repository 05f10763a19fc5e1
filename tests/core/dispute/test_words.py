"""Roles are named in sentences as people say them, whatever the protocol's labels look like."""

import pytest

from concord.core.dispute.decide import Refused
from concord.core.dispute.timeline import timeline
from concord.core.dispute.words import Words
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play

WORDS = Words(shipped("bristol"))


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("social-worker", "the social worker"),
        ("iro", "the Independent Reviewing Officer"),
        ("child", "the child"),
        ("childrens-guardian", "the Children's Guardian"),
        ("concord", "Concord"),
        ("nobody-known", "nobody-known"),
    ],
)
def test_a_role_inside_a_sentence_has_its_article_and_keeps_the_capitals_of_a_title(
    role: str, said: str
) -> None:
    assert WORDS.the(role) == said


def test_a_sentence_begins_with_a_large_letter() -> None:
    assert WORDS.who("social-worker") == "The social worker"


def test_several_roles_make_a_phrase_and_several_labels_a_list() -> None:
    both = ("social-worker", "team-manager")
    assert WORDS.roles(both) == "the social worker and the team manager"
    assert WORDS.roles(both, last="or") == "the social worker or the team manager"
    assert WORDS.labels(both) == "Social worker, Team manager"


@pytest.mark.parametrize(
    ("protocol", "about", "said"),
    [
        ("lambeth", "the-outcome", "the outcome"),
        ("lambeth", "progress", "progress"),
        ("brighton-and-hove", "an-independent-advocate", "an independent advocate"),
        ("southampton", "deputy-director-stage", "Deputy Director stage"),
        ("brighton-and-hove", "cafcass", "Cafcass"),
    ],
)
def test_a_matter_reads_as_a_phrase_inside_a_sentence(protocol: str, about: str, said: str) -> None:
    assert about in {rule.about for rule in shipped(protocol).duties}
    assert Words(shipped(protocol)).matter(about) == said


def test_a_timeline_reads_as_sentences() -> None:
    play = Play("bristol").concern("iro", raised_with=("team-manager",))
    entries = timeline(play.matter, show_private=True)
    assert entries[0].sentence == (
        "The Independent Reviewing Officer raised a concern with the team manager,"
        " to be answered by 4 March 2026"
    )


def test_a_refusal_names_days_as_people_write_them() -> None:
    refused = Play("bristol").refused("iro", "raise concern", respond_by="2026-02-27")
    assert isinstance(refused, Refused)
    assert refused.sentence == "27 February 2026 has passed"


@pytest.mark.parametrize(
    ("protocol", "about", "said"),
    [
        ("unnamed-004", "a-referral-to-cafcass", "a referral to Cafcass"),
        ("unnamed-004", "going-formal", "going formal"),
        ("brighton-and-hove", "cafcass", "Cafcass"),
        ("lambeth", "lscp", "Local safeguarding children partnership"),
    ],
)
def test_a_matter_in_words_keeps_the_names_of_bodies(protocol: str, about: str, said: str) -> None:
    assert Words(shipped(protocol)).matter(about) == said
