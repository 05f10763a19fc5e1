"""When no answer comes in time: it is flagged, the raiser is prompted, or it goes on by itself."""

from dataclasses import replace

import pytest

from concord.core.protocol.definition import Answer, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import IfMissed, NotStated
from tests.core.protocols.stage import Play

SILENT = NotStated.NOT_STATED
TOO_LATE = "2026-03-10 09:00"


def where_no_answer_leads_to(follows: IfMissed | NotStated) -> Protocol:
    protocol = shipped("bristol")
    first = protocol.stages[0]
    assert isinstance(first.answer, Answer)
    changed = replace(first, answer=replace(first.answer, if_none=follows))
    return replace(protocol, stages=(changed, *protocol.stages[1:]), duties=())


@pytest.mark.parametrize(
    ("follows", "prompted", "stage"),
    [
        (SILENT, False, "stage-1"),
        (IfMissed.FLAG, False, "stage-1"),
        (IfMissed.PROMPT, True, "stage-1"),
        (IfMissed.ESCALATE, False, "stage-2"),
    ],
)
def test_no_answer_is_recorded_and_leads_where_the_protocol_says(
    follows: IfMissed | NotStated, prompted: bool, stage: str
) -> None:
    play = Play(where_no_answer_leads_to(follows)).concern("iro").talk("iro", "social-worker")
    play.alert("iro").at(TOO_LATE)
    assert "2:answer" in play.missed
    assert ("2:next" in play.owes("iro"), play.rung) == (prompted, stage)


@pytest.mark.parametrize("follows", [IfMissed.FLAG, SILENT])
def test_what_is_only_flagged_can_still_be_escalated(follows: IfMissed | NotStated) -> None:
    play = Play(where_no_answer_leads_to(follows)).concern("iro")
    play.talk("iro", "social-worker").alert("iro").at(TOO_LATE)
    assert play.escalate("iro").rung == "stage-2"
