"""My work shows what is on hold while it is, and by when each thing is owed."""

from datetime import datetime

import pytest

from concord.casework.actions.dispute import Done
from concord.casework.queries.work import my_work
from tests.casework.playing import DAY, HOUR, asks, goes_on, raised, tries
from tests.support.cast import MONDAY, cast_of

pytestmark = pytest.mark.django_db


def test_what_is_on_hold_stands_there_until_its_last_day() -> None:
    cast = cast_of("lambeth")
    pk = raised(cast)
    for hour in range(3):
        goes_on(cast, pk, at=MONDAY + hour * HOUR)
    at = MONDAY + 4 * HOUR
    held = ("place hold", {"until": "2026-03-05"})
    assert isinstance(tries(cast, "iro", pk, held, ask=asks(at)), Done)
    shown = {}
    for days in (0, 3, 4):
        work = my_work(cast.people["iro"], at=at + days * DAY)
        assert work is not None
        shown[days] = len(work.held)
    assert shown == {0: 1, 3: 1, 4: 0}


def test_a_limit_in_hours_is_owed_by_the_hour_and_one_in_days_by_the_day() -> None:
    cast = cast_of("unnamed-004")
    pk = raised(cast)
    at = MONDAY + HOUR
    assert isinstance(
        tries(cast, "iro", pk, ("end informal", {"reason": "No agreement."}), ask=asks(at)), Done
    )
    work = my_work(cast.people["iro"], at=at)
    assert work is not None
    due = {each.item.key.partition(":")[2]: each.item.due_when for each in work.mine}
    assert due["formal-decided"] == at + DAY
    dated = [each for key, each in due.items() if each and key != "formal-decided"]
    assert dated
    assert not any(isinstance(each, datetime) for each in dated)
