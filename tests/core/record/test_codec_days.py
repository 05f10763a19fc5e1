"""A day that nobody can mean is refused where a person proposes it."""

from datetime import date

import pytest

from concord.core.dispute.events import CODEC, ActionsAgreed, HoldPlaced
from concord.core.problem import WrongData


@pytest.mark.parametrize("day", ["9999-12-31", "2200-01-01", "0001-01-01", "1899-12-31"])
def test_a_day_far_away_is_refused_at_its_field(day: str) -> None:
    with pytest.raises(WrongData) as wrong:
        CODEC.propose(HoldPlaced, {"until": day})
    (finding,) = wrong.value.findings
    assert (finding.id, finding.place.path) == ("far-away", "until")
    assert finding.sentence == f"{day} is too far away"


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_a_day_within_three_centuries_is_taken(day: str) -> None:
    assert CODEC.propose(HoldPlaced, {"until": day}) == HoldPlaced(until=date.fromisoformat(day))


def test_a_day_within_a_list_is_found_at_its_place() -> None:
    actions = [{"what": "First"}, {"what": "Second", "on": "9999-12-31"}]
    with pytest.raises(WrongData) as wrong:
        CODEC.propose(ActionsAgreed, {"actions": actions})
    assert wrong.value.findings[0].place.path == "actions > 1 > on"
