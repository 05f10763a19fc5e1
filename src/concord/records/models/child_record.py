"""The record of a child beside disputes as a row: its last entry, and when time has to act."""

from django.db import models

from concord.records.models.authority import Authority
from concord.records.models.child import Child


class ChildRecordRow(models.Model):
    """Where a child's own record stands. Derived: `rebuild` makes it again from the entries.

    `seen_by` are the roles that see something of it, each between two strokes.
    """

    id = models.UUIDField(primary_key=True)
    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    child = models.ForeignKey(Child, models.PROTECT, db_index=False)
    version = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64)
    next_due_at = models.DateTimeField(null=True)
    troubled_at = models.DateTimeField(null=True)
    seen_by = models.TextField(blank=True, default="")

    class Meta:
        """A child has one; sweeps find those in which time has to act."""

        db_table = "child_record"
        constraints = (models.UniqueConstraint(fields=["child"], name="child_record_once"),)
        indexes = (
            models.Index(
                fields=["next_due_at"],
                condition=models.Q(next_due_at__isnull=False),
                name="child_record_next_due",
            ),
        )

    def __str__(self) -> str:
        return str(self.id)
