"""Who looks after the protocol, who may be the second person, and who may move a dispute."""

from dataclasses import replace

import pytest

from concord.core.people.permission import approvers, keepers
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.vocabulary import Side

KEEPERS = {
    "brighton-and-hove": ("iro-manager", "head-of-safeguarding"),
    "bristol": ("senior-reviewing-officer",),
    "lambeth": ("iro-service-manager", "assistant-director-qa"),
    "southampton": ("lead-iro",),
    "unnamed-004": ("head-of-safeguarding-and-reviewing",),
}
HEADS = {
    "brighton-and-hove": ("chief-executive",),
    "bristol": ("service-director",),
    "lambeth": ("executive-director",),
    "southampton": ("deputy-director",),
    "unnamed-004": ("director",),
}


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_those_above_the_raisers_keep_the_protocol_and_the_head_of_the_line_may_approve(
    protocol_id: str,
) -> None:
    protocol = shipped(protocol_id)
    assert keepers(protocol) == KEEPERS[protocol_id]
    assert approvers(protocol) == KEEPERS[protocol_id] + HEADS[protocol_id]


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_nobody_of_the_line_and_no_raiser_keeps_the_protocol(protocol_id: str) -> None:
    protocol = shipped(protocol_id)
    kept = keepers(protocol)
    assert not set(kept) & set(protocol.raisers)
    assert all(protocol.roles[each].side is not Side.LINE for each in kept)


def test_a_raiser_who_answers_to_the_line_gives_the_line_no_hold_on_the_protocol() -> None:
    protocol = shipped("bristol")
    iro = replace(protocol.roles["iro"], manager="service-manager")
    assert keepers(replace(protocol, roles={**protocol.roles, "iro": iro})) == ()


def test_managers_in_a_circle_come_to_an_end() -> None:
    protocol = shipped("bristol")
    senior = replace(protocol.roles["senior-reviewing-officer"], manager="iro")
    roles = {**protocol.roles, "senior-reviewing-officer": senior}
    assert keepers(replace(protocol, roles=roles)) == ("senior-reviewing-officer",)
