"""The record of an authority's protocol as rows: its last entry, and what is in force from when."""

from django.db import models

from concord.records.models.authority import Authority, StoredProtocol


class ProtocolBook(models.Model):
    """One authority's protocol: the id of its record, and its last entry. Derived."""

    id = models.UUIDField(primary_key=True)
    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    version = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        """An authority has one."""

        db_table = "protocol_book"
        constraints = (
            models.UniqueConstraint(fields=["authority"], name="protocol_book_of_authority"),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.version}"


class ProtocolTerm(models.Model):
    """From which day a version is in force. `seq` is the entry that approved it. Derived."""

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    protocol = models.ForeignKey(StoredProtocol, models.PROTECT, db_index=False)
    from_on = models.DateField()
    seq = models.PositiveIntegerField()

    class Meta:
        """The version of a day is found by authority and day."""

        db_table = "protocol_term"
        constraints = (
            models.UniqueConstraint(fields=["authority", "seq"], name="protocol_term_once"),
        )
        indexes = (models.Index(fields=["authority", "from_on"], name="protocol_term_by_day"),)

    def __str__(self) -> str:
        return f"{self.protocol_id} from {self.from_on}"
