"""Which acts were already carried out, so that pressing twice does it once."""

from django.db import models

from concord.records.models.authority import Authority
from concord.records.models.person import Person


class Command(models.Model):
    """A key that a form or client made for one act, and the dispute's version after it."""

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, db_index=False)
    key = models.CharField(max_length=64, unique=True)
    dispute = models.UUIDField()
    version = models.PositiveIntegerField()
    done_at = models.DateTimeField()

    class Meta:
        """Old keys can be dropped by age."""

        db_table = "command"
        indexes = (models.Index(fields=["done_at"], name="command_by_age"),)

    def __str__(self) -> str:
        return self.key
