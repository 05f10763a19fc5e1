"""The child is told what the protocol asks for, or it is on record why not, before a dispute ends.

Children Act 1989 s22(4) and (5), and the clauses on the child's rights of each protocol.
"""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.words import Words
from tests.core.dispute import holding
from tests.core.protocols import brighton_and_hove_scenes, bristol_scenes, lambeth_scenes
from tests.core.protocols.stage import Play
from tests.support.invented import HERE, invented

LIMITED = HERE / "protocols" / "around-the-child.yaml"
RIGHTS = "child-told-of-rights"
KEY = f"0:{RIGHTS}"
WHY: dict[str, object] = {"untold": RIGHTS, "reason": "The child is three weeks old."}


def southampton() -> Play:
    on = Play("southampton").concern("iro", raised_with=["team-manager"])
    return on.talk("iro", "team-manager").alert("iro")


def lambeth() -> Play:
    return lambeth_scenes.at("stage-1")


FORMAL = {
    "southampton": southampton,
    "bristol": bristol_scenes.stage_1,
    "brighton-and-hove": brighton_and_hove_scenes.level_1,
    "lambeth": lambeth,
}


def formal(name: str = "southampton") -> Play:
    """A dispute whose formal process has begun, and whose child is not told of its rights."""
    on = FORMAL[name]()
    assert KEY in on.owes("iro")
    return on


def told(on: Play) -> Play:
    how = {"about": "advocacy-and-complaints", "how": "face to face"}
    return on.inform("iro", "child", **how)


@pytest.mark.clauses("SOU-CHILD-RIGHTS", "BRI-CHILD-RIGHTS", "BRH-CHILD-RIGHTS", "LAM-CHILD-RIGHTS")
@pytest.mark.parametrize("name", FORMAL)
@pytest.mark.parametrize("end", ["resolve", "withdraw"])
def test_no_dispute_ends_while_the_child_is_neither_told_nor_is_it_explained(
    name: str, end: str
) -> None:
    on = formal(name)
    clause = on.duty(KEY).clause
    fields = {"reason": "No."} if end == "withdraw" else {}
    while (refused := on.refused("iro", end, **fields)).clause != clause:
        assert refused.id == "child-first"
        _others_told(on)
    assert refused.id == "child-first"
    assert "advocacy" in refused.sentence
    told(on)


def _others_told(on: Play) -> None:
    """All but the child's rights, which is looked at alone."""
    rules = {each.id: each for each in on.protocol.duties}
    for key, duty in on.duties.items():
        rule = rules.get(key.partition(":")[2])
        if rule and rule.id != RIGHTS and "child" in duty.whom and not duty.is_over:
            on.inform(duty.owners[0], *duty.whom, about=rule.about, how="letter")


@pytest.mark.clauses("SOU-CHILD-RIGHTS")
def test_it_ends_once_the_child_is_told() -> None:
    on = told(formal())
    assert on.state(KEY) is DutyState.DONE
    on.resolve("iro")


@pytest.mark.clauses("SOU-CHILD-RIGHTS")
def test_it_ends_once_it_is_on_record_why_the_child_is_not_told_and_stays_owed() -> None:
    on = formal().does("iro", "explain child", **WHY, look_again="2026-04-01")
    assert on.due_on(KEY) == date(2026, 4, 1)
    assert on.last.sentence("The officer", Words(on.protocol)) == (
        'The officer recorded why this is not done: "Make sure that the child knows of '
        'independent advocacy and of the complaints process", to look at it again on 1 April 2026'
    )
    on.does("iro", "resolve")
    assert on.state(KEY) is DutyState.OPEN
    holding.everything(on.matter, at=on.now)
    on.at("2026-03-30 10:00")
    told(on)
    assert on.state(KEY) is DutyState.DONE


def test_what_nobody_looked_at_again_was_missed_and_does_not_let_it_end() -> None:
    on = formal().does("iro", "explain child", **WHY, look_again="2026-03-04")
    on.at("2026-03-05 09:00")
    assert on.state(KEY) is DutyState.OVERDUE
    assert KEY in on.missed
    assert on.refused("iro", "resolve").id == "child-first"
    on.does("iro", "explain child", **WHY, look_again="2026-03-20").resolve("iro")
    holding.everything(on.matter, at=on.now)


def test_on_the_day_itself_the_reason_still_stands() -> None:
    on = formal().does("iro", "explain child", **WHY, look_again="2026-03-04")
    on.at("2026-03-04 23:00").resolve("iro")


def test_after_the_end_a_reason_can_settle_it() -> None:
    on = formal().does("iro", "explain child", **WHY, look_again="2026-04-01").resolve("iro")
    on.at("2026-03-31 10:00").does("iro", "explain child", **WHY)
    assert on.state(KEY) is DutyState.LAPSED
    assert on.at("2026-05-01 10:00").missed == ()
    holding.everything(on.matter, at=on.now)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"look_again": "2026-04-01", "reason": ""}, "needed"),
        ({"look_again": ""}, "look-again-needed"),
        ({"look_again": "2026-03-02"}, "look-again-later"),
        ({"look_again": "2026-04-01", "untold": "answer"}, "unknown-telling"),
    ],
)
def test_a_reason_has_words_and_a_day_to_come_and_is_about_something_untold(
    fields: dict[str, object], refusal: str
) -> None:
    assert formal().refused("iro", "explain child", **{**WHY, **fields}).id == refusal


def test_once_all_is_told_there_is_nothing_to_explain() -> None:
    refused = told(formal()).refused("iro", "explain child", **WHY, look_again="2026-04-01")
    assert refused.id == "nobody-to-tell"


@pytest.mark.clauses("BRH-COURT-KEEP-INFORMED")
def test_whoever_is_to_tell_the_family_says_why_not() -> None:
    on = Play("brighton-and-hove").concern("iro", in_court=True)
    assert "0:family-informed" in on.owes("social-worker")
    why: dict[str, object] = {"untold": "family-informed", "reason": "Nobody knows where they are."}
    on.does("social-worker", "explain child", **why, look_again="2026-03-20")
    assert on.due_on("0:family-informed") == date(2026, 3, 20)
    assert on.refused("head-of-service", "explain child", **why).id == "not-your-part"


@pytest.mark.clauses("LAM-KEEP-CHILD-INFORMED")
def test_a_reason_holds_on_the_next_stage_until_its_day() -> None:
    on = lambeth()
    why: dict[str, object] = {"untold": "child-kept-informed", "reason": "Not while in hospital."}
    on.does("iro", "explain child", **why, look_again="2026-03-31")
    on.answer("team-manager").judge("iro", "no").escalate("iro")
    number = on.dispute.runs[-1].number
    assert on.due_on(f"{number}:child-kept-informed") == date(2026, 3, 31)
    assert on.refused("iro", "resolve").clause != "LAM-KEEP-CHILD-INFORMED"


@pytest.mark.parametrize(
    ("explained", "due"),
    [("2026-06-09 10:00", date(2026, 7, 1)), ("2026-06-11 10:00", date(2026, 6, 10))],
    ids=["in time", "too late"],
)
def test_the_day_to_look_again_takes_the_place_of_a_limit_that_was_not_over(
    explained: str, due: date
) -> None:
    raised: dict[str, object] = {"issues": ["drift"], "respond_by": ""}
    on = Play(invented(LIMITED)).at("2026-06-08 10:00").concern("iro", **raised)
    on.talk("iro", "team-manager").alert("iro")
    assert on.due_on("0:told-in-time") == date(2026, 6, 10)
    why: dict[str, object] = {"untold": "told-in-time", "reason": "Not while in hospital."}
    on.at(explained).does("iro", "explain child", **why, look_again="2026-07-01")
    assert on.due_on("0:told-in-time") == due
    assert ("0:told-in-time" in on.missed) == (due < date(2026, 6, 11))
