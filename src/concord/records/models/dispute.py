"""A dispute as a row: a fold of its entries that lists and sweeps can search."""

from django.db import models

from concord.records.models.authority import Authority, StoredProtocol
from concord.records.models.child import Child
from concord.records.models.person import Person


class DisputeRow(models.Model):
    """Where a dispute stands. Derived: `rebuild` makes it again from the entries.

    `child` is the first of the `children` that it is about.

    `seen_by` are the roles with a part in it, each between two strokes: "|iro|team-manager|".
    """

    id = models.UUIDField(primary_key=True)
    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    protocol = models.ForeignKey(StoredProtocol, models.PROTECT, db_index=False)
    child = models.ForeignKey(Child, models.PROTECT, db_index=False)
    raiser = models.ForeignKey(Person, models.PROTECT, db_index=False)
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64)
    phase = models.CharField(max_length=20)
    rung = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    total_due_on = models.DateField(null=True)
    stage_due_on = models.DateField(null=True)
    held_until = models.DateField(null=True)
    with_outside = models.CharField(max_length=60, blank=True)
    next_due_at = models.DateTimeField(null=True)
    troubled_at = models.DateTimeField(null=True)
    seen_by = models.TextField(blank=True, default="")
    children = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """Found by child, by raiser, by number, and by the next moment at which time acts."""

        db_table = "dispute"
        constraints = (
            models.UniqueConstraint(fields=["authority", "number"], name="dispute_number_once"),
        )
        indexes = (
            models.Index(
                fields=["next_due_at"],
                condition=models.Q(next_due_at__isnull=False),
                name="dispute_next_due",
            ),
            models.Index(fields=["child", "opened_at"], name="dispute_by_child"),
            models.Index(fields=["raiser", "phase"], name="dispute_by_raiser"),
            models.Index(
                fields=["raiser", "held_until"],
                condition=models.Q(held_until__isnull=False),
                name="dispute_on_hold",
            ),
        )

    def __str__(self) -> str:
        return f"D-{self.number}"


class Sibling(models.Model):
    """A further child of a dispute that is about several. Derived."""

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    dispute = models.ForeignKey(DisputeRow, models.CASCADE, db_index=False)
    child = models.ForeignKey(Child, models.PROTECT, db_index=False)
    place = models.PositiveSmallIntegerField()

    class Meta:
        """Found by dispute, in the order in which they were named, and by child."""

        db_table = "sibling"
        constraints = (
            models.UniqueConstraint(fields=["dispute", "place"], name="sibling_place_once"),
        )
        indexes = (models.Index(fields=["child", "dispute"], name="sibling_by_child"),)

    def __str__(self) -> str:
        return f"{self.dispute_id} {self.place}"
