"""Where somebody else carries the challenge up, the raiser stays the child's reviewing officer."""

from dataclasses import replace

import pytest

from concord.core.protocol.definition import Judging, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import NotStated
from tests.core.protocols.stage import Play

SRO = "senior-reviewing-officer"
ACTS: dict[str, dict[str, object]] = {
    "agree actions": {"actions": [{"what": "A plan.", "by": "social-worker", "on": "2026-03-20"}]},
    "write case note": {"text": "What was said."},
    "call review": {"kind": "urgent"},
    "consider": {"about": "an-advocate"},
}


@pytest.mark.parametrize("verb", ACTS)
@pytest.mark.parametrize("role", ["iro", SRO])
def test_the_raiser_and_the_one_who_carries_it_may_both(role: str, verb: str) -> None:
    _carried_by_the_sro().does(role, verb, **ACTS[verb])


@pytest.mark.parametrize("verb", ACTS)
def test_the_line_may_not(verb: str) -> None:
    refused = _carried_by_the_sro().refused("team-manager", verb, **ACTS[verb])
    assert refused.id == "not-your-part"


def test_the_raiser_checks_an_agreed_action_whoever_carries_it() -> None:
    on = _carried_by_the_sro().does("iro", "agree actions", **ACTS["agree actions"])
    assert on.at("2026-03-23 09:00").duty("check-action:1").owners == ("iro",)
    on.does("iro", "check action", action=1, done="yes")


def test_only_the_one_who_carries_it_ends_it() -> None:
    on = _carried_by_the_sro()
    assert on.refused("iro", "resolve").id == "not-your-part"
    on.resolve(SRO)


def _carried_by_the_sro() -> Play:
    on = Play(_protocol()).concern("iro").talk("iro", "social-worker").alert("iro")
    return on.answer("social-worker").judge("iro", "no").escalate("iro")


def _protocol() -> Protocol:
    rules = shipped("bristol")
    first, second, *others = rules.stages
    judged = Judging((SRO,), NotStated.NOT_STATED, "BRI-S1-DECIDE")
    theirs = replace(second, raised_by=(SRO,), judged=judged)
    return replace(rules, stages=(first, theirs, *others), duties=())
