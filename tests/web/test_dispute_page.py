"""The page of a dispute says what it is about in the council's own words."""

from html import unescape

from tests.support.cast import cast_of
from tests.web.showing import shown


def test_the_kinds_that_were_chosen_stand_on_the_page(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("iro", issues=["visits", "core-groups"], categories=["practice"])
    page = unescape(shown(cast.client("iro").get(f"/disputes/{pk}")).text)
    assert ">Kinds of concern</dt>" in page
    assert "Too few core group meetings between conferences</dd>" in page
    assert '>Kind of matter</dt><dd class="govuk-summary-list__value">Practice</dd>' in page
