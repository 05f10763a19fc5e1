"""Whoever has to act on a step hears of it, with the day where there is one."""

from datetime import date

from concord.core.dispute.tellings import tellings
from tests.core.protocols.brighton_and_hove_scenes import HEAD, MANAGER, level_1, unresolved
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import level


def told(play: Play) -> dict[str, tuple[str, date | None]]:
    """Who is told of the last entry, as what, and with which day."""
    found = tellings(play.matter, play.dispute.entries[-1])
    return {each.role: (each.kind.value, each.due_on) for each in found}


def test_who_judges_is_told_by_when() -> None:
    play = level(1).answer("service-manager", kind="upholds")
    assert told(play)["iro"] == ("judge", date(2026, 3, 2))
    play = level_1().at("2026-03-03 10:00").answer("pod-team-manager")
    assert told(play)["iro"] == ("judge", date(2026, 3, 9))


def test_the_raiser_hears_that_somebody_else_has_resolved_it() -> None:
    play = unresolved(3).resolve(HEAD)
    assert told(play)["iro"] == ("ended", None)


def test_the_raiser_hears_that_a_review_is_to_be_reconvened() -> None:
    play = unresolved(3).resolve(HEAD, reconvene="yes")
    assert told(play)["iro"] == ("do", None)


def test_the_raiser_hears_that_somebody_else_has_withdrawn_it() -> None:
    play = unresolved(2).does(MANAGER, "withdraw", reason="It is settled.")
    assert told(play)["iro"] == ("ended", None)


def test_nobody_is_told_of_their_own_end() -> None:
    assert "iro" not in told(level_1().resolve("iro"))
