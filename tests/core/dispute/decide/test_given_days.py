"""Days that are given in a step: what happened is over, and more time is more."""

from datetime import date

import pytest

from concord.core.problem import Finding, WrongData
from tests.core.protocols.bristol_scenes import AT_STAGE_4, SRO, advised, raised, stage_1, stage_4
from tests.core.protocols.stage import Play

TOMORROW, TODAY = "2026-03-03", "2026-03-02"
HELD = {"chair": "service-director", "attended": AT_STAGE_4, "independent": "yes"}
HAPPENED: dict[str, dict[str, object]] = {
    "record conversation": {"with_roles": ["social-worker"]},
    "inform": {"whom": [SRO]},
    "consult": {"whom": [SRO]},
    "record contact": {},
}


def _wrong(play: Play, verb: str, **fields: object) -> Finding:
    with pytest.raises(WrongData) as wrong:
        play.decides("iro", verb, **fields)
    (found,) = wrong.value.findings
    return found


@pytest.mark.parametrize(("verb", "fields"), HAPPENED.items(), ids=HAPPENED)
def test_what_happened_did_not_happen_tomorrow(verb: str, fields: dict[str, object]) -> None:
    play = stage_1()
    found = _wrong(play, verb, **fields, on=TOMORROW)
    assert (found.id, found.place.path) == ("day-ahead", "on")
    assert (found.sentence, found.hint) == (
        "3 March 2026 is still ahead",
        "Give 2 March 2026 or an earlier day",
    )
    play.does("iro", verb, **fields, on=TODAY)


def test_a_meeting_is_held_between_its_alert_and_today() -> None:
    play = stage_4().does("iro", "give statement")
    play.refused("iro", "record meeting", **HELD, on=TOMORROW)
    early = _wrong(play, "record meeting", **HELD, on="2026-02-27")
    assert (early.id, early.place.path) == ("day-before", "on")
    assert early.hint == "Give 2 March 2026 or a later day"
    play.does("iro", "record meeting", **HELD, on=TODAY)


def test_a_referral_is_not_confirmed_before_it_is_made() -> None:
    play = advised(stage_1()).does("iro", "refer", to="cafcass", how="telephone")
    early = _wrong(play, "confirm referral", to="cafcass", on="2026-02-27")
    assert (early.id, early.place.path) == ("day-before", "on")
    play.does("iro", "confirm referral", to="cafcass", on=TODAY)


def test_more_time_ends_on_a_later_day() -> None:
    play = raised(respond_by="2026-03-13")
    for day in ("2026-03-10", "2026-03-13"):
        refused = play.refused("iro", "extend informal", until=day, reason="Slow.")
        assert (refused.id, refused.place) == ("no-more-time", "until")
    play.does("iro", "extend informal", until="2026-03-16", reason="Slow.")
    assert play.refused("iro", "extend informal", until="2026-03-16", reason="Slow.").id == (
        "no-more-time"
    )
    assert play.due_on("1:respond") == date(2026, 3, 16)


def test_court_proceedings_end_only_after_they_began() -> None:
    play = raised()
    for now, other in (("no", "yes"), ("yes", "no")):
        refused = play.refused("iro", "note court proceedings", current=now)
        assert (refused.id, refused.place) == ("court-already-noted", "current")
        play.does("iro", "note court proceedings", current=other)


def test_passing_over_stages_says_in_which_case_alone_it_is_possible() -> None:
    play = Play("bristol").concern("iro").inform("iro", SRO)
    refused = play.refused("iro", "issue alert", stage="stage-3")
    assert refused.sentence == (
        "It only begins at this stage when there is serious concern for the child's welfare,"
        " and the reason is written down"
    )
    play = stage_1().inform("iro", SRO)
    refused = play.refused("iro", "escalate", to="stage-3")
    assert refused.sentence == (
        "Stages are only passed over when there is serious concern for the child's welfare,"
        " and the reason is written down"
    )


def test_a_day_for_the_answer_beyond_the_shared_limit_is_told_which_limit_that_is() -> None:
    play = Play("southampton").concern("iro").talk("iro", "team-manager")
    refused = play.refused("iro", "issue alert", answer_by="2026-04-30")
    assert refused.sentence == (
        "30 April 2026 is later than 30 March 2026, the last day of the 20 working days in all"
    )
