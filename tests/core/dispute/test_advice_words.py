"""A kind of advice keeps the capitals of the names in it within a sentence."""

from dataclasses import replace

from concord.core.dispute.events import AdviceReceived, AdviceSought
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Advice
from concord.core.protocol.shipped import shipped

ADVICE = Advice("cafcass", "Advice from Cafcass", ("iro",), "BRI-CAFCASS-LEGAL")
WORDS = Words(replace(shipped("bristol"), advice=(ADVICE,)))


def test_names_keep_their_capitals() -> None:
    sought, received = AdviceSought("cafcass", "Cafcass"), AdviceReceived("cafcass", "Cafcass")
    assert sought.sentence("IRO", WORDS) == "IRO sought advice from Cafcass"
    assert received.sentence("IRO", WORDS) == "IRO received advice from Cafcass"
