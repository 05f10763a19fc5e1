"""Which version is in force on a day follows from the entries; a second person approves."""

from datetime import UTC, date, datetime

import pytest

from concord.core.dispute.decide import Refused
from concord.core.publishing.book import Book, fold_book
from concord.core.publishing.decide import Asking, approve, propose, upload, withdraw
from concord.core.publishing.events import (
    CODEC,
    KINDS,
    DraftUploaded,
    ForceApproved,
    ForceProposed,
    ProposalWithdrawn,
)
from concord.core.record.codec import UnknownKind
from concord.core.record.envelope import Event, Recorded
from concord.core.record.fields import described

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY, LATER = date(2026, 3, 2), date(2026, 4, 1)
FIRST, SECOND = "7", "8"
OLD, NEW = "0" * 64, "a" * 64
DRAFT = DraftUploaded(NEW, "f" * 64, "example", "Example procedure", "draft.yaml")
PROPOSED = ForceProposed(NEW, LATER, "It was agreed.")


def _book(*events: tuple[str, Event]) -> Book:
    entries = (
        Recorded(seq, event, person, "iro-manager", AT, AT)
        for seq, (person, event) in enumerate(events, start=1)
    )
    return fold_book(entries)


def _asking(person: str = FIRST, today: date = TODAY) -> Asking:
    return Asking(person, today, OLD)


def _id(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    assert outcome.sentence
    assert outcome.allowed_by
    return outcome.id


WAITING = _book((FIRST, DRAFT), (FIRST, PROPOSED))
IN_FORCE = _book((FIRST, DRAFT), (FIRST, PROPOSED), (SECOND, ForceApproved(NEW, 2, LATER)))


def test_the_version_with_which_an_authority_began_is_in_force_until_the_day_of_another() -> None:
    for day, version in ((date(2026, 3, 31), OLD), (LATER, NEW), (date(2027, 1, 1), NEW)):
        assert IN_FORCE.in_force(day, installed=OLD) == version
    assert WAITING.in_force(LATER, installed=OLD) == OLD


def test_of_two_versions_from_the_same_day_the_one_approved_last_is_in_force() -> None:
    other = "b" * 64
    book = _book(
        *((FIRST, DRAFT), (FIRST, PROPOSED), (SECOND, ForceApproved(NEW, 2, LATER))),
        *((FIRST, ForceProposed(other, LATER, "No.")), (SECOND, ForceApproved(other, 4, LATER))),
    )
    assert book.in_force(LATER, installed=OLD) == other


def test_a_file_that_says_the_same_as_another_is_not_kept_twice() -> None:
    assert upload(Book(), DRAFT, asking=_asking()) == DRAFT
    again = (_book((FIRST, DRAFT)), _asking()), (Book(), Asking(FIRST, TODAY, NEW))
    for book, asking in again:
        assert _id(upload(book, DRAFT, asking=asking)) == "says-the-same"


def test_a_proposal_waits_for_a_second_person_and_whoever_made_it_never_approves_it() -> None:
    assert WAITING.open
    assert _id(approve(WAITING, 2, asking=_asking(FIRST), errors=0)) == "second-person"
    assert approve(WAITING, 2, asking=_asking(SECOND), errors=0) == ForceApproved(NEW, 2, LATER)


def test_nothing_comes_into_force_from_a_day_that_is_over() -> None:
    book, over = _book((FIRST, DRAFT)), ForceProposed(NEW, date(2026, 3, 1), "Now.")
    assert _id(propose(book, over, asking=_asking(), errors=0)) == "day-over"
    late = _asking(SECOND, date(2026, 4, 2))
    assert _id(approve(WAITING, 2, asking=late, errors=0)) == "day-over"
    today = ForceProposed(NEW, TODAY, "Now.")
    assert propose(book, today, asking=_asking(), errors=0) == today


def test_a_version_with_an_error_is_neither_proposed_nor_approved() -> None:
    book = _book((FIRST, DRAFT))
    assert _id(propose(book, PROPOSED, asking=_asking(), errors=1)) == "has-errors"
    assert _id(approve(WAITING, 2, asking=_asking(SECOND), errors=2)) == "has-errors"


def test_one_proposal_waits_at_a_time() -> None:
    assert _id(propose(WAITING, PROPOSED, asking=_asking(SECOND), errors=0)) == "proposal-waits"


def test_what_is_in_force_then_need_not_be_proposed() -> None:
    found = propose(IN_FORCE, PROPOSED, asking=_asking(), errors=0)
    assert _id(found) == "in-force-then"
    back = ForceProposed(OLD, date(2026, 5, 1), "Back.")
    assert propose(IN_FORCE, back, asking=_asking(), errors=0) == back


def test_an_ended_proposal_is_over_with_its_reason() -> None:
    ended = withdraw(WAITING, 2, reason="A mistake.")
    assert ended == ProposalWithdrawn(NEW, 2, "A mistake.")
    book = _book((FIRST, DRAFT), (FIRST, PROPOSED), (SECOND, ended))
    assert book.open is None
    assert (book.proposals[0].state, book.proposals[0].why_not) == ("withdrawn", "A mistake.")
    assert _id(withdraw(book, 2, reason="Again.")) == "not-open"
    assert _id(approve(book, 2, asking=_asking(SECOND), errors=0)) == "not-open"


def test_a_gap_and_an_unknown_kind_are_no_book() -> None:
    with pytest.raises(ValueError, match="entry 2 follows entry 0"):
        fold_book([Recorded(2, DRAFT, FIRST, "iro-manager", AT, AT)])
    with pytest.raises(UnknownKind):
        fold_book([Recorded(1, Event(), FIRST, "iro-manager", AT, AT)])


# As they are stored: a later version must still read them.
STORED = {
    "protocol.draft-uploaded": (
        '{{"version":"{}","file_hash":"{}","protocol_id":"example","title":"Example procedure",'
        '"file_name":"draft.yaml"}}'.format(NEW, "f" * 64),
        DRAFT,
    ),
    "protocol.proposed": (
        f'{{"version":"{NEW}","from_on":"2026-04-01","reason":"It was agreed."}}',
        PROPOSED,
    ),
    "protocol.approved": (
        f'{{"version":"{NEW}","proposal":2,"from_on":"2026-04-01"}}',
        ForceApproved(NEW, 2, LATER),
    ),
    "protocol.proposal-withdrawn": (
        f'{{"version":"{NEW}","proposal":2,"reason":"A mistake."}}',
        ProposalWithdrawn(NEW, 2, "A mistake."),
    ),
}


def test_each_kind_is_stored_as_it_was_from_the_beginning() -> None:
    assert STORED.keys() == CODEC.kinds.keys()
    for kind, (text, event) in STORED.items():
        assert CODEC.encode(event) == text
        assert CODEC.decode(kind, text) == event


def test_each_kind_has_a_sentence_without_what_was_typed_and_says_which_words_are_personal() -> (
    None
):
    for _text, event in STORED.values():
        sentence = event.sentence("The IRO manager", "Example procedure")
        assert sentence.startswith("The IRO manager ")
        assert "agreed" not in sentence
        assert "mistake" not in sentence
    personal = {
        (kind.KIND, name)
        for kind in KINDS
        for name, about in described(kind).items()
        if about.personal
    }
    assert personal == {("protocol.proposed", "reason"), ("protocol.proposal-withdrawn", "reason")}
