"""A small authority for the tests of pages, and a clock that stands still.

The modules that need Django are imported late: pytest reads this file before Django is up.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

if TYPE_CHECKING:
    from tests.support.cast import Cast

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = MONDAY + timedelta(hours=2)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages believe that it is two hours after the concern was raised."""
    monkeypatch.setattr("concord.web.clock.now", lambda: LATER)


@pytest.fixture
def cast(db: None, still: None) -> Cast:
    """An authority under Bristol's protocol."""
    made: Cast = import_module("tests.support.cast").cast_of("bristol")
    return made


@pytest.fixture
def formal(cast: Cast) -> UUID:
    """A dispute in which an alert waits for the social worker's answer."""
    pk = cast.raises("iro")
    minute = timedelta(minutes=1)
    talk = {"with_roles": ["social-worker"]}
    cast.does("iro", pk, "record conversation", at=MONDAY + 10 * minute, **talk)
    cast.does("iro", pk, "issue alert", at=MONDAY + 20 * minute, stage="stage-1")
    return pk
