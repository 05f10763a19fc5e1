"""How a referral is made, where the protocol says it and where it is silent."""

from dataclasses import replace
from typing import Literal

import pytest

from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import NotStated
from tests.core.protocols.stage import Play

How = tuple[Literal["telephone", "writing"], ...] | NotStated


def protocol_where_a_referral_is_made(how: How) -> Protocol:
    protocol = shipped("bristol")
    return replace(protocol, referrals=(replace(protocol.referrals[0], how=how),), duties=())


@pytest.mark.parametrize("how", ["telephone", "writing"])
def test_where_the_protocol_is_silent_a_referral_is_made_in_any_way(how: str) -> None:
    play = Play(protocol_where_a_referral_is_made(NotStated.NOT_STATED)).concern("iro")
    play.does("iro", "refer", to="cafcass", how=how)


def test_where_the_protocol_asks_for_writing_a_telephone_call_is_no_referral() -> None:
    play = Play(protocol_where_a_referral_is_made(("writing",))).concern("iro")
    assert play.refused("iro", "refer", to="cafcass", how="telephone").id == "other-way"
