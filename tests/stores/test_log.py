"""The record on either database: numbered, chained, added to, and never changed."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from concord.core.dispute.events import CaseNoteWritten
from concord.core.record.chain import GENESIS
from concord.core.record.envelope import Recorded
from concord.records import log
from concord.records.log import BrokenChain, Head, StaleRecord
from concord.records.models import EventRow
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.emptying import triggers_off

pytestmark = pytest.mark.django_db
LETTERS = "Ní Dhomhnaill, O'Brien, 李, 🙂, \u202bשלום\u202c, %s, \\, \n\ttab"


def _entry(seq: int, text: str = "A note.", minutes: int = 0) -> Recorded:
    at = MONDAY + timedelta(minutes=minutes, microseconds=1)
    return Recorded(seq, CaseNoteWritten(text=text), "7", "iro", at, at)


def _write(cast: Cast, stream: UUID, *entries: Recorded, head: Head | None = None) -> Head:
    rows, last = log.sealed(cast.authority, stream, head=head or Head(), entries=entries)
    log.append(rows)
    return last


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol")


@pytest.fixture
def stream(cast: Cast) -> UUID:
    """A dispute's record with four entries."""
    stream = uuid4()
    _write(cast, stream, *(_entry(seq, f"Note {seq}.", seq) for seq in range(1, 5)))
    return stream


def test_entries_come_back_as_they_were_written_and_in_order(cast: Cast) -> None:
    stream = uuid4()
    written = (_entry(1, LETTERS), _entry(2, "x" * 20_000, 1), _entry(3, "", 2))
    _write(cast, stream, *written)
    assert log.entries_of(stream) == written


def test_several_records_are_read_at_once_and_do_not_mix(cast: Cast) -> None:
    one, other, none = uuid4(), uuid4(), uuid4()
    _write(cast, one, _entry(1, "One."))
    _write(cast, other, _entry(1, "Other."), _entry(2, "More."))
    found = log.entries_of_many([other, none, one])
    assert {stream: len(entries) for stream, entries in found.items()} == {
        other: 2,
        none: 0,
        one: 1,
    }
    assert found[one] == log.entries_of(one)


def test_what_follows_a_head_is_chained_to_it(cast: Cast) -> None:
    stream = uuid4()
    head = _write(cast, stream, _entry(1))
    assert (head.seq, head.hash == GENESIS) == (1, False)
    assert log.verify(stream) == head
    after = _write(cast, stream, _entry(2), _entry(3), head=head)
    assert log.verify(stream) == after


def test_two_records_with_the_same_words_have_different_hashes(cast: Cast) -> None:
    one, other = uuid4(), uuid4()
    assert _write(cast, one, _entry(1)).hash != _write(cast, other, _entry(1)).hash
    salts = EventRow.objects.values_list("salt", flat=True)
    assert len(set(salts)) == 2


def test_writing_after_an_old_head_is_stale_and_leaves_nothing(cast: Cast, stream: UUID) -> None:
    before = log.entries_of(stream)
    with pytest.raises(StaleRecord), transaction.atomic():
        _write(cast, stream, _entry(3), _entry(4), _entry(5), head=Head(2, "0" * 64))
    assert log.entries_of(stream) == before


_COLUMNS = (
    "authority_id, stream, seq, kind, version, body, salt, person, capacity, happened_at, "
    "recorded_at, hash"
)
_AGAIN = "INSERT INTO event (COLUMNS) SELECT COLUMNS FROM event WHERE seq = 2".replace(
    "COLUMNS", _COLUMNS
)


def test_an_entrys_number_exists_once_in_its_dispute(stream: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_AGAIN)


REFUSED = {
    "changing words": "UPDATE event SET body = '{}'",
    "changing one entry": "UPDATE event SET capacity = 'director' WHERE seq = 2",
    "moving it in time": "UPDATE event SET happened_at = recorded_at",
    "changing nothing": "UPDATE event SET seq = seq",
    "deleting all": "DELETE FROM event",
    "deleting the last": "DELETE FROM event WHERE seq = 4",
    "writing over it": f"{_AGAIN} ON CONFLICT (stream, seq) DO UPDATE SET body = '{{}}'",
}
REFUSED_ON_ONE = {
    "sqlite": {
        "replacing an entry by its id": "REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "replacing an entry by its number": _AGAIN.replace("INSERT", "INSERT OR REPLACE"),
        "replacing it by an update": "UPDATE OR REPLACE event SET seq = 3 WHERE seq = 2",
    },
    "postgresql": {"emptying the table": "TRUNCATE event CASCADE"},
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_the_database_itself_refuses_to_change_an_entry(stream: UUID, statement: str) -> None:
    _refused(stream, statement)


def test_the_database_refuses_what_only_it_can_do(stream: UUID) -> None:
    for statement in REFUSED_ON_ONE[connection.vendor].values():
        _refused(stream, statement)


def _refused(stream: UUID, statement: str) -> None:
    before = (log.entries_of(stream), log.verify(stream))
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert (log.entries_of(stream), log.verify(stream)) == before


def test_the_models_cannot_change_an_entry_either(stream: UUID) -> None:
    last = EventRow.objects.get(stream=stream, seq=4)
    for change in (last.delete, last.save, EventRow.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert log.verify(stream).seq == 4


Tampering = Callable[[UUID], None]


def _set(column: str, value: object) -> Tampering:
    return lambda stream: _change(stream, 2, {column: value})


def _change(stream: UUID, seq: int, columns: dict[str, object]) -> None:
    EventRow.objects.filter(stream=stream, seq=seq).update(**columns)


def _swap(stream: UUID) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        _change(stream, old, {"seq": new})


def _swap_words(stream: UUID) -> None:
    two, three = (EventRow.objects.get(stream=stream, seq=seq) for seq in (2, 3))
    _change(stream, 2, {"body": three.body, "salt": three.salt, "hash": three.hash})
    _change(stream, 3, {"body": two.body, "salt": two.salt, "hash": two.hash})


def _remove(stream: UUID) -> None:
    EventRow.objects.filter(stream=stream, seq=2).delete()


def _remove_and_close_the_gap(stream: UUID) -> None:
    _remove(stream)
    for seq in (3, 4):
        _change(stream, seq, {"seq": seq - 1})


def _put_in_between(stream: UUID) -> None:
    for seq in (4, 3):
        _change(stream, seq, {"seq": seq + 1})
    row = EventRow.objects.get(stream=stream, seq=2)
    row.pk, row.seq = None, 3
    row.save(force_insert=True)


TAMPERINGS: dict[str, Tampering] = {
    "other words": _set("body", '{"text": "Other words."}'),
    "another salt": _set("salt", "0" * 32),
    "another kind": _set("kind", "dispute.obstacle-recorded"),
    "another version": _set("version", 2),
    "another person": _set("person", "8"),
    "another capacity": _set("capacity", "director"),
    "another moment": _set("happened_at", MONDAY),
    "a moment later by a microsecond": _set(
        "recorded_at", MONDAY + timedelta(minutes=2, microseconds=2)
    ),
    "another hash": _set("hash", "f" * 64),
    "two entries in another order": _swap,
    "two entries with each other's words": _swap_words,
    "an entry taken out": _remove,
    "an entry taken out and the gap closed": _remove_and_close_the_gap,
    "an entry put in between": _put_in_between,
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("tamper", TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_a_change_behind_the_databases_back_is_found(stream: UUID, tamper: Tampering) -> None:
    assert log.verify(stream).seq == 4
    with triggers_off():
        tamper(stream)
    with pytest.raises(BrokenChain, match=r"entry [2345] of "):
        log.verify(stream)


@pytest.mark.django_db(transaction=True)
def test_an_entry_made_up_with_a_right_hash_needs_every_later_hash_to_change(
    cast: Cast, stream: UUID
) -> None:
    first, second, *_ = EventRow.objects.filter(stream=stream).order_by("seq")
    forged = _entry(2, "Note 2.", 2)._replace(event=CaseNoteWritten(text="Forged."))
    rows, _ = log.sealed(cast.authority, stream, head=Head(1, first.hash), entries=[forged])
    with triggers_off():
        second.delete()
        log.append(rows)
    with pytest.raises(BrokenChain, match="entry 3 of "):
        log.verify(stream)
