"""What holds in the records after every act, fault and sweep: the invariants, each looked at.

`everything(at)` looks at every dispute there is. It recomputes from the entries, and compares with
what is stored; where a recomputation is a rule of the core, `tests.core.dispute.holding` has it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.apps import apps
from django.db.models import F, ForeignKey, Model, Q

from concord.casework.actions.rebuilding import compare_all, verify_all
from concord.casework.loading import caught_up, held_in, matter_from
from concord.core.clock.london import local_date
from concord.core.dispute.matter import Matter
from concord.core.dispute.tellings import tellings
from concord.core.record.envelope import SYSTEM
from concord.records import log
from concord.records.models import DisputeRow, EventRow, NoticeRow, Post, ProtocolBook
from concord.records.standing import Standing, standing
from tests.core.dispute import holding

Told = tuple[int, str, int, date | None]


def everything(*, at: datetime) -> int:
    """Look at all of it, for a database whose posts have not changed. Out: how many disputes."""
    found = list(DisputeRow.objects.values_list("pk", "authority_id"))
    for pk, authority in found:
        row = standing(pk, authority=authority)
        assert row
        _dispute(row, at)
    assert [each for each in (*verify_all(), *compare_all(at=at)) if each.wrong] == []
    _authorities_are_those_of_the_parents()
    return len(found)


def _dispute(row: Standing, at: datetime) -> None:
    entries = log.entries_of(row.id)
    assert [entry.seq for entry in entries] == list(range(1, row.version + 1))
    recorded = matter_from(row, entries)
    brought_up, _by_time = caught_up(recorded, at=at)
    holding.everything(brought_up, at=at)
    _each_acted_in_a_capacity_held_then(row, recorded)
    assert sorted(_implied(row, recorded), key=str) == sorted(_told(row.id), key=str)


def _each_acted_in_a_capacity_held_then(row: Standing, matter: Matter) -> None:
    for entry in matter.dispute.entries:
        on = local_date(entry.happened_at)
        held = held_in(row, today=on).together.get(entry.capacity, ())
        assert entry.person == SYSTEM or int(entry.person) in held, entry


def _implied(row: Standing, matter: Matter) -> Iterator[Told]:
    """Who is to be told because of the entries: number of the entry, kind, person, day."""
    entries = matter.dispute.entries
    for entry in entries:
        after = matter_from(row, entries[: entry.seq])
        held = held_in(row, today=local_date(entry.recorded_at)).together
        told = {
            (entry.seq, telling.kind.value, person): telling.due_on
            for telling in reversed(tellings(after, entry))
            for person in held.get(telling.role, ())
            if str(person) != entry.person
        }
        yield from ((*key, due_on) for key, due_on in told.items())


def _told(pk: UUID) -> Iterator[Told]:
    """Who was told because of the entries, as the outbox has it; reminders are left out."""
    for row in NoticeRow.objects.filter(dispute=pk).exclude(kind__in=("soon", "today")):
        seq = int(row.key.split(":")[1])
        yield seq, row.kind, row.person_id, row.due_on


def _authorities_are_those_of_the_parents() -> None:
    for model in tables():
        for name, parent in parents(model):
            other = Q(authority_id=F(f"{name}__authority_id"))
            strays = model._default_manager.exclude(other).exclude(**{f"{name}__isnull": True})
            assert not strays.exists(), f"{model.__name__}: not the authority of its {parent}"
    books = dict(ProtocolBook.objects.values_list("pk", "authority_id"))
    of_books = EventRow.objects.filter(stream__in=books).values_list("stream", "authority_id")
    assert all(books[stream] == authority for stream, authority in of_books)
    assert (
        EventRow.objects.exclude(stream__in=books)
        .exclude(
            authority_id__in=DisputeRow.objects.filter(
                pk__in=EventRow.objects.values("stream")
            ).values("authority_id")
        )
        .count()
        == 0
    )
    assert not Post.objects.exclude(person__authority_id=F("authority_id")).exists()


def tables() -> list[type[Model]]:
    """Every table of the product."""
    return list(apps.get_app_config("records").get_models())


def parents(model: type[Model]) -> Iterator[tuple[str, str]]:
    """The foreign keys of a table to tables that carry an authority: field and table."""
    for field in model._meta.get_fields():
        if isinstance(field, ForeignKey) and field.name != "authority":
            yield field.name, field.related_model.__name__


def stored() -> dict[str, list[tuple[object, ...]]]:
    """Everything that is stored, table by table, to see whether anything has changed."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list())
        for model in tables()
    }
