"""What is private to the reviewing side, and what corrects it, is shown to nobody in the line."""

from dataclasses import replace
from datetime import UTC, datetime

from concord.core.clock.working_day import calendar
from concord.core.dispute.events import DutyMissed
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import private_entries
from concord.core.dispute.state import Dispute
from concord.core.dispute.timeline import timeline
from concord.core.record.envelope import SYSTEM, Recorded
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


def test_that_a_private_step_was_not_taken_in_time_is_as_private_as_the_step() -> None:
    missed = DutyMissed("2:next", "Decide on a referral", ("iro",), "BRI-S4", MISSED_AT)
    entries = [
        Recorded(seq, replace(missed, act=act), SYSTEM, SYSTEM, MISSED_AT, MISSED_AT)
        for seq, act in enumerate(("consider referral", "answer", "seek advice"), start=1)
    ]
    assert private_entries(Dispute(id="example", entries=tuple(entries))) == {1, 3}


def test_what_was_missed_says_which_step_it_was() -> None:
    play = Play("bristol").concern("iro").talk("iro", "social-worker").alert("iro")
    play.at("2026-03-11 09:00")
    acts = [e.event.act for e in play.dispute.entries if isinstance(e.event, DutyMissed)]
    assert "answer" in acts


MISSED_AT = datetime(2026, 3, 10, tzinfo=UTC)
