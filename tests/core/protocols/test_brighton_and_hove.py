"""The clauses of one protocol: informal talk, and five levels that three roles raise in turn."""

from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import NotStated
from tests.core.protocols.brighton_and_hove_scenes import (
    ANSWERED_BY,
    DELIVERY,
    HEAD,
    LEVELS,
    MANAGER,
    NEXT_MORNING,
    RAISED_BY,
    WRITTEN,
    adjudicate,
    answered,
    level_1,
    level_2,
    level_3,
    level_4,
    level_5,
    meet,
    noted,
    raised,
    talked,
    told_in_writing,
    unresolved,
)
from tests.core.protocols.stage import Play

LAST_DAYS = {
    1: date(2026, 3, 9),
    2: date(2026, 3, 9),
    3: date(2026, 3, 6),
    4: date(2026, 3, 5),
    5: date(2026, 3, 5),
}


# Informal


@pytest.mark.clauses("BRH-INFORMAL")
def test_the_alert_waits_for_a_talk_with_the_pod_team_manager_or_the_social_worker() -> None:
    play = raised()
    assert play.refused("iro", "issue alert").clause == "BRH-INFORMAL"
    assert play.talk("iro", "service-manager").refused("iro", "issue alert").id == "informal-first"
    for role in ("pod-team-manager", "social-worker"):
        assert raised().talk("iro", role).refused("iro", "issue alert").id != "informal-first"


@pytest.mark.clauses("BRH-INFORMAL")
def test_the_time_of_the_informal_part_is_agreed_and_has_no_limit() -> None:
    assert "1:respond" not in raised(respond_by="").duties
    assert raised(respond_by="2026-07-31").due_on("1:respond") == date(2026, 7, 31)
    assert shipped("brighton-and-hove").informal[0].time_set_by == "negotiation"


@pytest.mark.clauses("BRH-INFORMAL")
def test_the_case_note_comes_before_it_is_resolved_or_goes_formal() -> None:
    play = talked()
    for verb in ("resolve", "issue alert"):
        refused = play.refused("iro", verb)
        assert (refused.id, refused.clause) == ("do-first", "BRH-INFORMAL")
    assert "1:case-note" in play.owes("iro")
    assert noted().resolve("iro").state("1:case-note") is DutyState.DONE


@pytest.mark.clauses("BRH-INFORMAL")
def test_the_case_note_goes_to_the_social_worker_the_pod_team_manager_and_the_iro_manager() -> None:
    assert noted().told == {
        "social-worker": "read",
        "pod-team-manager": "read",
        MANAGER: "read",
    }


@pytest.mark.clauses("BRH-INFORMAL")
def test_the_iro_manager_is_consulted_before_it_goes_formal() -> None:
    play = noted()
    refused = play.refused("iro", "issue alert")
    assert (refused.id, refused.clause) == ("consult-first", "BRH-INFORMAL")
    play.does("iro", "end informal", reason="No agreement.")
    assert "0:iro-manager-consulted-informally" in play.owes("iro")
    assert play.consult("iro", MANAGER).alert("iro").rung == "level-1"


@pytest.mark.clauses("BRH-CONCERNS")
def test_there_are_thirteen_kinds_of_concern_and_words_for_any_other() -> None:
    issues = shipped("brighton-and-hove").issues
    assert not isinstance(issues, NotStated)
    assert len(issues) == 13
    raised(issues=list(issues))
    raised(issues=[])
    refused = Play("brighton-and-hove").refused("iro", "raise concern", issues=["weather"])
    assert (refused.id, refused.clause) == ("unknown-issue", "BRH-CONCERNS")


# The levels: who raises, who is told, who answers by when


@pytest.mark.parametrize(
    ("level", "told", "next_due"),
    [
        pytest.param(1, "service-manager", 5, marks=pytest.mark.clauses("BRH-L1")),
        pytest.param(2, DELIVERY, 5, marks=pytest.mark.clauses("BRH-L2")),
        pytest.param(3, "director", 4, marks=pytest.mark.clauses("BRH-L3")),
    ],
)
def test_the_alert_goes_to_one_and_another_is_told(level: int, told: str, next_due: int) -> None:
    play = LEVELS[level]()
    assert play.told == {ANSWERED_BY[level]: "answer", told: "read"}
    stage = play.clocks.stage
    assert stage is not None
    assert (stage.left, stage.clause) == (next_due, f"BRH-L{level}")


@pytest.mark.parametrize(
    "level",
    [
        pytest.param(1, marks=pytest.mark.clauses("BRH-L1")),
        pytest.param(2, marks=pytest.mark.clauses("BRH-L2")),
        pytest.param(3, marks=pytest.mark.clauses("BRH-L3")),
        pytest.param(4, marks=pytest.mark.clauses("BRH-L4")),
        pytest.param(5, marks=pytest.mark.clauses("BRH-L5")),
    ],
)
def test_a_level_has_its_days_for_the_response_and_for_its_judgement(level: int) -> None:
    play = answered(level, at=NEXT_MORNING)
    key = level + 1
    assert play.duty(f"{key}:answer").owners == (ANSWERED_BY[level],)
    assert play.duty(f"{key}:judge").owners == (RAISED_BY[level],)
    assert play.due_on(f"{key}:answer") == play.due_on(f"{key}:judge") == LAST_DAYS[level]


@pytest.mark.parametrize(
    ("level", "others"),
    [
        pytest.param(1, [MANAGER, HEAD], marks=pytest.mark.clauses("BRH-L1")),
        pytest.param(2, ["iro", HEAD], marks=pytest.mark.clauses("BRH-L2")),
        pytest.param(3, ["iro", MANAGER], marks=pytest.mark.clauses("BRH-L3")),
        pytest.param(4, ["iro", MANAGER], marks=pytest.mark.clauses("BRH-L4")),
        pytest.param(5, ["iro", MANAGER], marks=pytest.mark.clauses("BRH-L5")),
    ],
)
def test_whoever_raised_a_level_judges_it_and_nobody_else(level: int, others: list[str]) -> None:
    play = answered(level)
    for role in others:
        assert play.refused(role, "judge", satisfied="yes", **WRITTEN).id == "not-your-part"
        assert play.refused(role, "resolve").id == "not-your-part"
    play.judge(RAISED_BY[level], "yes", **WRITTEN).resolve(RAISED_BY[level])


@pytest.mark.clauses("BRH-L2")
def test_the_iro_manager_and_not_the_iro_raises_level_2() -> None:
    play = unresolved(1).consult("iro", MANAGER).escalate("iro")
    assert play.owes(MANAGER) >= {"3:issue"}
    assert play.refused("iro", "issue alert").id == "not-your-part"
    assert play.alert(MANAGER).duty("3:answer").owners == ("service-manager",)


@pytest.mark.clauses("BRH-L3")
def test_the_head_of_safeguarding_raises_level_3() -> None:
    play = unresolved(2).consult(MANAGER, HEAD).escalate(MANAGER)
    assert play.refused(MANAGER, "issue alert").id == "not-your-part"
    assert play.alert(HEAD).duty("4:answer").owners == (DELIVERY,)


@pytest.mark.parametrize("part", ["impact", "outcome"])
@pytest.mark.parametrize(
    "level",
    [
        pytest.param(1, marks=pytest.mark.clauses("BRH-L1")),
        pytest.param(2, marks=pytest.mark.clauses("BRH-L2")),
        pytest.param(3, marks=pytest.mark.clauses("BRH-L3")),
        pytest.param(4, marks=pytest.mark.clauses("BRH-L4")),
    ],
)
def test_impact_and_outcome_are_written_with_the_judgement(level: int, part: str) -> None:
    play, half = answered(level), {part: WRITTEN[part]}
    other = {"impact": "outcome", "outcome": "impact"}[part]
    refused = play.refused(RAISED_BY[level], "judge", satisfied="no", **half)
    assert (refused.id, refused.clause) == (f"{other}-needed", f"BRH-L{level}")


@pytest.mark.parametrize(
    ("level", "role", "whom"),
    [
        pytest.param(1, "iro", MANAGER, marks=pytest.mark.clauses("BRH-L1")),
        pytest.param(2, MANAGER, HEAD, marks=pytest.mark.clauses("BRH-L2")),
    ],
)
def test_somebody_is_consulted_before_a_level_is_left(level: int, role: str, whom: str) -> None:
    play = unresolved(level).at(NEXT_MORNING)
    refused = play.refused(role, "escalate")
    assert (refused.id, refused.clause) == ("consult-first", f"BRH-L{level}")
    play.consult(role, whom).escalate(role)


@pytest.mark.parametrize(
    ("level", "key"),
    [
        pytest.param(1, "2:negotiated-at-level-1", marks=pytest.mark.clauses("BRH-L1")),
        pytest.param(2, "3:negotiated-at-level-2", marks=pytest.mark.clauses("BRH-L2")),
    ],
)
def test_levels_1_and_2_are_negotiated(level: int, key: str) -> None:
    play, role = LEVELS[level](), RAISED_BY[level]
    assert (play.duty(key).must, key in play.owes(role)) == (True, True)
    assert play.talk(role, ANSWERED_BY[level]).state(key) is DutyState.DONE


@pytest.mark.parametrize(
    ("level", "owners"),
    [
        pytest.param(2, ("pod-team-manager", "iro"), marks=pytest.mark.clauses("BRH-L2")),
        pytest.param(3, (HEAD,), marks=pytest.mark.clauses("BRH-L3")),
        pytest.param(4, (DELIVERY, HEAD), marks=pytest.mark.clauses("BRH-L4")),
        pytest.param(5, (HEAD,), marks=pytest.mark.clauses("BRH-L5")),
    ],
)
def test_the_one_who_answers_gets_the_information(level: int, owners: tuple[str, ...]) -> None:
    play, key = LEVELS[level](), f"{level + 1}:informed-at-level-{level}"
    assert (play.duty(key).owners, play.duty(key).must) == (owners, True)
    play.inform(owners[0], ANSWERED_BY[level], about="the-case")
    assert play.state(key) is DutyState.DONE


# Level 3: a meeting; Level 4: a meeting or a decision; Level 5: a decision


@pytest.mark.clauses("BRH-L3")
def test_level_3_is_answered_after_a_meeting_of_both_sides() -> None:
    play = level_3()
    refused = play.refused(DELIVERY, "answer")
    assert (refused.id, refused.clause) == ("meet-first", "BRH-L3")
    for alone in (HEAD, DELIVERY):
        meeting = {"chair": alone, "attended": [alone, "service-manager"]}
        assert play.refused(HEAD, "record meeting", **meeting).id == "someone-missing"
    assert play.due_on("4:meeting") == date(2026, 3, 6)
    meet(play, 3).answer(DELIVERY)


@pytest.mark.clauses("BRH-L3")
def test_after_level_3_advice_may_be_sought_and_nothing_waits_for_it() -> None:
    play = unresolved(3)
    play.does(HEAD, "seek advice").does(HEAD, "seek advice", kind="cafcass", given_by="Cafcass")
    assert unresolved(3).escalate(HEAD).rung == "level-4"


@pytest.mark.clauses("BRH-L4")
def test_level_4_is_answered_after_a_meeting_or_by_a_decision_in_writing() -> None:
    play = level_4()
    assert play.told == {"director": "answer"}
    refused = play.refused("director", "answer")
    assert (refused.id, refused.clause) == ("meet-first", "BRH-L4")
    meeting = {"chair": HEAD, "attended": [HEAD, "service-manager"]}
    assert play.refused(HEAD, "record meeting", **meeting).id == "someone-missing"
    meet(play, 4).answer("director")
    assert adjudicate(level_4(), "director").state("5:meeting") is DutyState.DONE


@pytest.mark.clauses("BRH-L4")
def test_the_director_knows_in_writing_before_it_goes_to_the_chief_executive() -> None:
    play = unresolved(4).inform(HEAD, "director", about="going-to-the-chief-executive")
    refused = play.refused(HEAD, "escalate")
    assert (refused.id, refused.clause) == ("inform-first", "BRH-L4")
    assert told_in_writing(play).escalate(HEAD).rung == "level-5"


@pytest.mark.clauses("BRH-L5")
def test_level_5_is_a_decision_of_the_chief_executive_in_writing() -> None:
    play = level_5()
    assert play.told == {"chief-executive": "answer"}
    assert play.refused("chief-executive", "answer").id == "adjudicate-instead"
    adjudicate(play, "chief-executive")
    assert play.judge(HEAD, "no").refused(HEAD, "escalate").id == "last-stage"


# No answer, no hold, no way past a level


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_without_a_response_is_over_and_nothing_goes_on_by_itself(level: int) -> None:
    play = LEVELS[level]().at("2026-03-30 09:00")
    assert (play.rung, f"{level + 1}:answer" in play.missed) == (f"level-{level}", True)


def test_after_a_response_that_did_not_come_the_next_level_is_raised() -> None:
    play = level_1().at("2026-03-10 09:00")
    assert play.consult("iro", MANAGER).escalate("iro").rung == "level-2"


def test_nothing_is_put_on_hold() -> None:
    assert level_1().refused("iro", "place hold", until="2026-03-13").id == "no-hold"


@pytest.mark.parametrize("level", [2, 3, 4, 5])
def test_no_level_is_passed_over(level: int) -> None:
    beyond = {"stage": f"level-{level}", "reason": "It is urgent."}
    play = noted().consult("iro", MANAGER)
    assert play.refused("iro", "issue alert", **beyond).id == "entry-not-allowed"
    if level > 2:
        later = {"to": f"level-{level}", "reason": "It is urgent."}
        assert level_1().refused("iro", "escalate", **later).id == "bypass-not-allowed"


# The total


@pytest.mark.clauses("BRH-TOTAL-20")
def test_the_five_levels_have_20_working_days_from_the_first_alert() -> None:
    assert noted().clocks.total is None
    total = level_1().at("2026-03-30 23:59").clocks.total
    assert total is not None
    assert (total.due.on, total.used, total.left) == (date(2026, 3, 30), 20, 0)
    assert total.clause == "BRH-TOTAL-20"


@pytest.mark.clauses("BRH-TOTAL-20")
def test_the_days_of_the_levels_make_20() -> None:
    days = [LEVELS[level]().clocks.stage for level in LEVELS]
    assert [each.left for each in days if each] == [5, 5, 4, 3, 3]


@pytest.mark.clauses("BRH-TOTAL-20")
def test_a_dispute_that_takes_longer_is_late_for_those_who_carry_it() -> None:
    play = level_2().at("2026-03-31 00:00")
    assert "total" in play.missed
    assert play.duty("total").owners == (MANAGER,)
