"""Roles are named in sentences as people say them, whatever the protocol's labels look like."""

import re

import pytest

from concord.core.dispute.decide import Refused
from concord.core.dispute.events import KINDS
from concord.core.dispute.timeline import timeline
from concord.core.dispute.words import Words, inside, with_article
from concord.core.protocol.shipped import shipped
from concord.core.record.fields import described
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
        ("southampton", "deputy-director-stage", "the Deputy Director stage"),
        ("brighton-and-hove", "cafcass", "Cafcass"),
    ],
)
def test_a_matter_reads_as_a_phrase_inside_a_sentence(protocol: str, about: str, said: str) -> None:
    assert about in {rule.about for rule in shipped(protocol).duties}
    assert Words(shipped(protocol)).matter(about) == said


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Social worker", "the social worker"),
        ("Service manager for IROs and CP chairs", "the service manager for IROs and CP chairs"),
        ("Lead IRO", "the lead IRO"),
        ("IRO Manager (Children Looked-after)", "the IRO Manager (Children Looked-after)"),
        ("Service director, safeguarding", "the service director (safeguarding)"),
        ("Director, Children's Social Care", "the Director (Children's Social Care)"),
    ],
)
def test_a_label_fits_into_a_sentence_with_its_article(label: str, said: str) -> None:
    assert with_article(label) == said


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Stage 1", "Stage 1"),
        ("Level Three", "Level Three"),
        ("Team Manager stage", "the Team Manager stage"),
        ("Informal practice alert", "the informal practice alert"),
        ("Mediation", "Mediation"),
    ],
)
def test_a_stage_named_by_a_noun_has_an_article_and_a_numbered_one_has_none(
    label: str, said: str
) -> None:
    assert inside(label) == said


def test_a_body_outside_is_named_as_people_name_it() -> None:
    lambeth = Words(shipped("lambeth"))
    assert lambeth.the("cafcass") == "Cafcass"
    assert lambeth.the_body("cafcass") == "Cafcass"
    assert lambeth.the("lscp") == "the local safeguarding children partnership"
    assert lambeth.the_body("lscp") == "the local safeguarding children partnership"


def test_the_record_speaks_to_whoever_reads_it_and_not_to_who_wrote_it() -> None:
    kinds = [described(kind) for kind in KINDS]
    told = {each.read or each.label for about in kinds for each in about.values() if each.large}
    assert [label for label in told if re.search(r"\byou(r|rs)?\b", label.lower())] == []
    assert len(told) > 20


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
        ("lambeth", "lscp", "the local safeguarding children partnership"),
    ],
)
def test_a_matter_in_words_keeps_the_names_of_bodies(protocol: str, about: str, said: str) -> None:
    assert Words(shipped(protocol)).matter(about) == said
