"""Every due date on a page leads to how it was worked out."""

import re
from html import unescape
from uuid import UUID

import pytest

from tests.support.cast import MONDAY, Cast
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
