"""The record: what happened, entry by entry, never changed and never taken away."""

from django.db import models

from concord.records.models.authority import Authority


class EventRow(models.Model):
    """One entry. The database itself refuses to change or delete it (migration 0002)."""

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    stream = models.UUIDField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField(default=1)
    body = models.TextField()
    salt = models.CharField(max_length=32)
    person = models.CharField(max_length=40)
    capacity = models.CharField(max_length=60)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    hash = models.CharField(max_length=64)

    class Meta:
        """An entry's number exists once in its dispute: two writers cannot both be the next."""

        db_table = "event"
        constraints = (models.UniqueConstraint(fields=["stream", "seq"], name="event_once"),)

    def __str__(self) -> str:
        return f"{self.stream} {self.seq} {self.kind}"
