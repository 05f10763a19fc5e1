"""The checker finds a clause without an account, with two, or without a section, with its line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from concord.core.dispute.words import Words
from concord.core.problem import Severity, WrongData
from concord.core.protocol.accounts import Kind, accounts
from concord.core.protocol.definition import Protocol
from concord.core.protocol.files import shipped_text
from concord.core.protocol.read import read_protocol, read_with_source
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.check import check_meaning
from concord.core.workshop.check.clauses import (
    accounted_twice,
    empty_section,
    half_a_duty,
    in_no_section,
    not_laid_out,
    unaccounted,
)
from concord.core.workshop.check.looked import Looked
from concord.core.workshop.check.meant import Meant

CHECKS = (
    *(accounted_twice, half_a_duty, unaccounted),
    *(in_no_section, empty_section, not_laid_out),
)


def found_in(protocol: Protocol) -> list[tuple[str, str]]:
    return [(each.id, each.clause) for each in looked_over(protocol)]


def looked_over(protocol: Protocol) -> Iterator[Meant]:
    looked = Looked(protocol, (), Words(protocol), None)
    return (each for check in CHECKS for each in check(looked))


def with_clause(protocol: Protocol, name: str, **changed: Any) -> Protocol:
    clause = replace(protocol.clauses[name], **changed)  # what it says becomes of it
    return replace(protocol, clauses={**protocol.clauses, name: clause})


@pytest.mark.parametrize("name", shipped_ids())
def test_nothing_is_found_in_a_shipped_protocol(name: str) -> None:
    assert found_in(shipped(name)) == []


@pytest.mark.parametrize("name", shipped_ids())
def test_each_account_that_is_taken_out_is_missed(name: str) -> None:
    protocol, tried = shipped(name), 0
    for each in accounts(protocol).values():
        if each.kind is not Kind.RULE:
            gone = with_clause(protocol, each.id, duty_of=(), shown_by=None, not_modelled=None)
            assert found_in(gone) == [("clause-unaccounted", each.id)]
            tried += 1
    assert tried >= 3


def test_a_rule_that_is_taken_out_leaves_its_clause_unaccounted() -> None:
    protocol = shipped("bristol")
    duties = tuple(each for each in protocol.duties if each.id != "child-told-of-rights")
    assert found_in(replace(protocol, duties=duties)) == [
        ("clause-unaccounted", "BRI-CHILD-RIGHTS")
    ]


def test_a_clause_that_a_rule_names_is_not_also_something_else() -> None:
    protocol = with_clause(shipped("bristol"), "BRI-S2", not_modelled="It is not there.")
    (found,) = looked_over(protocol)
    assert (found.id, found.severity) == ("clause-accounted-twice", Severity.ERROR)
    assert found.sentence == (
        "This clause is said to be a rule here and not modelled (the rule is at stages 2 > clause)"
    )


def test_a_clause_is_not_a_duty_and_not_modelled_at_once() -> None:
    protocol = with_clause(shipped("bristol"), "BRI-TEAM-FILE", not_modelled="It is not there.")
    assert found_in(protocol) == [("clause-accounted-twice", "BRI-TEAM-FILE")]


def test_a_duty_says_whose_it_is_and_how_the_record_shows_it() -> None:
    protocol = shipped("bristol")
    for part in ({"shown_by": None}, {"duty_of": ()}):
        half = with_clause(protocol, "BRI-TEAM-FILE", **part)
        assert found_in(half) == [("clause-half-accounted", "BRI-TEAM-FILE")]


def test_a_clause_stands_in_a_section() -> None:
    protocol = shipped("southampton")
    *others, last = protocol.sections
    assert last.clauses == ("SOU-FLOWCHART",)
    assert found_in(replace(protocol, sections=tuple(others))) == [
        ("clause-not-placed", "SOU-FLOWCHART")
    ]


def test_a_section_and_a_part_of_one_have_clauses() -> None:
    protocol = shipped("bristol")
    emptied = [replace(each, clauses=()) for each in protocol.sections[4].parts[:1]]
    section = replace(protocol.sections[4], parts=(*emptied, *protocol.sections[4].parts[1:]))
    sections = (*protocol.sections[:4], section, *protocol.sections[5:])
    found = list(looked_over(replace(protocol, sections=sections)))
    assert ("section-empty", ("sections", 4, "parts", 0)) in {(f.id, f.path) for f in found}
    bare = replace(protocol.sections[0], clauses=())
    found = list(looked_over(replace(protocol, sections=(bare, *protocol.sections[1:]))))
    assert {each.id for each in found} == {"section-empty", "clause-not-placed"}


def test_a_file_that_does_not_lay_out_its_document_is_told_so_and_no_more() -> None:
    protocol = shipped("southampton")
    kept = {name: each for name, each in protocol.clauses.items() if not each.not_modelled}
    assert found_in(replace(protocol, sections=(), clauses=kept)) == [("not-laid-out", "")]


def test_a_finding_has_the_line_of_its_clause() -> None:
    text = re.sub(
        r"(  SOU-PATTERNS:\n.*\n.*\n)    not modelled: .*\n", r"\1", shipped_text("southampton")
    )
    protocol, source = read_with_source(text, file="southampton.yaml")
    (found,) = (each for each in check_meaning(protocol) if each.id == "clause-unaccounted")
    line = text.splitlines()[found.at(source).place.line - 1]
    assert "place: " in line or "SOU-PATTERNS" in line


@pytest.mark.parametrize(
    ("old", "new", "finding", "on"),
    [
        ("clauses: [SOU-LEGAL]", "clauses: [SOU-LEGALL]", "unknown-clause", "SOU-LEGALL"),
        ("    duty of: iro", "    duty of: ior", "unknown-role", "duty of: ior"),
        ("    duty of: iro", "    duty of: [iro, nobody]", "unknown-role", "nobody"),
    ],
)
def test_a_name_that_is_not_there_is_found_with_its_line(
    old: str, new: str, finding: str, on: str
) -> None:
    text = shipped_text("southampton").replace(old, new, 1)
    with pytest.raises(WrongData) as wrong:
        read_protocol(text, file="southampton.yaml")
    (found,) = wrong.value.findings
    assert found.id == finding
    assert on in text.splitlines()[found.place.line - 1]


@pytest.mark.parametrize("wrong", ["sections: here", "sections: [here]", "sections: {a: b}"])
def test_sections_of_another_shape_are_a_finding(wrong: str) -> None:
    text = re.sub(r"(?ms)^sections:\n.*?(?=^readings:)", f"{wrong}\n", shipped_text("southampton"))
    with pytest.raises(WrongData) as told:
        read_protocol(text, file="southampton.yaml")
    assert {each.place.path.split(" ")[0] for each in told.value.findings} == {"sections"}
