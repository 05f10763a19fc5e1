"""An authority, and the protocol files that it has stored."""

from django.db import models


class Authority(models.Model):
    """A council. Every other table carries its authority. `disputes` numbers the next one."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    is_example = models.BooleanField(default=False)
    disputes = models.PositiveIntegerField(default=0)

    class Meta:
        """An authority's name is shown; its number is in every other table."""

        db_table = "authority"
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class StoredProtocol(models.Model):
    """A protocol file as it was stored, found again by the hash of its content."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    hash = models.CharField(max_length=64)
    protocol_id = models.CharField(max_length=60)
    text = models.TextField()
    in_force = models.BooleanField(default=False)
    stored_at = models.DateTimeField()

    class Meta:
        """One protocol is in force for an authority at a time."""

        db_table = "protocol"
        constraints = (
            models.UniqueConstraint(fields=["authority", "hash"], name="protocol_once"),
            models.UniqueConstraint(
                fields=["authority"], condition=models.Q(in_force=True), name="one_in_force"
            ),
        )

    def __str__(self) -> str:
        return f"{self.protocol_id} {self.hash[:8]}"
