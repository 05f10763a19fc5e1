"""What is private to the reviewing side, and what corrects it, is shown to nobody in the line."""

from dataclasses import replace
from datetime import UTC, datetime

from concord.core.clock.working_day import calendar
from concord.core.dispute.events import DutyMissed
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import is_private_duty, private_entries
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
    assert private_entries(play.dispute, play.protocol) == {last - 1, last}
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
    dispute = Dispute(id="example", entries=tuple(entries))
    assert private_entries(dispute, Play("bristol").protocol) == {1, 3}


def test_what_was_missed_says_which_step_it_was() -> None:
    play = Play("bristol").concern("iro").talk("iro", "social-worker").alert("iro")
    play.at("2026-03-11 09:00")
    acts = [e.event.act for e in play.dispute.entries if isinstance(e.event, DutyMissed)]
    assert "answer" in acts


MISSED_AT = datetime(2026, 3, 10, tzinfo=UTC)


def considering(protocol: str) -> Play:
    """A dispute in which the IRO has a referral to Cafcass in mind."""
    play = Play(protocol).concern("iro")
    return play.does("iro", "consider referral", to="cafcass", decision="refer")


def test_what_the_reviewing_side_talks_over_before_a_referral_is_private() -> None:
    play = considering("lambeth").consult("iro", "assistant-director-qa", about="cafcass")
    assert play.dispute.version not in seen(play, show_private=False)
    play = considering("unnamed-004")
    head = "head-of-safeguarding-and-reviewing"
    play.inform("iro", head, about="a-referral-to-cafcass", text="Why.")
    assert play.dispute.version not in seen(play, show_private=False)


def test_what_the_line_was_told_of_a_referral_is_no_secret_from_it() -> None:
    play = considering("lambeth").inform("iro", "executive-director", about="cafcass")
    assert play.dispute.version in seen(play, show_private=False)


def test_other_consultations_are_seen_by_everybody() -> None:
    play = considering("lambeth").consult("iro", "iro-service-manager")
    assert play.dispute.version in seen(play, show_private=False)


def test_that_a_referral_is_prepared_is_as_private_as_having_it_in_mind() -> None:
    keys = ("0:senior-management-consulted-on-cafcass", "0:dcs-informed-of-cafcass")
    play = considering("lambeth")
    assert all(is_private_duty(play.duty(key)) for key in keys)
    assert not is_private_duty(play.duty("1:respond"))
