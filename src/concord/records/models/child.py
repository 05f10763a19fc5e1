"""A child whose disputes are on record."""

import uuid

from django.db import models

from concord.records.models.authority import Authority
from concord.records.models.team import Team


class Child(models.Model):
    """A child in care or on a child protection plan. The id means nothing outside.

    `family` is the council's own reference of the family, the same for siblings.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, models.PROTECT)
    team = models.ForeignKey(Team, models.PROTECT)
    name = models.CharField(max_length=200)
    search_name = models.CharField(max_length=200)
    reference = models.CharField(max_length=40)
    born_on = models.DateField()
    status = models.CharField(max_length=40)
    in_court = models.BooleanField(default=False)
    family = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        """Children are found by name, by the council's own reference, or by their family's."""

        db_table = "child"
        indexes = (
            models.Index(fields=["authority", "search_name"], name="child_by_name"),
            models.Index(
                fields=["authority", "family"],
                condition=~models.Q(family=""),
                name="child_by_family",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["authority", "reference"], name="child_reference_once"),
        )

    def __str__(self) -> str:
        return self.reference
