"""The ways of talking that count as an informal attempt, where a protocol names them."""

from dataclasses import replace

from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play


def test_the_way_that_comes_first_counts() -> None:
    on = Play(_face_to_face_first()).concern("iro").talk("iro", "social-worker")
    assert on.alert("iro").rung == "stage-1"


def test_another_way_counts_when_it_says_why() -> None:
    on = Play(_face_to_face_first()).concern("iro").talk("iro", "social-worker", how="telephone")
    refused = on.refused("iro", "issue alert")
    assert refused.id == "informal-first"
    assert refused.allowed_by.endswith("informally, face to face, or by telephone and why")
    on.talk("iro", "social-worker", how="telephone", why_this_way="The office is closed.")
    assert on.alert("iro").rung == "stage-1"


def test_a_way_that_is_not_named_does_not_count() -> None:
    on = Play(_face_to_face_first()).concern("iro")
    on.talk("iro", "social-worker", how="email", why_this_way="It was quicker.")
    assert on.refused("iro", "issue alert").id == "informal-first"


def test_every_way_counts_where_the_protocol_names_none() -> None:
    on = Play("bristol").concern("iro").talk("iro", "social-worker", how="email")
    assert on.alert("iro").rung == "stage-1"


def test_a_talk_counts_whichever_of_the_two_has_recorded_it() -> None:
    on = Play("bristol").concern("iro").talk("team-manager", "service-manager")
    assert on.refused("iro", "issue alert").id == "informal-first"
    assert on.talk("team-manager", "iro").alert("iro").rung == "stage-1"


def _face_to_face_first() -> Protocol:
    bristol = shipped("bristol")
    tier = replace(bristol.informal[0], talk_how=("face to face", "telephone"))
    return replace(bristol, informal=(tier,))
