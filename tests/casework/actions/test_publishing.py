"""A version of the protocol comes into force from a day, by two people, and is on the record."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from concord.casework.actions.dispute import Ask
from concord.casework.actions.publishing import (
    Changed,
    Published,
    approve_proposal,
    end_proposal,
    keep_draft,
    propose_version,
)
from concord.casework.actions.rebuilding import compare_all, rebuild_all, verify_all
from concord.casework.desk import desk, looks_after
from concord.casework.loading import NotFound, load
from concord.core.clock.london import LONDON
from concord.core.dispute.decide import Refused
from concord.core.problem import WrongData
from concord.core.protocol.shipped import shipped_text
from concord.core.publishing.events import ForceProposed
from concord.records import find, publishing
from concord.records.models import EventRow, ProtocolBook, ProtocolTerm, StoredProtocol
from tests.casework.playing import DAY, asks, raised
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.emptying import triggers_off
from tests.support.invariants import stored
from tests.support.versions import KEEPER, SECOND, in_force, longer, proposed, uploaded

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 6)


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol")


def _refusal(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.id


def _wrong() -> list[str]:
    looked = (*compare_all(at=MONDAY + DAY), *verify_all())
    return [sentence for each in looked for sentence in each.wrong]


def test_a_draft_is_stored_as_it_is_and_is_not_in_force(cast: Cast) -> None:
    before, text = find.protocol_in_force(cast.authority, on=FRIDAY), longer() + "# a comment\n"
    version = uploaded(cast, text)
    found = desk(cast.people[KEEPER], at=MONDAY)
    assert found.of(version).text == text
    assert found.book.versions[0].title == "Dispute Resolution Protocol for Care Planning"
    assert find.protocol_in_force(cast.authority, on=FRIDAY) == before
    assert _wrong() == []


def test_nothing_is_stored_of_a_file_that_cannot_be_read(cast: Cast) -> None:
    before = stored()
    with pytest.raises(WrongData) as wrong:
        keep_draft(
            cast.people[KEEPER], "format: nothing\nx: 1\n", name="draft.yaml", ask=asks(MONDAY)
        )
    assert wrong.value.findings[0].place.line
    assert stored() == before


def test_a_version_that_says_the_same_is_not_stored_again(cast: Cast) -> None:
    uploaded(cast, longer())
    before = stored()
    for text in (longer() + "# only a comment\n", shipped_text("bristol")):
        again = keep_draft(cast.people[KEEPER], text, name="a.yaml", ask=asks(MONDAY))
        assert _refusal(again) == "says-the-same"
    assert stored() == before


def test_from_its_day_in_london_new_disputes_begin_under_it_and_running_ones_stay(
    cast: Cast,
) -> None:
    old = raised(cast)
    version = in_force(cast, longer(), FRIDAY)
    midnight = MONDAY.replace(day=6, hour=0).replace(tzinfo=LONDON)
    late, early = raised(cast, at=midnight - timedelta(seconds=1)), raised(cast, at=midnight)
    runs = {pk: load(cast.people["iro"], pk, at=MONDAY + 5 * DAY) for pk in (old, late, early)}
    assert [runs[pk].matter.dispute.protocol == version for pk in (old, late, early)] == [
        False,
        False,
        True,
    ]
    assert runs[early].row.protocol_hash == version
    assert runs[old].row.protocol_hash != version
    assert _wrong() == []


def test_whoever_proposes_never_approves_and_a_second_person_does(cast: Cast) -> None:
    number = proposed(cast, uploaded(cast, longer()), FRIDAY)
    before = stored()
    own = approve_proposal(cast.people[KEEPER], number, ask=asks(MONDAY))
    assert _refusal(own) == "second-person"
    assert stored() == before
    second = approve_proposal(cast.people[SECOND], number, ask=asks(MONDAY))
    assert isinstance(second, Published)
    entries = desk(cast.people[KEEPER], at=MONDAY).book.entries
    assert [entry.capacity for entry in entries] == [KEEPER, KEEPER, SECOND]


def test_for_whoever_does_not_look_after_it_there_is_nothing_here(cast: Cast) -> None:
    number = proposed(cast, uploaded(cast, longer()), FRIDAY)
    version = desk(cast.people[KEEPER], at=MONDAY).book.versions[0].hash
    other = cast_of("bristol", letter="b")
    strangers = [cast.people["iro"], cast.people["team-manager"], other.people[KEEPER]]
    proposal = ForceProposed(version, FRIDAY, "Mine.")
    before = stored()
    for viewer in strangers[:2]:
        assert not looks_after(viewer, at=MONDAY)
        with pytest.raises(NotFound):
            keep_draft(viewer, longer(), name="x.yaml", ask=asks(MONDAY))
        with pytest.raises(NotFound):
            approve_proposal(viewer, number, ask=asks(MONDAY))
        with pytest.raises(NotFound):
            end_proposal(viewer, number, reason="No.", ask=asks(MONDAY))
    with pytest.raises(NotFound):
        propose_version(strangers[2], proposal, ask=asks(MONDAY))
    assert _refusal(approve_proposal(strangers[2], number, ask=asks(MONDAY))) == "not-open"
    assert stored() == before


def test_the_head_of_the_line_approves_and_neither_uploads_nor_proposes(cast: Cast) -> None:
    version = uploaded(cast, longer())
    with pytest.raises(NotFound):
        keep_draft(cast.people[SECOND], longer(), name="x.yaml", ask=asks(MONDAY))
    with pytest.raises(NotFound):
        propose_version(
            cast.people[SECOND], ForceProposed(version, FRIDAY, "Mine."), ask=asks(MONDAY)
        )


def test_a_draft_in_which_the_check_finds_an_error_can_be_kept_and_not_proposed(
    cast: Cast,
) -> None:
    # The answer of the first stage comes from nobody whom this authority has.
    text = shipped_text("bristol").replace("      by: social-worker\n", "      by: iro\n", 1)
    version = uploaded(cast, text)
    assert desk(cast.people[KEEPER], at=MONDAY).checked(version).errors > 0
    proposal = ForceProposed(version, FRIDAY, "Now.")
    outcome = propose_version(cast.people[KEEPER], proposal, ask=asks(MONDAY))
    assert _refusal(outcome) == "has-errors"


def test_a_proposal_without_a_day_or_a_reason_says_what_is_missing(cast: Cast) -> None:
    version = uploaded(cast, longer())
    with pytest.raises(WrongData) as wrong:
        propose_version(cast.people[KEEPER], ForceProposed(version), ask=asks(MONDAY))
    assert [each.place.path for each in wrong.value.findings] == ["from on", "reason"]


def test_pressing_twice_does_it_once_and_a_stale_page_does_nothing(cast: Cast) -> None:
    ask = Ask(MONDAY, uuid4().hex, 0)
    first = keep_draft(cast.people[KEEPER], longer(), name="a.yaml", ask=ask)
    assert isinstance(first, Published)
    before = stored()
    again = keep_draft(cast.people[KEEPER], longer(), name="a.yaml", ask=ask)
    assert again == Published(first.version, again=True)
    proposal = ForceProposed(first.version, FRIDAY, "Now.")
    stale = propose_version(cast.people[KEEPER], proposal, ask=asks(MONDAY, expected=0))
    assert isinstance(stale, Changed)
    assert stored() == before


def test_an_ended_proposal_leaves_in_force_what_was(cast: Cast) -> None:
    number = proposed(cast, uploaded(cast, longer()), FRIDAY)
    before = find.protocol_in_force(cast.authority, on=FRIDAY)
    done = end_proposal(cast.people[SECOND], number, reason="Not yet agreed.", ask=asks(MONDAY))
    assert isinstance(done, Published)
    assert find.protocol_in_force(cast.authority, on=FRIDAY) == before
    late = approve_proposal(cast.people[SECOND], number, ask=asks(MONDAY))
    assert _refusal(late) == "not-open"


def test_the_version_with_which_an_authority_began_can_come_back(cast: Cast) -> None:
    first = find.protocol_in_force(cast.authority, on=FRIDAY)
    assert first
    in_force(cast, longer(), FRIDAY)
    number = proposed(cast, first.hash, FRIDAY + timedelta(days=7))
    assert isinstance(approve_proposal(cast.people[SECOND], number, ask=asks(MONDAY)), Published)
    assert find.protocol_in_force(cast.authority, on=FRIDAY + timedelta(days=6)) != first
    assert find.protocol_in_force(cast.authority, on=FRIDAY + timedelta(days=7)) == first


def test_each_authority_has_its_own_versions(cast: Cast) -> None:
    other = cast_of("bristol", letter="b")
    version = in_force(cast, longer(), FRIDAY)
    assert find.protocol_in_force(other.authority, on=FRIDAY + timedelta(days=1))
    assert version not in desk(other.people[KEEPER], at=MONDAY).stored
    assert in_force(other, longer(), FRIDAY) == version
    invariants.everything(at=MONDAY + DAY)


def test_what_is_in_force_is_made_again_from_the_entries(cast: Cast) -> None:
    version = in_force(cast, longer(), FRIDAY)
    ProtocolTerm.objects.update(from_on=date(2027, 1, 1))
    assert len(_wrong()) == 1
    list(rebuild_all(at=MONDAY))
    assert _wrong() == []
    found = find.protocol_in_force(cast.authority, on=FRIDAY)
    assert found
    assert found.hash == version
    ProtocolBook.objects.update(version=2)
    assert any("its row knows 2 entries" in each for each in _wrong())


REFUSED = {
    "other words": "UPDATE protocol SET text = 'nothing'",
    "another hash": "UPDATE protocol SET hash = 'x'",
    "another authority's": "UPDATE protocol SET authority_id = authority_id",
    "taken away": "DELETE FROM protocol",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_the_database_itself_refuses_to_change_a_stored_protocol(
    cast: Cast, statement: str
) -> None:
    uploaded(cast, longer())
    before = list(StoredProtocol.objects.order_by("pk").values_list())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(StoredProtocol.objects.order_by("pk").values_list()) == before


@pytest.mark.django_db(transaction=True)
def test_a_changed_file_and_a_changed_entry_are_seen(cast: Cast) -> None:
    version = uploaded(cast, longer())
    uploaded(cast, shipped_text("southampton"))
    with triggers_off():
        StoredProtocol.objects.filter(hash=version).update(text=longer() + "# more\n")
    assert _wrong() == [f"the file of version {version[:8]} was changed"]
    with triggers_off():
        EventRow.objects.filter(kind__startswith="protocol.", seq=1).update(capacity="iro")
    assert any("the record was changed: entry 1 of " in each for each in _wrong())


def test_the_invariants_hold_beside_running_disputes(cast: Cast) -> None:
    raised(cast)
    in_force(cast, longer(), FRIDAY)
    raised(cast, at=MONDAY + 5 * DAY)
    assert invariants.everything(at=MONDAY + 6 * DAY) == 2
    assert publishing.terms(cast.authority)[0].from_on == FRIDAY
