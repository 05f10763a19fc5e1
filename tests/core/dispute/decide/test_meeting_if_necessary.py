"""A meeting that is wanted only when it is needed can be recorded, and holds nothing up."""

from dataclasses import replace

from concord.core.protocol.definition import Meeting
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play


def at_stage_1(*chair: str) -> Play:
    """The alert is issued at a stage that has a meeting if it is necessary."""
    rules = shipped("bristol")
    meeting = Meeting(chair=chair, needed="if necessary", clause="BRI-S4")
    first = replace(rules.stages[0], meeting=meeting)
    play = Play(replace(rules, stages=(first, *rules.stages[1:]), duties=()))
    return play.concern("iro").talk("iro", "social-worker").alert("iro")


def test_the_answer_does_not_wait_for_a_meeting_that_is_not_needed() -> None:
    play = at_stage_1()
    assert "2:meeting" not in play.duties
    play.answer("social-worker").judge("iro", "yes").resolve("iro")


def test_a_meeting_that_was_needed_is_recorded_whoever_chaired_it() -> None:
    play = at_stage_1().does(
        "social-worker",
        "record meeting",
        chair="team-manager",
        attended=["iro"],
        minutes="A date in April.",
    )
    assert len(play.dispute.runs[-1].meetings) == 1


def test_a_chair_that_is_stated_has_to_chair() -> None:
    refused = at_stage_1("team-manager").refused(
        "iro", "record meeting", chair="iro", attended=["social-worker"], minutes="No date."
    )
    assert (refused.id, refused.clause) == ("other-chair", "BRI-S4")
