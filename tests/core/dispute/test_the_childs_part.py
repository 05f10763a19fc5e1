"""The child's own part in a dispute: heard, and each outcome that the child wants answered."""

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.words import Words
from concord.core.protocol.shipped import shipped_ids
from tests.core.protocols.stage import Play

WANTED = "See my sister every week\n\n  Stay at my school  "


def heard() -> Play:
    """A dispute in which the child has named two outcomes."""
    on = Play("southampton").concern("iro", raised_with=["team-manager"])
    return on.does("iro", "hear child", views="I miss her.", outcomes=WANTED)


@pytest.mark.clauses("SOU-CHILD-OUTCOMES")
def test_the_outcomes_that_the_child_names_are_recorded_one_on_each_line() -> None:
    outcomes = heard().dispute.outcomes
    assert [(each.number, each.text) for each in outcomes] == [
        (1, "See my sister every week"),
        (2, "Stay at my school"),
    ]


@pytest.mark.clauses("SOU-CHILD-OUTCOMES")
def test_they_can_be_named_when_the_concern_is_raised_and_go_on_after_that() -> None:
    on = Play("southampton").concern("iro", child_outcomes="A phone of my own")
    on.does("social-worker", "hear child", views="I miss her.", outcomes=WANTED)
    assert [each.number for each in on.dispute.outcomes] == [1, 2, 3]


@pytest.mark.clauses("SOU-CHILD-OUTCOMES")
def test_each_is_owed_an_answer_and_nothing_is_resolved_without() -> None:
    on = heard()
    assert {"child-outcome:1", "child-outcome:2"} <= on.owes("iro")
    for number in (1, 2):
        refused = on.refused("iro", "resolve")
        assert (refused.id, refused.clause) == ("child-outcome-first", "SOU-CHILD-OUTCOMES")
        assert f"Outcome {number} " in refused.sentence
        on.does("iro", "answer child", outcome=number, came="in part", text="Every second week.")
    assert on.state("child-outcome:1") is DutyState.DONE
    on.resolve("iro")


@pytest.mark.clauses("SOU-CHILD-OUTCOMES")
def test_nothing_is_withdrawn_without_either() -> None:
    on = heard()
    assert on.refused("iro", "withdraw", reason="No.").id == "child-outcome-first"
    for number in (1, 2):
        on.does("iro", "answer child", outcome=number, came="no", text="It was not raised rightly.")
    on.does("iro", "withdraw", reason="The plan was changed.")


@pytest.mark.clauses("SOU-CHILD-OUTCOMES")
def test_an_outcome_that_the_child_names_after_the_end_is_owed_an_answer_then() -> None:
    on = Play("southampton").concern("iro").resolve("iro")
    on.does("iro", "hear child", views="I miss her.", outcomes=WANTED)
    assert {"child-outcome:1", "child-outcome:2"} <= on.owes("iro")
    on.does("iro", "answer child", outcome=1, came="yes", text="From Saturday on.")
    assert on.owes("iro") == {"child-outcome:2"}


def test_a_later_answer_is_the_one_that_counts_and_the_duty_was_done_by_the_first() -> None:
    on = heard().does("iro", "answer child", outcome=1, came="no", text="Not now.")
    done_at = on.duty("child-outcome:1").fulfilled_at
    on.at("2026-03-04 10:00").does("iro", "answer child", outcome=1, came="yes", text="Yes.")
    assert (on.dispute.outcomes[0].came, on.dispute.outcomes[0].answer) == ("yes", "Yes.")
    assert on.duty("child-outcome:1").fulfilled_at == done_at


def test_the_line_hears_the_child_too_and_the_reviewing_side_answers() -> None:
    on = heard()
    on.does("social-worker", "hear child", views="I am not asked.")
    fields: dict[str, object] = {"outcome": 1, "came": "yes", "text": "Yes."}
    assert on.refused("social-worker", "answer child", **fields).id == "not-your-part"


@pytest.mark.parametrize(
    ("outcome", "refusal"),
    [(0, "needed"), (3, "unknown-child-outcome"), (-1, "unknown-child-outcome")],
)
def test_an_answer_is_to_an_outcome_that_there_is(outcome: int, refusal: str) -> None:
    refused = heard().refused("iro", "answer child", outcome=outcome, came="no", text="No.")
    assert refused.id == refusal


def test_where_the_child_has_named_none_there_is_nothing_to_answer() -> None:
    on = Play("southampton").concern("iro")
    refused = on.refused("iro", "answer child", outcome=1, came="no", text="No.")
    assert refused.id == "no-child-outcome"
    on.talk("iro", "team-manager").resolve("iro")


@pytest.mark.parametrize("name", shipped_ids())
def test_it_is_so_under_every_protocol(name: str) -> None:
    on = Play(name).concern("iro", child_outcomes="One")
    assert "child-outcome:1" in on.owes("iro")
    assert on.duty("child-outcome:1").clause in on.protocol.clauses


@pytest.mark.clauses("BRH-NOT-OVERRIDE")
def test_the_childs_views_are_on_record_and_an_advocate_is_considered() -> None:
    on = Play("brighton-and-hove").concern("iro", child_views="I want to stay.")
    assert "0:advocate-considered" in on.owes("iro")
    on.does("iro", "consider", about=on.duty("0:advocate-considered").about, result="Asked for.")
    assert "0:advocate-considered" not in on.owes("iro")
    refused = Play("brighton-and-hove").refused(
        "iro", "raise concern", child_wants="no", child_views="I want to stay."
    )
    assert (refused.id, refused.place) == ("reason-needed", "against_wishes")


@pytest.mark.parametrize("role", ["iro", "social-worker"])
def test_the_views_of_parents_and_carers_are_on_record_whoever_hears_them(role: str) -> None:
    on = Play("bristol").concern("iro")
    on.does(role, "hear family", whose="a parent", views="Nobody asked us.", how="telephone")
    sentence = on.last.sentence("The officer", Words(on.protocol))
    assert sentence == "The officer recorded the views of a parent, by telephone"
    assert on.refused(role, "hear family", views="Whose?").id == "needed"


@pytest.mark.parametrize(
    ("stands", "said"),
    [
        ("offered", "an independent advocate was offered to the child"),
        ("in place", "the child has an independent advocate"),
        ("not wanted", "the child does not want an independent advocate"),
    ],
)
def test_what_there_is_of_an_advocate_is_on_record(stands: str, said: str) -> None:
    on = Play("southampton").concern("iro").does("iro", "record advocate", stands=stands)
    assert (
        on.last.sentence("The officer", Words(on.protocol)) == f"The officer recorded that {said}"
    )
    assert on.refused("iro", "record advocate").id == "needed"
