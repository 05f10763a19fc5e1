"""Every clause of a document is a rule here, a duty of a person, or not modelled for a reason."""

import re
from dataclasses import replace

import pytest

from concord.core.protocol.accounts import Kind, accounts, tally, tally_words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.identity import content_hash
from concord.core.protocol.ladders import Facts, chosen
from concord.core.protocol.read import read_protocol
from concord.core.protocol.section import in_order
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.vocabulary import NotStated
from tests.clauses.carried import known_ids
from tests.support.cited import cited
from tests.support.tree import ROOT

# What each document numbers or letters itself, in its order.
NUMBERED = {
    "bristol": ["1", "2", "3", "4", "5", "6", "Appendix A", "Appendix B", "Appendix C"],
    "southampton": ["1", "2", "3", "4", "5", "6", "7", "8", "Appendix A"],
    "brighton-and-hove": ["1", "2", "3", "3.1", "3.2", "4", "5", "6", "7", "8", "9"],
    "lambeth": [*"123456789", "Annex A", "Annex B", "Annex C", "Annex D"],
    "unnamed-004": ["Annex A"],
}
# The paragraphs that one document numbers.
PARAGRAPHS = (
    *("1.1", "1.2", "2.1", "2.2", "2.3 (first)", "2.3 (second)", "2.4", "2.5"),
    *("3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "4.1", "4.2"),
    *("5.1", "6.1", "6.2", "6.3", "6.4", "App. A", "App. B", "App. C"),
)
PREFIXES = {
    "bristol": "BRI-",
    "southampton": "SOU-",
    "brighton-and-hove": "BRH-",
    "lambeth": "LAM-",
    "unnamed-004": "SAR-",
}
BEFORE = ROOT / "tests" / "golden" / "southampton-without-sections.yaml"


@pytest.mark.parametrize("name", shipped_ids())
def test_no_clause_of_a_shipped_protocol_is_unaccounted(name: str) -> None:
    found = accounts(shipped(name))
    assert len(found) >= 20
    assert [each.id for each in found.values() if each.kind is Kind.UNACCOUNTED] == []
    assert [each.id for each in found.values() if len(each.claims) > 1] == []


@pytest.mark.parametrize("name", shipped_ids())
def test_every_clause_that_the_mission_asks_for_is_accounted_for(name: str) -> None:
    asked = {each for each in known_ids() if each.startswith(PREFIXES[name])}
    assert len(asked) > 15
    assert asked - set(accounts(shipped(name))) == set()


@pytest.mark.parametrize("name", shipped_ids())
def test_the_clause_of_every_rule_stands_in_the_structure(name: str) -> None:
    protocol = shipped(name)
    placed = {clause for part in in_order(protocol.sections) for clause in part.clauses}
    assert set(cited(protocol)) - placed == set()
    assert set(protocol.clauses) == placed


@pytest.mark.parametrize("name", shipped_ids())
def test_the_sections_have_the_documents_own_numbers_in_its_order(name: str) -> None:
    parts = in_order(shipped(name).sections)
    assert [each.number for each in parts if each.number] == NUMBERED[name]


def test_every_numbered_paragraph_of_bristols_document_is_the_place_of_a_clause() -> None:
    places = ", ".join(each.place for each in shipped("bristol").clauses.values())
    assert [each for each in PARAGRAPHS if each not in places] == []


@pytest.mark.parametrize("name", shipped_ids())
def test_a_duty_of_a_person_says_whose_and_a_reason_is_a_sentence(name: str) -> None:
    protocol = shipped(name)
    for each in accounts(protocol).values():
        clause = each.clause
        if each.kind is Kind.DUTY:
            assert set(clause.duty_of) <= set(protocol.roles)
        said = clause.shown_by or clause.not_modelled or "A rule."
        assert re.fullmatch(r"[A-Z].*\.", said), each.id


def test_a_clause_is_a_rule_by_the_rules_that_name_it_and_no_word_makes_it_one() -> None:
    found = accounts(shipped("bristol"))["BRI-S4-UNRESOLVED"]
    assert {each.path for each in found.cites} == {
        ("stages", 3, "answer", "if none clause"),
        ("duties", 7, "clause"),
    }


def test_a_clause_is_a_rule_also_through_the_reading_that_a_rule_follows() -> None:
    found = accounts(shipped("lambeth"))["LAM-READING"]
    assert {each.reading for each in found.cites} == {
        "annex-2",
        "how-many-stages",
        "stage-3-addressee",
    }


def test_a_reading_that_no_rule_follows_makes_no_rule() -> None:
    assert accounts(shipped("brighton-and-hove"))["BRH-EXAMPLE-4"].kind is Kind.NOT_MODELLED


def test_the_counts_name_every_kind() -> None:
    found = accounts(shipped("unnamed-004")).values()
    assert sum(tally(found).values()) == len(found)
    counted = tally(found)
    assert tally_words(found) == (
        f"{len(found)} clauses: {counted[Kind.RULE]} a rule here, 0 a duty of a person, "
        f"{counted[Kind.NOT_MODELLED]} not modelled, 0 unaccounted"
    )


def before() -> Protocol:
    return read_protocol(BEFORE.read_text(encoding="utf-8"), file="before.yaml")


def test_a_file_from_before_there_were_sections_has_the_hash_that_it_always_had() -> None:
    hashed = "fd264deeb2273e262b0d0aeb017b039f78dd1db102dce156b18e395f78735fa8"
    assert content_hash(before()) == hashed


def test_the_accounts_changed_no_rule() -> None:
    now, then = shipped("southampton"), before()
    kept = {name: now.clauses[name] for name in then.clauses}
    # What the file of then did not have: care plans for the court, the child's own wishes, and
    # ladders of their own for the court and for concerns about an IRO or a review.
    usual = chosen(now, Facts("iro"))
    known = [each.id for each in then.readings]
    assert not isinstance(now.advice, NotStated)
    same = replace(
        now,
        ladders=(),
        stages=usual.stages,
        duties=usual.duties,
        advice=tuple(each for each in now.advice if each.kind == "legal"),
        roles={name: now.roles[name] for name in then.roles},
        referrals=usual.referrals,
        readings=tuple(each for each in now.readings if each.id in known),
        sections=(),
        clauses=kept,
        final_plan=NotStated.NOT_STATED,
        against_wishes_clause=None,
        child_outcomes_clause=None,
    )
    assert content_hash(same) == content_hash(then)


def test_another_account_is_another_version() -> None:
    now = shipped("southampton")
    clause = replace(now.clauses["SOU-PATTERNS"], not_modelled="For another reason.")
    changed = replace(now, clauses={**now.clauses, "SOU-PATTERNS": clause})
    assert content_hash(changed) != content_hash(now)
