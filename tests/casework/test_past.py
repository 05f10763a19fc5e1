"""What an authority's past disputes show, and to whom."""

from uuid import UUID

import pytest

from concord.casework.loading import NotFound
from concord.casework.queries.past import past_disputes, past_disputes_for
from concord.core.problem import WrongData
from concord.records.models import EventRow
from tests.casework.playing import DAY, HOUR, goes_on, raised
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.versions import KEEPER

pytestmark = pytest.mark.django_db
CHILDREN = tuple(f"Example Child {n}" for n in range(7))


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol", names=CHILDREN)


def talked_over(cast: Cast, *, child: int, days: int) -> UUID:
    """A dispute that is settled by talking so many days after it was raised."""
    pk = raised(cast, child=child)
    there = ["social-worker"]
    cast.does("iro", pk, "record conversation", at=MONDAY + HOUR, with_roles=there)
    cast.does("iro", pk, "resolve", at=MONDAY + days * DAY)
    return pk


def test_resolved_disputes_show_their_days_and_others_are_counted(cast: Cast) -> None:
    for child in range(6):
        talked_over(cast, child=child, days=child % 3 + 1)
    raised(cast, child=6)
    found = past_disputes(cast.authority)
    assert sorted(each.talked for each in found.shown) == [1, 1, 2, 2, 3, 3]
    assert all(each.settled for each in found.shown)
    assert found.others == 1


def test_the_latest_are_taken_where_there_are_too_many(cast: Cast) -> None:
    for child in range(7):
        talked_over(cast, child=child, days=2)
    found = past_disputes(cast.authority, most=6)
    assert (len(found.shown), found.others) == (6, 1)


def test_fewer_than_six_would_tell_about_single_ones(cast: Cast) -> None:
    for child in range(5):
        talked_over(cast, child=child, days=1)
    with pytest.raises(WrongData) as wrong:
        past_disputes(cast.authority)
    (finding,) = wrong.value.findings
    assert finding.sentence.startswith("5 disputes have been resolved: it needs 6")


def test_another_authority_has_its_own(cast: Cast) -> None:
    other = cast_of("lambeth", letter="b")
    for child in range(6):
        talked_over(cast, child=child, days=1)
    with pytest.raises(WrongData, match="No disputes have been resolved"):
        past_disputes(other.authority)


def test_a_formal_dispute_shows_who_was_asked_and_what_came(cast: Cast) -> None:
    for child in range(6):
        pk = raised(cast, child=child)
        for hours in range(1, 6):
            goes_on(cast, pk, at=MONDAY + hours * HOUR, satisfied="yes")
        cast.does("iro", pk, "resolve", at=MONDAY + DAY)
    found = past_disputes(cast.authority)
    for each in found.shown:
        (stay,) = each.stays
        assert (stay.stage, stay.asked, stay.silent) == ("stage-1", "social-worker", False)
        assert stay.satisfied


def test_only_who_looks_after_the_protocol_sees_what_they_show(cast: Cast) -> None:
    for child in range(6):
        talked_over(cast, child=child, days=1)
    assert past_disputes_for(cast.people[KEEPER], at=MONDAY).shown
    with pytest.raises(NotFound):
        past_disputes_for(cast.people["social-worker"], at=MONDAY)


def test_looking_back_writes_nothing(cast: Cast) -> None:
    for child in range(6):
        talked_over(cast, child=child, days=1)
    before = EventRow.objects.count()
    past_disputes(cast.authority)
    assert EventRow.objects.count() == before
