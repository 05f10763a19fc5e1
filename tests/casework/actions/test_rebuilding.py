"""Rows follow from entries; what does not is found, and made again."""

from datetime import date, timedelta

import pytest
from django.db import connection

from concord.casework.actions.rebuilding import compare_all, rebuild_all, verify_all
from concord.casework.actions.time import sweep_deadlines
from concord.records.models import DisputeRow, DutyRow, EventRow
from tests.support.emptying import triggers_off
from tests.support.little import DAY, RAISED_AT, little_authority, raised, talked_again

pytestmark = pytest.mark.django_db
LATER = RAISED_AT + 10 * DAY


def _wrong() -> list[str]:
    return [sentence for each in compare_all(at=LATER) for sentence in each.wrong]


def _broken() -> list[str]:
    return [sentence for each in verify_all() for sentence in each.wrong]


def test_rows_follow_from_entries_after_acts_and_sweeps() -> None:
    cast = little_authority()
    for child in range(3):
        talked_again(cast, raised(cast, child=child), at=RAISED_AT + DAY, child=child)
    assert _wrong() == []
    assert sweep_deadlines(at=LATER, most=100).entries > 0
    assert _wrong() == []
    assert [each.wrong for each in verify_all()] == [()] * 3


def test_a_row_that_says_something_else_is_named_and_made_again() -> None:
    dispute = raised(little_authority())
    DisputeRow.objects.filter(pk=dispute).update(phase="resolved", held_until=date(2026, 12, 1))
    assert _wrong() == [
        "phase is resolved and should be informal",
        "held_until is 2026-12-01 and should be None",
    ]
    assert [each.wrong != () for each in rebuild_all(at=LATER)] == [True]
    assert _wrong() == []
    assert DisputeRow.objects.get(pk=dispute).phase == "informal"


def test_a_duty_that_is_missing_changed_or_owed_by_nobody_is_named_and_made_again() -> None:
    dispute = raised(little_authority())
    duties = DutyRow.objects.filter(dispute_id=dispute).order_by("pk")
    before = list(duties.values_list("key", "person_id", "what", "due_on"))
    first, second, *_ = duties
    first.delete()
    DutyRow.objects.filter(pk=second.pk).update(what="Something else")
    named = _wrong()
    assert (
        f"duty {first.key} of person {first.person_id}: key is None and should be {first.key}"
        in named
    )
    assert any(
        f"{second.key} of person {second.person_id}: what is Something else" in each
        for each in named
    )
    assert len(named) == 2
    list(rebuild_all(at=LATER))
    assert _wrong() == []
    assert sorted(duties.values_list("key", "person_id", "what", "due_on"), key=str) == sorted(
        before, key=str
    )


def test_rebuilding_writes_no_entry_and_sends_nobody_a_notice() -> None:
    raised(little_authority())
    before = (EventRow.objects.count(), _notices())
    list(rebuild_all(at=LATER))
    assert (EventRow.objects.count(), _notices()) == before


def _notices() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM notice")
        return int(cursor.fetchone()[0])


def test_entries_without_a_row_are_named() -> None:
    dispute = raised(little_authority())
    DutyRow.objects.filter(dispute_id=dispute).delete()
    DisputeRow.objects.filter(pk=dispute).delete()
    assert _wrong() == _broken() == ["it has entries and no row"]


TAMPERED = {
    "the words": "UPDATE event SET body = replace(body, 'A date', 'No date') WHERE seq = 1",
    "the person": "UPDATE event SET person = '999999' WHERE seq = 2",
    "the capacity": "UPDATE event SET capacity = 'director' WHERE seq = 2",
    "an entry taken out": "DELETE FROM event WHERE seq = 1",
    "the last entry taken out": "DELETE FROM event WHERE seq = 2",
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("statement", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_changed_record_is_seen(statement: str) -> None:
    raised(little_authority(), at=RAISED_AT - timedelta(hours=1))
    assert _broken() == []
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert len(_broken()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_dispute_whose_record_was_changed_is_not_rebuilt_from_it() -> None:
    raised(little_authority())
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute(TAMPERED["the words"])
    DisputeRow.objects.update(phase="withdrawn")
    (looked,) = rebuild_all(at=LATER)
    assert looked.wrong[0].startswith("the record was changed: entry 1 of ")
    assert DisputeRow.objects.get().phase == "withdrawn"
