"""The meeting of a stage: whether the raiser attends is a setting of the protocol."""

from dataclasses import replace
from typing import Literal

import pytest

from concord.core.dispute.decide import Refused
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play

NEEDED = ("team-manager", "service-manager", "senior-reviewing-officer")
WITH_THE_IRO = (*NEEDED, "iro")


def protocol_where_the_raiser(attends: Literal["yes", "no", "not stated"]) -> Protocol:
    """The first stage is answered at the last stage's meeting; nothing else is asked for."""
    protocol = shipped("bristol")
    meeting = protocol.stages[-1].meeting
    assert meeting
    first = replace(protocol.stages[0], meeting=replace(meeting, raiser_attends=attends))
    return replace(protocol, stages=(first,), duties=())


def meet(attends: Literal["yes", "no", "not stated"], attended: tuple[str, ...]) -> str:
    """The id of the refusal, or "held"."""
    play = Play(protocol_where_the_raiser(attends)).concern("iro").talk("iro", "social-worker")
    outcome = play.alert("iro").tries(
        "service-director",
        "record meeting",
        chair="service-director",
        attended=attended,
        minutes="The minutes.",
        minuted_by="A clerk",
        independent="yes",
    )
    return outcome.id if isinstance(outcome, Refused) else "held"


@pytest.mark.parametrize(
    ("attends", "attended", "outcome"),
    [
        ("yes", WITH_THE_IRO, "held"),
        ("yes", NEEDED, "someone-missing"),
        ("no", WITH_THE_IRO, "raiser-not-there"),
        ("no", NEEDED, "held"),
        ("not stated", WITH_THE_IRO, "held"),
        ("not stated", NEEDED, "held"),
    ],
)
def test_the_raiser_is_at_the_meeting_as_the_protocol_says(
    attends: Literal["yes", "no", "not stated"], attended: tuple[str, ...], outcome: str
) -> None:
    assert meet(attends, attended) == outcome
