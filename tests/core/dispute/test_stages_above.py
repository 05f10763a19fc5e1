"""Where a running dispute can go on: one stage up, and further where the protocol has a way."""

from concord.core.dispute.ladder import stages_above
from tests.core.protocols.bristol_scenes import entered_at_stage_3, stage_1, talked
from tests.core.protocols.stage import Play


def above(play: Play) -> tuple[str, ...]:
    """The ids of the stages to which it can go on."""
    return tuple(stage.id for stage in stages_above(play.protocol, play.dispute))


def test_the_next_stage_and_the_one_of_the_exceptional_way_are_above_the_first() -> None:
    assert above(stage_1()) == ("stage-2", "stage-3")


def test_only_the_next_stage_is_above_where_no_way_leads_further() -> None:
    assert above(entered_at_stage_3()) == ("stage-4",)


def test_no_stage_is_above_a_dispute_that_is_informal() -> None:
    assert above(talked()) == ()
