"""The open duties of all disputes and children's records as rows: the work trays."""

from django.db import models

from concord.records.models.authority import Authority
from concord.records.models.child import Child
from concord.records.models.child_record import ChildRecordRow
from concord.records.models.dispute import DisputeRow
from concord.records.models.person import Person
from concord.records.models.team import Service, Team


class DutyRow(models.Model):
    """One open duty of one person; without a person where nobody holds the role. It is owed in a
    dispute, or in a child's own record.

    Derived: `rebuild` makes it again. `child` is the one for whom the person holds the role, with
    its team and service; `remind_at` is the next moment at which a reminder is due.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    dispute = models.ForeignKey(DisputeRow, models.CASCADE, null=True)
    record = models.ForeignKey(ChildRecordRow, models.CASCADE, null=True)
    person = models.ForeignKey(Person, models.PROTECT, db_index=False, null=True)
    raiser = models.ForeignKey(Person, models.PROTECT, db_index=False, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, db_index=False)
    child = models.ForeignKey(Child, models.PROTECT, db_index=False)
    key = models.CharField(max_length=120)
    role = models.CharField(max_length=60)
    what = models.CharField(max_length=1000)
    clause = models.CharField(max_length=60)
    act = models.CharField(max_length=60, blank=True)
    must = models.BooleanField()
    since = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    remind_at = models.DateTimeField(null=True)

    class Meta:
        """Trays are read by person, by team and service, and by raiser; sweeps by reminder."""

        db_table = "duty"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(dispute__isnull=True) ^ models.Q(record__isnull=True),
                name="duty_in_one_record",
            ),
        )
        indexes = (
            models.Index(fields=["person", "due_on"], name="duty_by_person"),
            models.Index(fields=["raiser", "due_on"], name="duty_by_raiser"),
            models.Index(fields=["team", "role", "due_on"], name="duty_by_team"),
            models.Index(fields=["service", "role", "due_on"], name="duty_by_service"),
            models.Index(fields=["authority", "role", "due_on"], name="duty_by_authority"),
            models.Index(
                fields=["remind_at"],
                condition=models.Q(remind_at__isnull=False),
                name="duty_remind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} by {self.due_on}"
