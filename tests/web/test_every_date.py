"""Every due date on a page leads to how it was worked out."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from concord.casework.actions.time import sweep_deadlines
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.versions import KEEPER, in_force, longer
from tests.web.showing import shown

TOTAL = "30 Mar 2026"
TABS = ("mine", "team", "waiting", "held", "raised")


def page_of(cast: Cast, role: str, path: str) -> str:
    return unescape(shown(cast.client(role).get(path)).text)


def bare(page: str, day: str) -> list[str]:
    """The places at which a day stands in the main part of a page without leading anywhere."""
    main = page[page.index("<main") : page.index("</main>")]
    without_links = re.sub(r"<a\b.*?</a>", "", main, flags=re.DOTALL)
    return re.findall(rf".{{0,60}}{re.escape(day)}", without_links, re.DOTALL)


@pytest.mark.parametrize("path", [*(f"/?show={tab}" for tab in TABS), "child"])
def test_the_end_of_the_overall_limit_leads_to_its_receipt(
    cast: Cast, formal: UUID, path: str
) -> None:
    page = page_of(cast, "iro", f"/children/{cast.child}" if path == "child" else path)
    assert bare(page, TOTAL) == []
    if path in ("/?show=raised", "child"):
        assert f'href="/disputes/{formal}/dates/total"' in page


def test_a_date_before_a_move_to_another_version_leads_to_its_receipt(
    cast: Cast, formal: UUID
) -> None:
    in_force(cast, longer(), MONDAY.date())
    page = page_of(cast, KEEPER, f"/disputes/{formal}/move")
    assert f'href="/disputes/{formal}/dates/2:answer"' in page
    assert page.count("How this date was worked out") == 3


def test_a_missed_date_on_the_record_leads_to_its_receipt(cast: Cast, formal: UUID) -> None:
    sweep_deadlines(at=MONDAY + timedelta(days=10), most=10)
    page = page_of(cast, "iro", f"/disputes/{formal}")
    record = page[page.index("moj-timeline") :]
    assert f'href="/disputes/{formal}/dates/2:answer"' in record
    assert f"/disputes/{formal}/dates/2:answer" in page
    assert shown(cast.client("iro").get(f"/disputes/{formal}/dates/2:answer")).status == 200


def test_what_a_step_will_make_due_says_how_that_was_worked_out(cast: Cast) -> None:
    pk = cast.raises("iro")
    cast.does("iro", pk, "record conversation", at=MONDAY, with_roles=["social-worker"])
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{pk}/steps/issue-alert"))
    page = form.sends(client, stage="stage-1", concern="Drift.", outcome_sought="A plan.").text
    follows = page[page.index("What follows") : page.index("What the record will say")]
    assert follows.count("by the end of <strong>") == 2
    assert follows.count("How this date was worked out") == 2
    assert follows.count("Due by the end of this day") == 2


def test_the_end_of_a_hold_says_who_set_it(still: None, db: None) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("iro")
    cast.does("iro", pk, "record conversation", at=MONDAY, with_roles=["social-worker"])
    cast.does("iro", pk, "consult", at=MONDAY, whom=["iro-service-manager"])
    cast.does("iro", pk, "issue alert", at=MONDAY, stage="stage-1")
    cast.does("iro", pk, "place hold", at=MONDAY, until="2026-03-09")
    page = page_of(cast, "iro", "/?show=held")
    assert bare(page, "9 Mar 2026") == []
    assert f'href="/disputes/{pk}/dates/hold"' in page
    why = page_of(cast, "iro", f"/disputes/{pk}/dates/hold")
    assert "it is the day until which it was put on hold" in why
    assert f"/disputes/{pk}/dates/hold:1:task/receipt" in why
