"""What is private to the reviewing side, and what corrects it, is shown to nobody in the line."""

from concord.core.clock.working_day import calendar
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import private_entries
from concord.core.dispute.timeline import timeline
from tests.core.protocols.stage import Play


def advised() -> Play:
    """A dispute in which the IRO sought advice and corrected that entry."""
    play = Play("bristol").concern("iro")
    play.does("iro", "seek advice", kind="legal", given_by="Gloucestershire Legal Services")
    play.does("iro", "correct", entry=play.dispute.version, text="Another question.", reason="Slip")
    return play


def seen(play: Play, *, show_private: bool) -> set[int]:
    """The numbers of the entries on the timeline."""
    matter = Matter(play.protocol, play.dispute, calendar(play.protocol.nation))
    return {each.seq for each in timeline(matter, show_private=show_private)}


def test_the_correction_of_a_private_entry_is_as_private_as_the_entry() -> None:
    play = advised()
    last = play.dispute.version
    assert private_entries(play.dispute) == {last - 1, last}
    assert not seen(play, show_private=False) & {last - 1, last}
    assert {last - 1, last} <= seen(play, show_private=True)


def test_somebody_in_the_line_is_told_that_a_private_entry_is_not_there() -> None:
    play = advised()
    number = play.dispute.version - 1
    refused = play.refused("social-worker", "correct", entry=number, text="x", reason="y")
    assert refused.id == "no-such-entry"
