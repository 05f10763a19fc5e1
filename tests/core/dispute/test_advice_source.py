"""Independent advice: who is asked instead, where the protocol names a source or none."""

from dataclasses import replace

from concord.core.protocol.definition import Advice
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play

LEGAL = Advice("legal", "Legal advice", ("iro",), "BRI-CAFCASS-LEGAL", never_from=("The council",))


def test_where_a_source_is_agreed_it_is_named() -> None:
    refused = _asked(replace(LEGAL, given_by="Another council"))
    assert refused == "Ask the agreed source: Another council"


def test_where_no_source_is_agreed_anybody_else_will_do() -> None:
    assert _asked(LEGAL) == "Ask somebody other than The council"


def _asked(rule: Advice) -> str:
    on = Play(replace(shipped("bristol"), advice=(rule,))).concern("iro")
    refused = on.refused("iro", "receive advice", given_by="The council")
    assert refused.id == "advice-not-independent"
    return refused.allowed_by
