"""The outbox: which person is to be told that something waits, without saying what."""

from django.db import models

from concord.records.models.authority import Authority
from concord.records.models.person import Person


class NoticeRow(models.Model):
    """One message to one person. `key` makes it exist once, whatever is repeated or restarted.

    There is nothing about a child in it: a kind, a day, and whom it goes to. `dispute` is an
    opaque id without a foreign key, so that a row can be sent when the dispute is locked.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, db_index=False)
    key = models.CharField(max_length=200, unique=True)
    dispute = models.UUIDField()
    kind = models.CharField(max_length=40)
    due_on = models.DateField(null=True)
    created_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    gave_up_at = models.DateTimeField(null=True)

    class Meta:
        """The sender looks only at what is not sent yet."""

        db_table = "notice"
        indexes = (
            models.Index(
                fields=["created_at"],
                condition=models.Q(sent_at__isnull=True, gave_up_at__isnull=True),
                name="notice_to_send",
            ),
            models.Index(fields=["person", "created_at"], name="notice_by_person"),
        )

    def __str__(self) -> str:
        return self.key
