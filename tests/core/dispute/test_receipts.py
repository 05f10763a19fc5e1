"""Which dates of a dispute are exported with their receipts."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from concord.core.dispute import receipts
from concord.core.dispute.due import fixed
from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.receipts import dates
from tests.verifier.documents import some_matter

AT = datetime(2026, 4, 22, 9, tzinfo=UTC)


def _owed(key: str, act: str) -> Duty:
    due = fixed(date(2026, 5, 1), set_by="the day that was agreed")
    return Duty(key, Terms("Do it", "1", act), ("iro",), AT, due)


def test_the_date_of_a_private_step_is_left_out_unless_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = (_owed("1:weigh", "consider referral"), _owed("1:answer", "answer"))

    def duties(*_given: Any) -> tuple[Duty, ...]:
        return made

    monkeypatch.setattr(receipts, "duties", duties)
    for_others = [each.key for each in dates(some_matter(), at=AT)]
    for_us = [each.key for each in dates(some_matter(), at=AT, left_out=lambda _: False)]
    assert "1:weigh" not in for_others
    assert "1:answer" in for_others
    assert {"1:weigh", "1:answer"} <= set(for_us)
