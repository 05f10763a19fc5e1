"""The clauses of one protocol about its last stage: statement, meeting, and what comes after."""

from dataclasses import replace
from datetime import date

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import Answer
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import IfMissed, NotStated
from tests.core.protocols.bristol_scenes import (
    AT_STAGE_4,
    BEYOND_5_DAYS,
    SERIOUS,
    SRO,
    entered_at_stage_3,
    meet,
    stage_2,
    stage_4,
    talked,
)
from tests.core.protocols.stage import Play


@pytest.mark.clauses("BRI-S4-AFTER-3")
def test_there_is_no_way_into_stage_4_but_through_stage_3() -> None:
    def refused(play: Play, verb: str, **fields: object) -> tuple[str, str]:
        found = play.refused("iro", verb, **fields)
        return found.id, found.clause

    clause = "BRI-S4-AFTER-3"
    play = talked()
    assert refused(play, "issue alert", stage="stage-4") == ("entry-not-allowed", clause)
    assert refused(play.alert("iro"), "escalate", to="stage-4") == ("bypass-not-allowed", clause)
    assert refused(stage_2(), "escalate", to="stage-4") == ("bypass-not-allowed", clause)
    assert entered_at_stage_3().refused("iro", "escalate").id == "not-yet-unresolved"


@pytest.mark.clauses("BRI-S4-AFTER-3")
def test_no_further_way_in_could_lead_past_stage_3() -> None:
    protocol = shipped("bristol")
    assert not isinstance(protocol.ways_in, NotStated)
    further = replace(protocol.ways_in[0], into=("stage-4",))
    play = Play(replace(protocol, ways_in=(further,))).concern("iro").inform("iro", SRO)
    refused = play.refused("iro", "issue alert", stage="stage-4", reason=SERIOUS)
    assert (refused.id, refused.clause) == ("entry-not-allowed", "BRI-S4-AFTER-3")


@pytest.mark.clauses("BRI-S4")
def test_stage_4_is_the_service_directors_for_5_working_days() -> None:
    play = stage_4()
    assert play.duty("5:answer").owners == ("service-director",)
    assert (play.due_on("5:answer"), play.due_on("5:meeting")) == (date(2026, 3, 9),) * 2
    assert play.duty("5:answer").clause == "BRI-S4"
    for verb, who in (("issue alert", "iro"), ("answer", "team-manager")):
        assert play.refused(who, verb).clause == "BRI-S4"


@pytest.mark.clauses("BRI-S4")
def test_the_service_director_responds_after_the_meeting() -> None:
    play = stage_4()
    refused = play.refused("service-director", "answer")
    assert (refused.id, refused.clause) == ("meet-first", "BRI-S4")
    assert meet(play).answer("service-director").state("5:answer") is DutyState.DONE


@pytest.mark.clauses("BRI-S4")
@pytest.mark.parametrize(
    ("chair", "attended", "independent", "refusal"),
    [
        ("service-manager", AT_STAGE_4, "yes", "other-chair"),
        ("service-director", ("service-manager", SRO), "yes", "someone-missing"),
        ("service-director", ("team-manager", SRO), "yes", "someone-missing"),
        ("service-director", ("team-manager", "service-manager"), "yes", "someone-missing"),
        ("service-director", AT_STAGE_4, "no", "minutes-not-independent"),
    ],
)
def test_the_director_chairs_an_independently_minuted_meeting_with_all_three(
    chair: str, attended: tuple[str, ...], independent: str, refusal: str
) -> None:
    play = stage_4().does("iro", "give statement")
    refused = play.refused(
        "service-director",
        "record meeting",
        chair=chair,
        attended=attended,
        independent=independent,
    )
    assert refused.id == refusal


@pytest.mark.clauses("BRI-S4-STATEMENT")
def test_the_meeting_has_the_iros_statement_before_it() -> None:
    play = stage_4()
    assert "5:statement" in play.owes("iro")
    assert "4:statement" not in play.duties
    meeting = {"chair": "service-director", "attended": ["service-director"]}
    refused = play.refused("iro", "record meeting", **meeting)
    assert (refused.id, refused.clause) == ("statement-first", "BRI-S4-STATEMENT")
    assert meet(play).state("5:statement") is DutyState.DONE


@pytest.mark.clauses("BRI-S4-STATEMENT")
def test_a_statement_that_does_not_come_keeps_nobody_from_meeting_in_time() -> None:
    play = stage_4()
    there = ["service-director", "team-manager", "service-manager", "senior-reviewing-officer"]
    play.does(
        "service-director",
        "record meeting",
        chair="service-director",
        attended=there,
        independent="yes",
    )
    assert "5:statement" in play.owes("iro")


@pytest.mark.clauses("BRI-S4-STATEMENT")
def test_whether_the_iro_attends_the_meeting_is_left_open_and_can_be_set() -> None:
    protocol = shipped("bristol")
    meeting = protocol.stages[3].meeting
    assert meeting
    assert (meeting.raiser_attends, meeting.reading) == ("not stated", "iro-at-the-meeting")
    with_the_iro = replace(protocol.stages[3], meeting=replace(meeting, raiser_attends="yes"))
    play = stage_4()
    changed = replace(protocol, stages=(*protocol.stages[:3], with_the_iro))
    play.matter = play.matter._replace(protocol=changed)
    play.does("iro", "give statement")
    held = {"chair": "service-director", "independent": "yes"}
    assert play.refused("iro", "record meeting", attended=AT_STAGE_4, **held).id == (
        "someone-missing"
    )
    play.does("iro", "record meeting", attended=(*AT_STAGE_4, "iro"), **held)


@pytest.mark.clauses("BRI-S4-UNRESOLVED")
@pytest.mark.parametrize("decision", ["refer", "decline"])
def test_unresolved_after_stage_4_a_referral_is_considered_with_the_sro(decision: str) -> None:
    key, play = "5:cafcass-considered", meet(stage_4()).answer("service-director")
    assert key not in play.duties
    play.judge("iro", "no")
    assert (play.duty(key).clause, play.duty(key).must) == ("BRI-S4-UNRESOLVED", True)
    assert play.duty(key).act == "consider referral"
    considered = {"to": "cafcass", "decision": decision}
    assert play.refused("iro", "consider referral", **considered, reasons="").id == "needed"
    play.does("iro", "consider referral", **considered)
    assert key in play.owes("iro")
    play.does("iro", "consider referral", **considered, with_roles=[SRO])
    assert play.state(key) is DutyState.DONE


@pytest.mark.clauses("BRI-S4-UNRESOLVED")
def test_no_response_at_stage_4_leads_to_the_same_consideration() -> None:
    play = stage_4().at(BEYOND_5_DAYS)
    answer = play.protocol.stages[3].answer
    assert isinstance(answer, Answer)
    assert answer.if_none is IfMissed.PROMPT
    assert {"5:next", "5:cafcass-considered"} <= play.owes("iro")
    assert "4:cafcass-considered" not in play.duties
    assert play.duty("5:next").clause == "BRI-S4-UNRESOLVED"
    assert play.refused("iro", "escalate").id == "last-stage"
