"""What holds in the records holds all the way up a ladder, under each protocol."""

from datetime import timedelta

import pytest

from concord.casework.actions.time import sweep_deadlines, sweep_reminders
from concord.core.protocol.shipped import shipped_ids
from tests.casework.playing import DAY, HOUR, goes_on, raised
from tests.support import invariants
from tests.support.cast import MONDAY, cast_of

pytestmark = pytest.mark.django_db
NAMES = ("Example Child", "Another Child")


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_all_of_it_holds_while_two_disputes_climb_their_ladders(protocol_id: str) -> None:
    casts = [cast_of(protocol_id, letter=letter, names=NAMES) for letter in "ab"]
    disputes = [(cast, raised(cast, child=n)) for cast, n in ((casts[0], 0), (casts[1], 1))]
    at, accepted = MONDAY, 0
    for step in range(24):
        at += HOUR if step % 4 else 3 * DAY
        accepted += sum(goes_on(cast, pk, at=at, satisfied="no") for cast, pk in disputes)
        if step % 5 == 4:
            sweep_reminders(at=at, most=100)
            sweep_deadlines(at=at, most=100)
        if step % 8 == 7:
            assert invariants.everything(at=at + timedelta(minutes=1)) == 2
    assert accepted > 30
