"""The drawing of a protocol on its page, as a file, and with where a dispute stands."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from concord.core.protocol.ladders import on_each_ladder
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.drawing import drawn, outline_of, plan_of
from concord.core.workshop.drawing.measure import width_of
from concord.core.workshop.drawing.widths import BOLD, REGULAR
from tests.support.accessibility import accessibility_findings
from tests.support.cast import MONDAY, WORD, Cast, cast_of
from tests.support.chromium import PHONE

IN_BOTH_PICTURES_AND_IN_WORDS = 3
# Texts, as the browser measures them, that reach out of the first rectangle of their group.
OUTSIDE = """() => [...document.querySelectorAll('svg[role=img] g')].flatMap(group => {
  const box = group.querySelector('rect')
  if (!box) return []
  const {x, y, width, height} = box.getBBox()
  return [...group.querySelectorAll('tspan')].filter(each => {
    if (!each.getNumberOfChars()) return false
    const end = each.getEndPositionOfChar(each.getNumberOfChars() - 1)
    const start = each.getStartPositionOfChar(0)
    return start.x < x || end.x > x + width || start.y < y || start.y > y + height
  }).map(each => each.textContent)
})"""


WIDTHS = """([texts, weight]) => {
  document.body.innerHTML = '<svg xmlns="http://www.w3.org/2000/svg"><text></text></svg>'
  const text = document.querySelector('text')
  text.setAttribute('font-family', 'Arial, Helvetica, "Liberation Sans"')
  text.setAttribute('font-size', 100)
  text.setAttribute('font-weight', weight)
  return texts.map(each => { text.textContent = each; return text.getComputedTextLength() })
}"""


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_no_letter_is_wider_on_a_screen_than_it_was_measured(page: Page, bold: bool) -> None:
    letters = [each for each in (BOLD if bold else REGULAR) if each.strip()]
    page.goto("about:blank")
    shown = page.evaluate(WIDTHS, [letters, "700" if bold else "400"])
    measured = [width_of(each, 100, bold=bold) for each in letters]
    found = zip(letters, shown, measured, strict=True)
    wrong = [row for row in found if not 0.95 * row[2] <= row[1] <= row[2]]
    assert wrong == []
    assert len(letters) > 300


def test_the_page_of_the_protocol_shows_it_drawn_and_in_words(cast: Cast) -> None:
    page = unescape(cast.client("iro").get("/protocol").content.decode())
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" role="img"') == 2
    assert 'href="/protocol/drawing.svg"' in page
    words = page.split("The drawing in words")[1]
    for part in outline_of(plan_of(shipped("bristol"))).parts:
        for heading in part.headings:
            assert f">{heading.title}</h4>" in words
            assert all(each.words in words for each in heading.items)


def test_the_drawing_is_served_as_a_picture_that_may_load_and_run_nothing(cast: Cast) -> None:
    answer = cast.client("iro").get("/protocol/drawing.svg")
    assert answer.status_code == 200
    assert answer.content.decode() == drawn(plan_of(shipped("bristol")))
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == 'attachment; filename="bristol.svg"'
    policy = [each.strip() for each in answer["Content-Security-Policy"].split(";")]
    assert policy == ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "sandbox"]
    assert answer["Cache-Control"] == "no-store"


def test_each_authority_is_served_its_own_protocol(db: None, still: None) -> None:
    casts = [cast_of("bristol"), cast_of("lambeth", letter="b")]
    served = [cast.client("iro").get("/protocol/drawing.svg").content.decode() for cast in casts]
    own = [on_each_ladder(shipped(cast.protocol))[0] for cast in casts]
    assert served == [drawn(plan_of(each)) for each in own]


def test_the_drawing_of_a_dispute_shows_where_it_stands(cast: Cast, formal: UUID) -> None:
    client = cast.client("iro")
    assert (
        f'href="/disputes/{formal}/drawing"' in client.get(f"/disputes/{formal}").content.decode()
    )
    page = client.get(f"/disputes/{formal}/drawing").content.decode()
    for words in ("You are here, since 2 March 2026", "Passed, 2 March 2026 to 2 March 2026"):
        assert page.count(words) == IN_BOTH_PICTURES_AND_IN_WORDS


def test_a_stage_that_was_passed_over_is_drawn_so(cast: Cast) -> None:
    pk = cast.raises("iro")
    minute = timedelta(minutes=1)
    cast.does("iro", pk, "inform", at=MONDAY + minute, whom=["senior-reviewing-officer"])
    cast.does("iro", pk, "issue alert", at=MONDAY + 2 * minute, stage="stage-3", reason="Danger")
    page = cast.client("iro").get(f"/disputes/{pk}/drawing").content.decode()
    assert page.count("Passed over") == 2 * IN_BOTH_PICTURES_AND_IN_WORDS


def test_the_drawing_of_a_dispute_says_nothing_about_the_child(cast: Cast, formal: UUID) -> None:
    client = cast.client("iro")
    assert "Example Child" in client.get(f"/disputes/{formal}").content.decode()
    assert "Example Child" not in client.get(f"/disputes/{formal}/drawing").content.decode()


def test_whoever_has_no_part_in_a_dispute_does_not_see_where_it_stands(
    db: None, still: None
) -> None:
    cast, other = cast_of("bristol"), cast_of("bristol", letter="b")
    pk = cast.raises("iro")
    assert other.client("iro").get(f"/disputes/{pk}/drawing").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
@pytest.mark.parametrize("wide", [True, False], ids=["desktop", "phone"])
def test_on_a_screen_all_of_it_can_be_read(
    page: Page, live_server: LiveServer, protocol_id: str, wide: bool
) -> None:
    cast = cast_of(protocol_id)
    if not wide:
        page.set_viewport_size(PHONE)
    page.goto("/sign-in")
    page.get_by_label("User name").fill(cast.username("iro"))
    page.get_by_label("Password", exact=True).fill(WORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/protocol")
    ladders = on_each_ladder(shipped(protocol_id))
    for words in page.get_by_text("The drawing in words").all():
        words.click()
    assert accessibility_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.get_by_role("img", name=shipped(protocol_id).title).count() == len(ladders)
    assert page.evaluate(OUTSIDE) == []
