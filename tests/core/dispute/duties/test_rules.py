"""Duties that follow from a referral or from the end of a dispute are owed after it is closed."""

from dataclasses import replace

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Moment, Verb
from tests.core.protocols.stage import Play


def with_a_duty_counted_from(moment: Moment) -> Protocol:
    tell = DutyRule(
        id="tell",
        who=("iro",),
        what="Tell the senior reviewing officer",
        clause="BRI-SRO-INFORM",
        must=Verb.INFORM,
        whom=("senior-reviewing-officer",),
        counted_from=moment,
        refers_to="cafcass" if moment is Moment.REFERRED else None,
    )
    return replace(shipped("bristol"), duties=(tell,))


@pytest.mark.parametrize("moment", [Moment.CLOSED, Moment.REFERRED])
def test_what_follows_from_the_end_or_a_referral_is_owed_after_the_end(moment: Moment) -> None:
    play = Play(with_a_duty_counted_from(moment)).concern("iro")
    play.does("iro", "refer", to="cafcass").resolve("iro")
    assert play.state("0:tell") is DutyState.OPEN
    assert play.inform("iro", "senior-reviewing-officer").state("0:tell") is DutyState.DONE


def test_any_other_duty_is_no_longer_owed_after_the_end() -> None:
    play = Play(with_a_duty_counted_from(Moment.CONCERN_RAISED)).concern("iro").resolve("iro")
    assert play.state("0:tell") is DutyState.LAPSED
