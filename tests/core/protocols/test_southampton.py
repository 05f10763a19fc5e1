"""The clauses of one protocol: a short document, a ladder that is a reading, one total for all."""

from collections.abc import Callable
from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import Answer
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import IfMissed, NotStated
from tests.core.protocols.stage import Play

TEAM_MANAGER = "team-manager-stage"
HEAD_OF_SERVICE = "head-of-service-stage"
DEPUTY_DIRECTOR = "deputy-director-stage"
LADDER = [TEAM_MANAGER, HEAD_OF_SERVICE, DEPUTY_DIRECTOR]
MANAGERS = ["team-manager", "head-of-service", "deputy-director"]
GROUNDS = ["needs-not-met", "review-not-held", "decision-not-carried-out", "other-breach"]
NO_DAY = {"respond_by": ""}
REASON = "The Team Manager has no power to decide it."


def raised() -> Play:
    """Monday 2 March 2026 at ten."""
    return Play("southampton").concern("iro", **NO_DAY)


def talked() -> Play:
    return raised().talk("iro", "social-worker")


def at_the_team_manager() -> Play:
    return talked().alert("iro")


def at_the_head_of_service() -> Play:
    return at_the_team_manager().answer("team-manager").judge("iro", "no").escalate("iro")


def at_the_deputy_director() -> Play:
    return at_the_head_of_service().answer("head-of-service").judge("iro", "no").escalate("iro")


Begin = Callable[[], Play]
STAGES: list[Begin] = [at_the_team_manager, at_the_head_of_service, at_the_deputy_director]


def unresolved(stage: int) -> Play:
    """The first, second or third stage with an answer that is not satisfactory."""
    return STAGES[stage]().answer(MANAGERS[stage]).judge("iro", "no")


@pytest.mark.clauses("SOU-GROUNDS")
@pytest.mark.parametrize("ground", GROUNDS)
def test_each_of_the_four_grounds_can_be_raised(ground: str) -> None:
    Play("southampton").concern("iro", issues=[ground], **NO_DAY)


@pytest.mark.clauses("SOU-GROUNDS")
def test_there_is_no_fifth_ground() -> None:
    refused = Play("southampton").refused("iro", "raise concern", issues=["drift"])
    assert (refused.id, refused.clause) == ("unknown-issue", "SOU-GROUNDS")
    issues = shipped("southampton").issues
    assert not isinstance(issues, NotStated)
    assert list(issues) == GROUNDS


# Informal resolution, and the one limit


@pytest.mark.clauses("SOU-INFORMAL")
def test_formal_action_waits_for_evidence_of_informal_dialogue() -> None:
    play = raised().talk("iro", "lead-iro")
    refused = play.refused("iro", "issue alert")
    assert (refused.id, refused.clause) == ("informal-first", "SOU-INFORMAL")
    assert play.talk("iro", "social-worker").alert("iro").rung == TEAM_MANAGER


@pytest.mark.clauses("SOU-INFORMAL")
def test_a_talk_with_the_team_manager_is_such_dialogue_too() -> None:
    assert raised().talk("iro", "team-manager").alert("iro").rung == TEAM_MANAGER


@pytest.mark.clauses("SOU-INFORMAL", "SOU-TOTAL-20")
def test_informal_dialogue_has_no_limit_but_what_is_right_for_the_child() -> None:
    play = raised().at("2026-06-01 09:00")
    assert (play.missed, play.clocks.total, play.owes("iro")) == ((), None, set())


@pytest.mark.clauses("SOU-INFORMAL")
def test_the_iro_may_name_a_day_for_it_and_is_asked_to_go_formal_after_that_day() -> None:
    play = Play("southampton").concern("iro", respond_by="2026-03-04")
    assert play.due_on("1:respond") == date(2026, 3, 4)
    play.at("2026-03-05 09:00")
    assert (play.duty("1:time-is-up").act, play.owes("iro")) == ("issue alert", {"1:time-is-up"})


@pytest.mark.clauses("SOU-TOTAL-20")
def test_20_working_days_count_from_the_start_of_the_formal_process() -> None:
    play = talked().at("2026-03-09 10:00").alert("iro")
    total = play.clocks.total
    assert total
    assert (total.due.on, total.left, total.clause) == (date(2026, 4, 8), 20, "SOU-TOTAL-20")


@pytest.mark.clauses("SOU-TOTAL-20")
def test_a_formal_process_that_takes_longer_is_recorded_as_such() -> None:
    play = at_the_deputy_director().at("2026-03-31 09:00")
    assert "total" in play.missed
    assert play.resolve("iro").state("total") is DutyState.DONE_LATE


@pytest.mark.clauses("SOU-TOTAL-20")
@pytest.mark.parametrize("begin", STAGES)
def test_no_stage_has_a_limit_of_its_own_and_all_share_the_total(begin: Begin) -> None:
    play = begin()
    number = len(play.dispute.runs)
    assert play.due_on(f"{number}:answer") == date(2026, 3, 30)
    assert play.duty(f"{number}:answer").clause == "SOU-TOTAL-20"


@pytest.mark.clauses("SOU-TOTAL-20")
@pytest.mark.parametrize("stage", [0, 1, 2])
def test_the_iro_may_ask_for_an_answer_sooner_and_never_after_the_total(stage: int) -> None:
    play = unresolved(stage - 1) if stage else talked()
    verb = "escalate" if stage else "issue alert"
    refused = play.refused("iro", verb, answer_by="2026-03-31")
    assert (refused.id, refused.clause) == ("later-than-the-limit", "SOU-TOTAL-20")
    assert play.refused("iro", verb, answer_by="2026-03-01").clause == "SOU-TOTAL-20"
    play.does("iro", verb, answer_by="2026-03-05")
    assert play.due_on(f"{stage + 2}:answer") == date(2026, 3, 5)


# Up the ladder, and past stages


@pytest.mark.clauses("SOU-UPWARD")
@pytest.mark.parametrize("stage", [0, 1, 2])
def test_each_stage_is_one_managers_by_a_reading(stage: int) -> None:
    play, manager = STAGES[stage](), MANAGERS[stage]
    rules = play.protocol.stages[stage]
    assert isinstance(rules.answer, Answer)
    assert (play.rung, rules.reading, rules.clause) == (LADDER[stage], "ladder", "SOU-UPWARD")
    assert (rules.addressed_to, rules.answer.by) == ((manager,), (manager,))
    other = MANAGERS[stage - 1]
    assert play.refused(other, "answer").clause == "SOU-UPWARD"
    play.answer(manager)


@pytest.mark.clauses("SOU-UPWARD")
@pytest.mark.parametrize("stage", [0, 1])
def test_no_agreement_at_a_stage_leads_to_the_next_manager(stage: int) -> None:
    play = unresolved(stage)
    following = play.duty(f"{stage + 2}:next")
    assert (following.owners, following.act) == (("iro",), "escalate")
    assert following.clause == "SOU-UPWARD"
    assert play.escalate("iro").rung == LADDER[stage + 1]


@pytest.mark.clauses("SOU-UPWARD")
@pytest.mark.parametrize("stage", [0, 1, 2])
def test_no_answer_prompts_the_iro_to_go_on(stage: int) -> None:
    play = STAGES[stage]().at("2026-03-31 09:00")
    key, answer = f"{stage + 2}:next", play.protocol.stages[stage].answer
    assert isinstance(answer, Answer)
    assert (play.rung, answer.if_none) == (LADDER[stage], IfMissed.PROMPT)
    assert (play.duty(key).clause, key in play.owes("iro")) == ("SOU-UPWARD", True)
    last = LADDER[stage] == DEPUTY_DIRECTOR
    assert play.duty(key).act == ("consider referral" if last else "escalate")


@pytest.mark.clauses("SOU-UPWARD")
def test_agreement_at_a_stage_ends_it() -> None:
    play = at_the_team_manager().answer("team-manager")
    assert play.refused("team-manager", "judge", satisfied="yes").clause == "SOU-UPWARD"
    assert play.judge("iro", "yes").resolve("iro").dispute.phase == "resolved"


@pytest.mark.clauses("SOU-BYPASS")
@pytest.mark.parametrize("stage", [HEAD_OF_SERVICE, DEPUTY_DIRECTOR])
def test_any_level_can_be_entered_after_consulting_the_lead_iro(stage: str) -> None:
    play = raised().inform("iro", "lead-iro")
    refused = play.refused("iro", "issue alert", stage=stage, reason=REASON)
    assert (refused.id, refused.clause) == ("consult-first", "SOU-BYPASS")
    play.consult("iro", "lead-iro")
    refused = play.refused("iro", "issue alert", stage=stage)
    assert (refused.id, refused.clause) == ("reason-needed", "SOU-BYPASS")
    assert play.alert("iro", stage=stage, reason=REASON).rung == stage


@pytest.mark.clauses("SOU-BYPASS")
@pytest.mark.parametrize(
    ("stage", "without_a_reason"),
    [(HEAD_OF_SERVICE, "not-yet-unresolved"), (DEPUTY_DIRECTOR, "reason-needed")],
)
def test_any_stage_can_be_passed_over_while_the_dispute_runs(
    stage: str, without_a_reason: str
) -> None:
    play = at_the_team_manager()
    refused = play.refused("iro", "escalate", to=stage, reason=REASON)
    assert (refused.id, refused.clause) == ("consult-first", "SOU-BYPASS")
    play.consult("iro", "lead-iro")
    assert play.refused("iro", "escalate", to=stage).id == without_a_reason
    assert play.escalate("iro", to=stage, reason=REASON).rung == stage


@pytest.mark.clauses("SOU-BYPASS")
def test_the_ladder_itself_needs_no_consultation_and_no_reason() -> None:
    assert unresolved(0).escalate("iro", reason="").rung == HEAD_OF_SERVICE


# Cafcass, legal advice, the child


@pytest.mark.clauses("SOU-CAFCASS-ANY")
@pytest.mark.parametrize("begin", [raised, *STAGES])
@pytest.mark.parametrize("how", ["telephone", "writing"])
def test_the_iro_can_refer_to_cafcass_at_any_point(begin: Begin, how: str) -> None:
    play = begin().consult("iro", "lead-iro")
    refused = play.refused("social-worker", "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("not-your-part", "SOU-CAFCASS-ANY")
    play.does("iro", "refer", to="cafcass", how=how, without=REASON)
    assert play.dispute.handing("cafcass").referred_at


@pytest.mark.clauses("SOU-CAFCASS-ANY")
def test_a_referral_can_be_made_together_with_going_formal_and_stops_nothing() -> None:
    play = talked().consult("iro", "lead-iro").alert("iro")
    before = play.clocks
    play.does("iro", "refer", to="cafcass", without=REASON)
    assert (play.clocks, play.rung) == (before, TEAM_MANAGER)
    assert play.answer("team-manager").judge("iro", "no").escalate("iro").rung == HEAD_OF_SERVICE


@pytest.mark.clauses("SOU-CAFCASS-LEAD")
@pytest.mark.parametrize("begin", [raised, at_the_deputy_director])
def test_before_a_referral_the_dispute_is_discussed_with_the_lead_iro(begin: Begin) -> None:
    play = begin()
    refused = play.refused("iro", "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("consult-first", "SOU-CAFCASS-LEAD")
    play.does("iro", "consider referral", to="cafcass", decision="refer")
    assert "0:discussed-with-lead-iro" in play.owes("iro")
    play.consult("iro", "lead-iro").does("iro", "refer", to="cafcass", without=REASON)


@pytest.mark.clauses("SOU-CAFCASS-LEAD")
def test_resolution_is_sought_up_to_the_deputy_director_or_the_iro_says_why_not() -> None:
    play = at_the_head_of_service().consult("iro", "lead-iro")
    refused = play.refused("iro", "refer", to="cafcass")
    assert (refused.id, refused.clause) == ("reason-needed", "SOU-CAFCASS-LEAD")
    play.does("iro", "consider referral", to="cafcass", decision="refer")
    assert "0:raised-with-deputy-director" in play.owes("iro")
    play.does("iro", "refer", to="cafcass", without=REASON)


@pytest.mark.clauses("SOU-CAFCASS-LEAD")
def test_after_the_deputy_director_nothing_more_is_asked() -> None:
    play = at_the_deputy_director().consult("iro", "lead-iro")
    assert play.does("iro", "refer", to="cafcass").dispute.handing("cafcass").referred_at


@pytest.mark.clauses("SOU-LEGAL")
@pytest.mark.parametrize("begin", [raised, *STAGES])
def test_seeking_separate_legal_advice_is_recorded_and_nobody_has_to(begin: Begin) -> None:
    play = begin()
    assert play.refused("team-manager", "seek advice").clause == "SOU-LEGAL"
    play.does("iro", "seek advice").does("iro", "receive advice")
    verbs = [getattr(entry.event, "VERB", "") for entry in play.dispute.entries]
    assert verbs[-2:] == ["seek advice", "receive advice"]
    assert not any("advice" in each.act for each in play.duties.values())


@pytest.mark.clauses("SOU-LEGAL")
def test_the_councils_own_lawyers_are_not_separate() -> None:
    giver = "Southampton City Council Legal Services"
    refused = raised().refused("iro", "seek advice", given_by=giver)
    assert (refused.id, refused.clause) == ("advice-not-independent", "SOU-LEGAL")


@pytest.mark.clauses("SOU-CHILD-RIGHTS")
def test_in_a_formal_dispute_the_child_is_told_of_advocacy_and_complaints() -> None:
    key = "0:child-told-of-rights"
    assert key not in talked().duties
    play = at_the_team_manager().inform("iro", "child")
    assert (play.duty(key).must, play.duty(key).clause) == (True, "SOU-CHILD-RIGHTS")
    assert key in play.owes("iro")
    play.inform("iro", "child", about="advocacy-and-complaints")
    assert play.state(key) is DutyState.DONE
