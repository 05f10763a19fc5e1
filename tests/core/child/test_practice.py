"""Good practice and praise, what a child asks for, and grave events."""

import pytest

from concord.core.child.events import PracticeRecognised
from concord.core.child.matter import grave_events_of, recognition_of
from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.tellings import TellingKind
from concord.core.protocol.shipped import shipped
from tests.core.child.record import OnRecord

SIGNS = ["tenacity", "trust"]


@pytest.mark.clauses("BRH-RECOGNITION")
def test_good_practice_reaches_the_line_manager_and_the_iro_manager() -> None:
    on = OnRecord("brighton-and-hove")
    on.does("iro", "recognise practice", whom="social-worker", characteristics=SIGNS)
    assert set(on.told()) == {"social-worker", "pod-team-manager", "iro-manager"}
    (event,) = [entry.event for entry in on.record.entries]
    assert isinstance(event, PracticeRecognised)
    assert event.labels == (
        "Tenacity in overcoming obstacles",
        "Building a relationship that is trusted and works",
    )


@pytest.mark.clauses("BRH-RECOGNITION")
def test_six_characteristics_are_named_and_no_other() -> None:
    rule = recognition_of(shipped("brighton-and-hove"))
    assert rule
    assert len(rule.characteristics) == 6
    refused = OnRecord("brighton-and-hove").refused(
        "iro", "recognise practice", whom="social-worker", characteristics=["speed"]
    )
    assert (refused.id, refused.clause) == ("unknown-characteristic", "BRH-RECOGNITION")


@pytest.mark.clauses("BRH-COMPLIMENTS")
@pytest.mark.parametrize("giver", ["the child", "a parent or carer", "a professional"])
def test_praise_is_passed_on_to_where_the_council_keeps_it(giver: str) -> None:
    on = OnRecord("brighton-and-hove")
    on.does("iro", "pass on compliment", giver=giver, whom="social-worker")
    (sentence,) = on.sentences()
    assert sentence == (
        f"The Independent Reviewing Officer passed on praise from {giver} for the social worker"
        " to the council's mailbox for compliments and complaints"
    )
    assert "social-worker" in on.told()


def test_where_the_document_says_nothing_of_good_practice_there_is_no_such_act() -> None:
    refused = OnRecord("bristol").refused("iro", "recognise practice", whom="social-worker")
    assert refused.id == "not-stated"


@pytest.mark.clauses("LAM-CHILD-ASKS")
@pytest.mark.parametrize("wish", ["to challenge something", "to account for what was done"])
def test_a_child_asks_for_a_challenge_or_an_account_and_is_answered(wish: str) -> None:
    on = OnRecord("lambeth").does("social-worker", "record request", wish=wish)
    assert on.told()["iro"].kind is TellingKind.ANSWER
    duty = on.duty("request:1")
    assert (duty.owners, duty.clause) == (("iro", "cp-chair"), "LAM-CHILD-ASKS")
    assert on.refused("social-worker", "answer request", request=1).id == "not-your-part"
    on.does("iro", "answer request", request=1)
    assert on.state("request:1") is DutyState.DONE
    assert on.refused("iro", "answer request", request=1).id == "nothing-asked"


@pytest.mark.clauses("LAM-OVERRIDE")
@pytest.mark.parametrize("by", ["social-worker", "iro", "assistant-director-qa"])
def test_whoever_first_knows_of_a_grave_event_records_it_and_the_director_is_told_at_once(
    by: str,
) -> None:
    on = OnRecord("lambeth").does(by, "record grave event", kind="abduction")
    told = on.told()
    assert told["executive-director"].kind is TellingKind.GRAVE
    assert told.keys() == {"executive-director", "iro", "cp-chair", "iro-service-manager"}


@pytest.mark.clauses("LAM-OVERRIDE")
def test_the_partnership_outside_is_told_by_a_person_who_says_how() -> None:
    on = OnRecord("lambeth").does("social-worker", "record grave event", kind="death")
    duty = on.duty("grave:1:tell-lscp")
    assert duty.owners == ("executive-director", "social-worker")
    assert duty.what == (
        "Tell the local safeguarding children partnership of the grave event at once"
    )
    on.does("executive-director", "tell of grave event", event=1, whom=["lscp"], how="telephone")
    assert on.state("grave:1:tell-lscp") is DutyState.DONE


@pytest.mark.clauses("LAM-OVERRIDE")
def test_the_five_grave_events_are_those_of_the_document() -> None:
    rule = grave_events_of(shipped("lambeth"))
    assert rule
    assert {*rule.kinds} == {*("death", "injury", "abduction", "judicial-review", "media")}
    assert OnRecord("lambeth").refused("iro", "record grave event", kind="rain").id == (
        "unknown-grave-event"
    )
