"""What the sentence of an entry leaves out stands beside it, in words for whoever reads."""

from datetime import date

from concord.core.dispute.events import ActionReported, Answered, ReferralConsidered, Referred
from concord.core.dispute.timeline import summary, timeline, words_for
from tests.core.protocols.lambeth_scenes import at
from tests.core.protocols.stage import Play
from tests.core.protocols.unnamed_004_scenes import HEAD, level


def told(play: Play) -> dict[str, str]:
    """What stands beside the sentence of the last entry."""
    return dict(timeline(play.matter, show_private=True)[-1].details)


def test_the_kind_of_an_answer_is_told_in_the_words_of_its_protocol() -> None:
    play = level(1).answer("service-manager", kind="upholds", text="We keep to it.")
    answer = {"Kind of response": "Upholds the decision of the service"}
    assert told(play) == answer | {"The response": "We keep to it."}


def test_who_attended_a_meeting_who_took_the_minutes_and_its_day_are_told() -> None:
    play = level(1).at("2026-03-11 10:00")
    there = ["service-manager", "iro"]
    play.does("iro", "record meeting", chair="service-manager", attended=there, on="2026-03-10")
    found = told(play)
    assert found["Who attended"] == "Service manager\nIndependent Reviewing Officer"
    assert found["Who took the minutes"] == "A clerk"
    assert found["The date of the meeting"] == "10 March 2026"


def test_how_and_on_which_day_somebody_was_told_is_told() -> None:
    play = level(1).inform("iro", HEAD, how="telephone", on="2026-03-02")
    assert told(play)["How they were told"] == "Telephone"
    assert told(play)["The date on which they were told"] == "2 March 2026"


def test_whom_advice_was_asked_of_and_whom_a_contact_was_with_is_told() -> None:
    play = Play("lambeth").concern("iro").does("iro", "seek advice")
    assert told(play)["Who was asked"] == "Example Chambers"
    play.does("iro", "record contact", contact="The guardian")
    assert told(play)["With whom"] == "The guardian"


def test_an_agreed_action_is_told_by_what_it_is() -> None:
    play = Play("unnamed-004").concern("iro")
    plan = {"what": "Write the plan", "by": "social-worker", "on": "2026-03-09"}
    play.does("iro", "agree actions", actions=[plan])
    play.does("social-worker", "report action", action=1)
    assert told(play)["The action"] == "Write the plan"
    words = words_for(play.matter)
    assert summary(ActionReported(action=1), words)[0] == ("Which action", "Write the plan")


def test_what_was_chosen_is_shown_as_it_was_offered() -> None:
    words = words_for(level(1).matter)
    given = (
        Answered(kind="agrees"),
        ReferralConsidered(decision="decline"),
        Referred(how="writing"),
    )
    shown = [summary(event, words)[0][1] for event in given]
    assert shown == ["Agrees with the chair", "Do not refer it", "In writing"]


def test_an_alert_that_is_carried_up_repeats_nothing_of_its_escalation() -> None:
    play = at("stage-1").answer("team-manager").judge("iro", "no")
    play.escalate("iro", rationale="Nothing has changed.", answer_by="2026-03-04")
    *_, escalated, carried_up = timeline(play.matter, show_private=True)
    assert dict(escalated.details) == {
        "Why it escalates": "Nothing has changed.",
        "An earlier date for the response": "4 March 2026",
    }
    assert carried_up.details == ()


def test_the_day_on_which_a_concern_was_identified_is_told() -> None:
    play = Play("unnamed-004").concern("iro", identified_on=date(2026, 2, 27))
    assert told(play)["The date on which it was identified"] == "27 February 2026"
