"""A bank holiday that is announced late: what is still ahead moves, and only to a later day."""

from datetime import UTC, date, datetime, timedelta
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.working_day import Calendar
from concord.core.dispute.clocks import clocks
from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.events import BankHolidayAdded
from concord.core.dispute.fold import fold
from concord.core.dispute.late_holidays import (
    counts_already,
    late_holiday_entry,
    moved_dates,
)
from concord.core.dispute.words import Words
from concord.core.protocol.shipped import shipped_ids
from tests.core.protocols.stage import Play

THURSDAY = date(2026, 3, 5)
EXAMPLE = BankHolidayAdded(THURSDAY, "Example Day", "It was announced on 2 March.")


class Calendrical(Play):
    """A dispute to which a bank holiday can be added."""

    def adds(self, event: BankHolidayAdded) -> Self:
        entry = late_holiday_entry(self.matter, event, at=self.now)
        self.matter = self.matter.now(fold((entry,), dispute=self.matter.dispute))
        return self


def _waiting() -> Calendrical:
    """Stage 1 of a protocol with five working days for the answer, alert on Monday 2 March."""
    return Calendrical("bristol").concern("iro").talk("iro", "social-worker").alert("iro")


def test_what_is_ahead_moves_by_the_day_and_says_why() -> None:
    on = _waiting()
    assert on.due_on("2:answer") == date(2026, 3, 9)
    on.adds(EXAMPLE)
    assert on.due_on("2:answer") == date(2026, 3, 10)
    deadline = on.duty("2:answer").due
    assert deadline is not None
    assert deadline.deadline is not None
    lines = {line.on: line.reason for line in deadline.deadline.receipt().days}
    assert lines[THURSDAY] == "Example Day"


def test_both_clocks_leave_the_day_out() -> None:
    on = _waiting().adds(EXAMPLE)
    both = clocks(on.matter, at=datetime(2026, 3, 6, 12, tzinfo=UTC))
    assert both.stage is not None
    assert both.total is not None
    assert (both.stage.used, both.stage.left) == (3, 2)
    assert both.total.due.on == date(2026, 3, 31)


def test_what_was_missed_before_stays_missed() -> None:
    on = _waiting().at("2026-03-10 09:00").adds(EXAMPLE)
    assert on.due_on("2:answer") == date(2026, 3, 9)
    assert on.state("2:answer") is DutyState.OVERDUE
    assert on.due_on("total") == date(2026, 3, 31)


def test_what_moves_is_listed_before_anything_changes() -> None:
    on = _waiting()
    moved = {each.key: each.after.on for each in moved_dates(on.matter, EXAMPLE, at=on.now)}
    assert moved["2:answer"] == date(2026, 3, 10)
    assert moved["total"] == date(2026, 3, 31)
    assert on.due_on("2:answer") == date(2026, 3, 9)
    on.adds(EXAMPLE)
    assert {key: on.due_on(key) for key in moved} == moved


def test_what_is_done_or_missed_is_not_listed() -> None:
    on = _waiting().answer("social-worker")
    assert "2:answer" not in {each.key for each in moved_dates(on.matter, EXAMPLE, at=on.now)}
    late = _waiting().at("2026-03-10 09:00")
    assert [each.key for each in moved_dates(late.matter, EXAMPLE, at=late.now)] == ["total"]


def test_a_day_that_counts_as_none_already_is_known() -> None:
    on = _waiting()
    assert not counts_already(on.matter, EXAMPLE)
    assert counts_already(on.matter, BankHolidayAdded(date(2026, 4, 3), "Good Friday", ""))
    assert counts_already(on.adds(EXAMPLE).matter, EXAMPLE)


def test_a_calendar_that_learns_of_the_day_later_changes_nothing_more() -> None:
    """A day that came late to a dispute did so, also when a later version has it from the start."""
    missed = _waiting().at("2026-03-10 09:00").adds(EXAMPLE)
    newer = Calendar(bank_holidays(Nation.ENGLAND, extra={THURSDAY: "Example Day"}))
    before = missed.due_on("2:answer")
    missed.matter = missed.matter._replace(calendar=newer)
    assert missed.due_on("2:answer") == before


def test_the_entry_says_which_day_and_why() -> None:
    on = _waiting().adds(EXAMPLE)
    event = on.matter.dispute.entries[-1].event
    assert isinstance(event, BankHolidayAdded)
    words = "5 March 2026 counts as a bank holiday from now on: Example Day. It was announced"
    assert event.sentence("Concord", Words(on.protocol)).startswith(words)


@pytest.mark.parametrize("protocol_id", shipped_ids())
@given(added=st.integers(0, 12), day=st.integers(0, 40))
def test_no_date_becomes_earlier_and_none_that_had_passed_moves(
    protocol_id: str, added: int, day: int
) -> None:
    on = Calendrical(protocol_id)
    raiser = on.matter.protocol.raisers[0]
    on.concern(raiser)
    on.at(f"{date(2026, 3, 2) + timedelta(days=added)} 17:00")
    event = BankHolidayAdded(date(2026, 3, 2) + timedelta(days=day), "Example Day", "Why.")
    if counts_already(on.matter, event):
        return
    before = {each.key: each.due for each in on.duties.values() if each.due}
    on.adds(event)
    for each in on.duties.values():
        was = before.get(each.key)
        if was and each.due:
            assert each.due.at >= was.at
            assert each.due.at == was.at or was.at > on.now
