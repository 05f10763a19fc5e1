"""The record as it is read by those who did not write it."""

from concord.core.dispute.timeline import timeline
from tests.core.protocols.bristol_scenes import AT_STAGE_4, SRO, raised, stage_1, stage_2, stage_4
from tests.core.protocols.stage import Play


def told(play: Play) -> tuple[str, dict[str, str]]:
    """The sentence of the last entry, and what stands under it."""
    last = timeline(play.matter, show_private=True)[-1]
    return last.sentence, dict(last.details)


def test_what_somebody_typed_is_not_called_yours_to_another_reader() -> None:
    played = (raised(), stage_1(), stage_1().answer("social-worker"))
    labels = [
        label
        for play in played
        for each in timeline(play.matter, show_private=True)
        for label, _ in each.details
    ]
    assert {"The concern", "The response"} <= set(labels)
    assert not [label for label in labels if {"you", "your"} & set(label.casefold().split())]


def test_the_minutes_come_with_who_was_there_who_took_them_and_when() -> None:
    play = stage_4().does("iro", "give statement")
    meeting = {"chair": "service-director", "attended": AT_STAGE_4, "independent": "yes"}
    _, details = told(play.does("iro", "record meeting", **meeting, on="2026-03-02"))
    assert details["Who attended"].splitlines() == [
        "Team manager",
        "Service manager",
        "Senior reviewing officer",
    ]
    assert details["Who took the minutes"] == "A clerk"
    assert details["The date of the meeting"] == "2 March 2026"


def test_a_contact_says_with_whom_and_a_talk_on_another_day_says_on_which() -> None:
    _, details = told(stage_1().does("iro", "record contact", contact="Cafcass Legal"))
    assert details["With whom"] == "Cafcass Legal"
    talk = {"with_roles": ["social-worker"], "on": "2026-02-27"}
    _, details = told(raised().does("iro", "record conversation", **talk))
    assert details["The date of the conversation"] == "27 February 2026"


def test_advice_and_a_referral_considered_say_by_whom_and_with_whom() -> None:
    _, details = told(stage_1().does("iro", "receive advice", given_by="Example Chambers"))
    assert details["Who gave it"] == "Example Chambers"
    considered = {"to": "cafcass", "decision": "decline", "with_roles": [SRO]}
    _, details = told(stage_1().does("iro", "consider referral", **considered))
    assert details["Considered with"] == "Senior reviewing officer"


def test_an_answer_says_of_which_kind_it_is_where_the_protocol_has_kinds() -> None:
    _, details = told(stage_2().answer("team-manager", kind="explanation"))
    assert details["Kind of response"] == "A clear explanation why it cannot be done"
    _, details = told(stage_1().answer("social-worker"))
    assert "Kind of response" not in details


def test_an_alert_that_is_carried_up_does_not_say_again_why() -> None:
    sentence, details = told(stage_2())
    assert sentence == (
        "The Independent Reviewing Officer carried the Management Alert up to Stage 2"
    )
    assert details == {}


def test_a_reason_is_told_once_where_it_begins_exceptionally() -> None:
    play = raised().inform("iro", SRO).alert("iro", stage="stage-3", reason="She is at risk.")
    texts = [text for each in timeline(play.matter, show_private=True) for _, text in each.details]
    assert texts.count("She is at risk.") == 1
