"""Whoever a step names is somebody whom the protocol knows; a stranger is refused by name."""

from collections.abc import Mapping

import pytest

from concord.core.problem import Finding, WrongData
from tests.core.protocols.bristol_scenes import stage_4, talked
from tests.core.protocols.stage import Play

ACTION = {"what": "Write the plan.", "on": "2026-03-20"}
NAMING: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "with roles": ("record conversation", {"with_roles": ["social-worker", "teem-manager"]}),
    "actions > 1 > by": ("agree actions", {"actions": [ACTION, {**ACTION, "by": "teem-manager"}]}),
    "whom": ("inform", {"whom": ["teem-manager"]}),
}


def finding(play: Play, role: str, verb: str, **fields: object) -> Finding:
    """The one finding about a step that is proposed."""
    with pytest.raises(WrongData) as wrong:
        play.decides(role, verb, **fields)
    (found,) = wrong.value.findings
    return found


@pytest.mark.parametrize("path", NAMING)
def test_a_stranger_is_refused_by_name_and_place(path: str) -> None:
    verb, fields = NAMING[path]
    found = finding(Play("bristol").concern("iro"), "iro", verb, **fields)
    assert (found.id, found.place.path) == ("unknown-person", path)
    assert found.sentence == 'This protocol knows nobody called "teem-manager"'
    assert found.hint == 'Did you mean "team-manager"?'


def test_a_concern_is_raised_with_people_whom_the_protocol_knows() -> None:
    found = finding(Play("bristol"), "iro", "raise concern", raised_with=["the boss"])
    assert (found.id, found.place.path) == ("unknown-person", "raised with")


def test_a_name_of_nothing_but_space_is_nobodys() -> None:
    found = finding(Play("bristol").concern("iro"), "iro", "record conversation", with_roles=[" "])
    assert (found.id, found.place.path) == ("unknown-person", "with roles")


@pytest.mark.parametrize("field", ["chair", "attended"])
def test_a_meeting_has_people_whom_the_protocol_knows(field: str) -> None:
    play = stage_4().does("iro", "give statement")
    there = {"chair": "service-director", "attended": ("team-manager",), "independent": "yes"}
    stranger = {"chair": "chair"} if field == "chair" else {"attended": ("team-manager", "chair")}
    found = finding(play, "service-director", "record meeting", **{**there, **stranger})
    assert (found.id, found.place.path) == ("unknown-person", field)


def test_the_task_of_a_hold_is_somebodys_whom_the_protocol_knows() -> None:
    play = Play("lambeth").concern("iro").talk("iro", "team-manager")
    play.consult("iro", "iro-service-manager").alert("iro")
    found = finding(play, "iro", "place hold", until="2026-03-05", owner="nobody")
    assert (found.id, found.place.path) == ("unknown-person", "owner")


def test_an_answer_promises_nothing_of_a_stranger() -> None:
    play = talked().alert("iro")
    found = finding(play, "social-worker", "answer", actions=[{**ACTION, "by": "chair"}])
    assert (found.id, found.place.path) == ("unknown-person", "actions > 0 > by")


def test_an_action_that_nobody_is_named_for_can_be_agreed() -> None:
    Play("bristol").concern("iro").does("iro", "agree actions", actions=[ACTION])
