"""Ways into stages: a stage that is only reached after another has no other way in."""

from dataclasses import replace

from concord.core.protocol.definition import Protocol, WayIn
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play


def with_a_way_into(stage: str) -> Protocol:
    """A protocol that lets the IRO into one stage at any time, and asks for nothing before it."""
    protocol = shipped("bristol")
    way = WayIn(
        id="any-time",
        into=(stage,),
        by=("iro",),
        clause=protocol.stages[0].clause,
        when=("at the start", "while it runs"),
        reason_needed=False,
    )
    return replace(protocol, ways_in=(way,), duties=())


def test_no_way_in_leads_past_the_stage_that_must_be_exhausted_first() -> None:
    play = Play(with_a_way_into("stage-4")).concern("iro").talk("iro", "social-worker")
    assert play.refused("iro", "issue alert", stage="stage-4").id == "entry-not-allowed"
    play.alert("iro")
    assert play.refused("iro", "escalate", to="stage-4").id == "bypass-not-allowed"


def test_without_such_a_condition_the_way_in_is_open() -> None:
    protocol = with_a_way_into("stage-4")
    free = tuple(replace(each, only_after=None) for each in protocol.stages)
    play = Play(replace(protocol, stages=free)).concern("iro").talk("iro", "social-worker")
    assert play.alert("iro", stage="stage-4").rung == "stage-4"
