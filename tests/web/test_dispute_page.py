"""The page of a dispute says what it is about in the council's own words."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from tests.support.cast import MONDAY, Cast, cast_of
from tests.web.showing import shown


def test_the_kinds_that_were_chosen_stand_on_the_page(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("iro", issues=["visits", "core-groups"], categories=["practice"])
    page = unescape(shown(cast.client("iro").get(f"/disputes/{pk}")).text)
    assert ">Kinds of concern</dt>" in page
    assert "Too few core group meetings between conferences</dd>" in page
    assert '>Kind of matter</dt><dd class="govuk-summary-list__value">Practice</dd>' in page


def test_a_step_that_has_a_button_is_not_offered_a_second_time(cast: Cast, formal: UUID) -> None:
    page = shown(cast.client("iro").get(f"/disputes/{formal}")).text
    steps = re.findall(
        r'href="(/disputes/[^"]+/steps/[^"?]+)', page.split("What you can do now")[1]
    )
    assert len(steps) == len(set(steps))


def test_what_was_not_done_in_time_was_due_at_the_end_of_a_day(
    cast: Cast, formal: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concord.web.clock.now", lambda: MONDAY + timedelta(days=10))
    page = shown(cast.client("iro").get(f"/disputes/{formal}")).text
    assert "midnight" not in page
    assert ">end of 9 March 2026</time>" in page


def test_a_limit_that_ended_on_friday_does_not_end_today_on_the_weekend(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    pk = cast.raises("iro", at=MONDAY - timedelta(days=3))
    talk = {"with_roles": ["social-worker"]}
    friday = MONDAY - timedelta(days=3)
    cast.does("iro", pk, "record conversation", at=friday + timedelta(minutes=1), **talk)
    cast.does("iro", pk, "issue alert", at=friday + timedelta(minutes=2), stage="stage-1")
    saturday = friday + timedelta(days=8)
    monkeypatch.setattr("concord.web.clock.now", lambda: saturday)
    clock = shown(cast.client("iro").get(f"/disputes/{pk}")).text.split("To answer, Stage 1")[1]
    assert "Ends today" not in clock
    assert "Not met" in clock


def test_a_hold_whose_day_is_over_is_no_longer_shown_as_running(
    db: None, still: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast = cast_of("lambeth")
    pk, minute = cast.raises("iro"), timedelta(minutes=1)
    talk = {"with_roles": ["social-worker", "team-manager"], "how": "face to face"}
    cast.does("iro", pk, "record conversation", at=MONDAY + minute, **talk)
    cast.does("iro", pk, "consult", at=MONDAY + 2 * minute, whom=["iro-service-manager"])
    cast.does("iro", pk, "issue alert", at=MONDAY + 3 * minute, stage="stage-1")
    cast.does("team-manager", pk, "answer", at=MONDAY + 4 * minute)
    hold = {"until": "2026-03-05", "task": "A meeting.", "owner": "social-worker"}
    cast.does("iro", pk, "place hold", at=MONDAY + 5 * minute, **hold)
    for days, said in ((3, "On hold until 5 Mar 2026"), (4, "The hold ended on 5 Mar 2026")):
        at = MONDAY + timedelta(days=days)
        monkeypatch.setattr("concord.web.clock.now", lambda at=at: at)
        assert said in shown(cast.client("iro").get(f"/disputes/{pk}")).text
