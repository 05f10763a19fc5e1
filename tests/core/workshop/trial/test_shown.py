"""The figures of a trial as a table and as a picture that say the same."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from concord.core.clock.limit import parse_limit
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import NotStated
from concord.core.workshop.trial import (
    Figures,
    assumed_in_words,
    assumed_text,
    chart,
    read_assumptions,
    tables,
    try_out,
)

USUAL = read_assumptions(assumed_text(), file="assumed.yaml")
NAMES = ("in force", "<draft> & more")


@pytest.fixture(scope="module")
def found() -> tuple[Figures, ...]:
    return try_out([shipped("bristol"), shipped("unnamed-004")], USUAL, disputes=400, seed=5)


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ET.XML(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_every_place_of_either_protocol_has_a_row(found: tuple[Figures, ...]) -> None:
    ends = tables(found)[1]
    rows = {row.what: row.figures for row in ends.rows}
    assert rows["Stage 1"][1] == rows["Level 1"][0] == ""
    assert rows["Stage 1"][0].endswith(" %")


def test_the_rows_count_all_disputes(found: tuple[Figures, ...]) -> None:
    for each in found:
        assert sum(count for _place, count in each.ends) + each.unsettled == each.disputes
        assert sum(each.days.values()) + each.unsettled == each.disputes
        assert each.median <= each.ninetieth


def test_twenty_working_days_are_counted_under_every_protocol_and_another_limit_besides() -> None:
    usual = shipped("bristol")
    assert usual.total is not NotStated.NOT_STATED
    longer = replace(usual, total=replace(usual.total, within=parse_limit("30 working days")))
    rows = {
        row.what: row.figures
        for row in tables(try_out([longer, usual], USUAL, disputes=400, seed=5))[0].rows
    }
    twenty = rows["Longer than 20 working days, or left open"]
    own = rows["Longer than the overall limit (30 working days / 20 working days), or left open"]
    assert twenty[0] == twenty[1] == own[1]
    assert float(own[0].split()[0]) < float(twenty[0].split()[0])


def test_where_every_limit_is_twenty_working_days_it_is_said_once(
    found: tuple[Figures, ...],
) -> None:
    assert [row for row in tables(found)[0].rows if "overall limit" in row.what] == []


@pytest.mark.parametrize("wide", [True, False])
def test_the_picture_says_what_the_table_says(found: tuple[Figures, ...], wide: bool) -> None:
    shown = texts(chart(found, NAMES, wide=wide))
    for row in tables(found)[1].rows:
        assert row.what in shown
        assert {each for each in row.figures if each} <= set(shown)
    assert set(NAMES) <= set(shown)


def test_a_picture_loads_nothing_and_runs_nothing(found: tuple[Figures, ...]) -> None:
    svg = chart(found, NAMES, prefix='"><script>')
    assert re.findall(r"<(?:script|style|image|use|a)\b|href|url\(|on[a-z]+=", svg) == []
    ET.XML(svg)


def test_a_picture_of_disputes_none_of_which_is_resolved(found: tuple[Figures, ...]) -> None:
    none = replace(found[0], ends=(), days={}, unsettled=found[0].disputes)
    assert "100.0 %" in texts(chart([none], NAMES[:1]))


def test_all_that_is_assumed_is_said() -> None:
    said = " ".join(assumed_in_words(USUAL))
    for each in ("60 disputes", "60 %", "45 %", "5 %", "3 %", "30 working days", "Bank holidays"):
        assert each in said
