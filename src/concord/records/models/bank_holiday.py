"""Bank holidays that an authority added because they were announced late."""

from django.db import models

from concord.records.models.authority import Authority


class LateBankHoliday(models.Model):
    """A day that counts as a bank holiday for an authority from when it was added."""

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    nation = models.CharField(max_length=20)
    day = models.DateField()
    name = models.CharField(max_length=200)
    reason = models.TextField()
    person = models.CharField(max_length=40)
    added_at = models.DateTimeField()

    class Meta:
        """A day is added once for each nation."""

        db_table = "late_bank_holiday"
        constraints = (
            models.UniqueConstraint(
                fields=["authority", "nation", "day"], name="late_bank_holiday_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
