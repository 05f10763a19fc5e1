"""Each clause of the protocols is carried by a test, or stands on the list that may only shrink."""

from pathlib import Path

import pytest

from tests.clauses import carried
from tests.clauses.carried import WrongMark, carried_by, carried_by_all
from tests.support.tree import must_be_empty

MARK = "@pytest.mark." + "clauses"  # in two parts, so that this file carries nothing itself


def test_each_mark_names_a_clause_that_exists() -> None:
    found = [f"{each.test}: {each.clause}" for each in carried.unknown(carried_by_all())]
    must_be_empty(found, looked_at=len(carried.known_ids()))


def test_the_list_of_clauses_without_a_test_is_exact() -> None:
    assert carried.uncarried_ids() == carried.uncarried(carried_by_all()), (
        "Hint: python -m tests.clauses --shrink"
    )


def test_the_number_above_the_list_is_its_length() -> None:
    assert carried.stated_count() == len(carried.uncarried_ids())


def test_there_are_146_clauses_each_named_once() -> None:
    known = carried.known_ids()
    assert (len(known), len(set(known))) == (146, 146)


def test_a_mark_is_found_on_a_function_a_class_a_module_and_a_parameter() -> None:
    source = f"""
pytestmark = {MARK.removeprefix("@")}("MODULE")
{MARK}("ONE", "TWO")
def test_a(): ...
class TestB:
    {MARK}("THREE")
    def test_c(self): ...
@pytest.mark.parametrize("x", [pytest.param(1, marks={MARK.removeprefix("@")}("FOUR"))])
def test_d(x): ...
"""
    assert [(each.clause, each.test) for each in carried_by(source, "f")] == [
        ("MODULE", "f"),
        ("ONE", "f::test_a"),
        ("TWO", "f::test_a"),
        ("THREE", "f::TestB::test_c"),
        ("FOUR", "f::test_d"),
    ]


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        (f"{MARK}('A')\ndef helper(): ...", "f:1: helper is not a test"),
        (f"{MARK}()\ndef test_a(): ...", "f:1: no clause is named"),
        (f"{MARK}(NAME)\ndef test_a(): ...", "f:1: a clause id is written out"),
    ],
)
def test_a_mark_that_carries_nothing_is_refused(marked: str, sentence: str) -> None:
    with pytest.raises(WrongMark, match=sentence):
        carried_by(marked, "f")


def test_a_story_carries_the_clauses_it_names(tmp_path: Path) -> None:
    tests = tmp_path / "tests"
    stories = tests / "journeys" / "stories"
    stories.mkdir(parents=True)
    (stories / "a.yaml").write_text("clauses: [ONE]\nacts: []\n", encoding="utf-8")
    found = carried_by_all(tests, stories)
    assert [(each.clause, each.test) for each in found] == [
        ("ONE", "tests/journeys/stories/a.yaml")
    ]


def test_the_list_refuses_to_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "uncarried.txt"
    file.write_text("# 1 clauses without a test\nONE\n", encoding="utf-8")
    monkeypatch.setattr(carried, "UNCARRIED", file)
    with pytest.raises(ValueError, match="may only shrink, and it would gain: TWO"):
        carried.write_uncarried(["ONE", "TWO"])
    carried.write_uncarried([])
    assert (carried.uncarried_ids(), carried.stated_count()) == ([], 0)
