"""Who is next while a concern is talked about, so that nobody waits for nobody."""

from concord.core.dispute.duties.model import DutyState
from tests.core.protocols.bristol_scenes import raised
from tests.core.protocols.stage import Play


def test_a_response_that_is_asked_for_is_owed_though_no_day_is_set() -> None:
    play = Play("southampton").concern("iro", respond_by="", raised_with=["team-manager"])
    assert play.owes("team-manager") == {"1:respond"}
    assert play.duty("1:respond").due is None
    assert not Play("southampton").concern("iro", respond_by="").duties


def test_whoever_is_to_respond_can_record_what_they_say() -> None:
    assert raised().duty("1:respond").act == "record conversation"


def test_the_raiser_hears_of_a_response_but_not_of_their_own_entry() -> None:
    assert raised().talk("social-worker", "iro").told == {"iro": "read"}
    assert raised().talk("iro", "social-worker").told == {}


def test_when_talking_has_failed_the_raiser_says_how_it_goes_on() -> None:
    play = raised().talk("iro", "social-worker")
    assert "1:decide" not in play.duties
    play.does("iro", "end informal", reason="Nothing is agreed.")
    assert (play.owes("iro") & {"1:decide"}, play.duty("1:decide").act) == (
        {"1:decide"},
        "issue alert",
    )
    assert play.alert("iro").state("1:decide") is not DutyState.OPEN


def test_a_protocol_that_asks_for_that_decision_itself_asks_for_it_once() -> None:
    play = Play("unnamed-004").concern("iro").does("iro", "end informal", reason="No agreement.")
    decisions = [each for each in play.owes("iro") if play.duty(each).act == "issue alert"]
    assert decisions == ["0:formal-decided"]
