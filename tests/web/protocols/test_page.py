"""The protocol page says all that the protocol says, each rule under its clause."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape

import pytest

from concord.core.protocol.definition import Protocol, Reading
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.web.protocols.saying import saying
from tests.support.cast import cast_of
from tests.support.cited import cited


def shown(protocol_id: str) -> str:
    cast = cast_of(protocol_id)
    role = next(iter(cast.people))
    answer = cast.client(role).get("/protocol")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def readings_used(value: object) -> Iterator[str]:
    """Every reading that a rule of a protocol rests on."""
    if isinstance(value, Mapping | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from readings_used(each)
    elif is_dataclass(value) and not isinstance(value, Reading):
        for field in fields(value):
            found = getattr(value, field.name)
            if field.name == "reading":
                yield from [found] if found else []
            else:
                yield from readings_used(found)


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_each_clause_that_a_rule_names_is_shown_with_it_and_leads_to_the_clause(
    protocol_id: str,
) -> None:
    page = shown(protocol_id)
    named = set(cited(shipped(protocol_id)))
    assert len(named) > 5
    assert {each for each in named if f'href="#clause-{each}"' not in page} == set()
    assert {each for each in named if f'id="clause-{each}"' not in page} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_each_reading_is_shown_with_the_one_chosen_and_why(protocol_id: str) -> None:
    page = shown(protocol_id)
    protocol = shipped(protocol_id)
    for reading in protocol.readings:
        assert f'id="reading-{reading.id}"' in page
        assert f"<strong>{reading.chosen}</strong> (chosen)" in page
        assert reading.because in page
    used = set(readings_used(protocol))
    assert {each for each in used if f'href="#reading-{each}"' not in page} == set()


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_every_link_inside_the_page_leads_somewhere_on_it_and_no_anchor_comes_twice(
    protocol_id: str,
) -> None:
    page = shown(protocol_id)
    anchors = re.findall(r' id="([^"]+)"', page)
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert len(anchors) == len(set(anchors))
    assert links - set(anchors) == set()


@pytest.mark.django_db
def test_the_page_names_its_document_and_the_hash_of_its_content() -> None:
    page = shown("bristol")
    source = shipped("bristol").source
    assert source.document in page
    assert re.search(r"\b[0-9a-f]{64}\b", page)


def words_of(protocol: Protocol, part: str) -> dict[str, str]:
    said = saying(protocol)
    parts = (said.short, said.labels, *said.informal, *said.stages, *said.around)
    rows = next(each.rows for each in parts if each.id == part)
    return {row.name: " ".join(row.words) for row in rows}


def test_a_stage_says_who_answers_by_when_and_what_follows_without_an_answer() -> None:
    stage = words_of(shipped("bristol"), "stage-1")
    assert stage["Management Alert"] == (
        "The Independent Reviewing Officer sends the Management Alert to the social worker."
    )
    assert stage["Time for the response"] == (
        "Within 5 working days, counted from when the Management Alert is issued."
        " It can be asked for sooner, never later."
    )
    assert stage["If no response comes in time"].startswith("It is shown as missed, and the Indep")


def test_silence_is_said_as_silence() -> None:
    assert words_of(shipped("bristol"), "hold") == {"Hold": "Not stated in the document"}
    assert words_of(shipped("bristol"), "stage-1")["Kinds of response"] == (
        "Not stated in the document"
    )


def test_each_duty_says_who_must_or_should_do_it_and_when() -> None:
    rows = {anchor: " ".join(row.words) for anchor, row in saying(shipped("bristol")).duties}
    assert len(rows) == len(shipped("bristol").duties)
    assert rows["duty-sro-informed-before-moving-on"] == (
        "The Independent Reviewing Officer must inform the senior reviewing officer"
        " before escalating. At Stage 1 and Stage 2."
    )
    assert rows["duty-guardian-told"] == (
        "The Independent Reviewing Officer should inform the Children's Guardian once the formal"
        " process begins. No time limit is stated. Only if there are current court proceedings."
    )


def test_a_limit_says_what_it_is_counted_from() -> None:
    rows = {anchor: " ".join(row.words) for anchor, row in saying(shipped("unnamed-004")).duties}
    assert (
        "must agree actions within 3 working days, counted from when the concern is raised"
        in (rows["duty-actions-agreed"])
    )
