"""People who can sign in."""

from datetime import date

from concord.records.models import DutyRow, Person


def active(pk: int) -> Person | None:
    """An active person with the authority; None for a leaver and for nobody."""
    people = Person.objects.select_related("authority").filter(pk=pk, is_active=True)
    return next(iter(people), None)


def overdue(pk: int, *, today: date) -> int:
    """How many duties of a person are overdue on a day."""
    return DutyRow.objects.filter(person_id=pk, due_on__lt=today).count()
