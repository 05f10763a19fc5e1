"""Every table carries its authority, and no row points from one authority into another."""

from django.db.models import ForeignKey

from concord.records.models import Authority
from tests.support.invariants import parents, tables


def test_every_table_carries_its_authority() -> None:
    assert len(tables()) > 10
    for model in tables():
        if model is not Authority:
            field = model._meta.get_field("authority")
            assert isinstance(field, ForeignKey), model
            assert (field.related_model, field.null) == (Authority, False), model


def test_the_tables_that_point_to_others_are_looked_at() -> None:
    looked_at = {(model.__name__, name) for model in tables() for name, _parent in parents(model)}
    assert {("DutyRow", "dispute"), ("DisputeRow", "child"), ("NoticeRow", "person")} <= looked_at
