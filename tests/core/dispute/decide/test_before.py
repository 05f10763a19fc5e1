"""What has to be done before a step, and what counts as done."""

from dataclasses import replace

from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Act, Verb
from tests.core.protocols.stage import Play

CLAUSE = "BRI-SRO-INFORM"
REASON = "Serious concern"


def with_duties(*rules: DutyRule) -> Protocol:
    return replace(shipped("bristol"), duties=rules)


def test_what_was_done_on_an_earlier_stage_does_not_count_for_passing_over_the_next() -> None:
    inform = DutyRule(
        id="inform",
        who=("iro",),
        what="Inform the senior reviewing officer",
        clause=CLAUSE,
        must=Verb.INFORM,
        whom=("senior-reviewing-officer",),
        before=(Act.BYPASS,),
    )
    play = Play(with_duties(inform)).concern("iro").talk("iro", "social-worker").alert("iro")
    play.inform("iro", "senior-reviewing-officer")
    play.answer("social-worker").judge("iro", "no").escalate("iro")
    refused = play.refused("iro", "escalate", to="stage-3", reason=REASON)
    assert (refused.id, refused.clause) == ("inform-first", CLAUSE)
    play.inform("iro", "senior-reviewing-officer")
    assert play.escalate("iro", to="stage-3", reason=REASON).rung == "stage-3"


def test_a_duty_to_raise_it_at_a_stage_first_is_fulfilled_by_the_alert_there() -> None:
    raise_it = DutyRule(
        id="raise-it",
        who=("iro",),
        what="Raise it with the service manager",
        clause=CLAUSE,
        must=Verb.RAISE_AT,
        about="stage-3",
        before=(Act.REFER,),
        refers_to="cafcass",
    )
    play = Play(with_duties(raise_it)).concern("iro").talk("iro", "social-worker").alert("iro")
    assert play.refused("iro", "refer", to="cafcass").id == "stage-first"
    play.escalate("iro", to="stage-3", reason=REASON)
    play.does("iro", "refer", to="cafcass")
