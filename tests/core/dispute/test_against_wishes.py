"""A concern is raised also against the child's wishes: both the wishes and the reason stand."""

import pytest

from tests.core.protocols.stage import Play

SAID = {"child_views": "Leave it as it is.", "against_wishes": "It is not safe there."}


@pytest.mark.clauses("SOU-AGAINST-WISHES", "LAM-AGAINST-WISHES")
@pytest.mark.parametrize("protocol", ["southampton", "lambeth"])
@pytest.mark.parametrize("left_out", list(SAID))
def test_a_concern_that_the_child_does_not_want_says_the_wishes_and_the_reason(
    protocol: str, left_out: str
) -> None:
    on = Play(protocol)
    given = {name: words for name, words in SAID.items() if name != left_out}
    refused = on.refused("iro", "raise concern", child_wants="no", **given)
    assert (refused.id, refused.place) == ("reason-needed", left_out)
    assert refused.clause.endswith("AGAINST-WISHES")


@pytest.mark.clauses("SOU-AGAINST-WISHES", "LAM-AGAINST-WISHES")
@pytest.mark.parametrize("protocol", ["southampton", "lambeth"])
def test_the_iro_raises_it_in_person_all_the_same_and_both_are_on_record(protocol: str) -> None:
    on = Play(protocol).concern("iro", child_wants="no", **SAID)
    assert on.last.KIND == "dispute.concern-raised"
    assert all(words in str(on.last) for words in SAID.values())
    assert Play(protocol).refused("team-manager", "raise concern").id == "not-your-part"


@pytest.mark.parametrize("wants", ["yes", "not known", ""])
def test_nothing_more_is_asked_for_where_the_child_wants_it_or_it_is_not_known(wants: str) -> None:
    assert Play("southampton").concern("iro", child_wants=wants).dispute.is_open
