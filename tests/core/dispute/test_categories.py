"""Categories of matters beside the catalogue of issues, where a protocol has them."""

from dataclasses import replace

from concord.core.dispute.events import ConcernRaised
from concord.core.dispute.timeline import summary
from concord.core.dispute.words import Words
from concord.core.protocol.shipped import shipped
from tests.core.protocols.stage import Play

CATEGORIES = {"practice": "Practice", "strategy": "Strategic issues"}


def test_a_concern_names_its_categories() -> None:
    protocol = replace(shipped("bristol"), categories=CATEGORIES)
    on = Play(protocol).concern("iro", categories=("practice", "strategy"))
    assert isinstance(on.last, ConcernRaised)
    assert on.last.categories == ("practice", "strategy")
    words = Words(protocol)
    assert words.category("strategy") == "Strategic issues"
    assert ("Kinds of matter", "Practice\nStrategic issues") in summary(on.last, words)


def test_a_category_that_the_protocol_does_not_have_is_refused() -> None:
    protocol = replace(shipped("bristol"), categories=CATEGORIES, categories_clause="BRI-ISSUES")
    refused = Play(protocol).refused("iro", "raise concern", categories=("money",))
    assert (refused.id, refused.clause) == ("unknown-category", "BRI-ISSUES")
    assert refused.allowed_by == "Choose among: practice, strategy"


def test_a_protocol_without_categories_asks_for_none() -> None:
    refused = Play("bristol").refused("iro", "raise concern", categories=("practice",))
    assert refused.allowed_by == "Leave the category out"
