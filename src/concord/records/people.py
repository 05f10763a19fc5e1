"""People who can sign in."""

from collections.abc import Iterable
from datetime import date

from concord.records.models import DutyRow, Person
from concord.records.posts import Holding
from concord.records.reach import duties_of


def active(pk: int) -> Person | None:
    """An active person with the authority; None for a leaver and for nobody."""
    people = Person.objects.select_related("authority").filter(pk=pk, is_active=True)
    return next(iter(people), None)


def overdue(pk: int, *, held: Iterable[Holding], today: date) -> int:
    """How many duties of a person under the posts held are overdue on a day."""
    return DutyRow.objects.filter(duties_of(held), person_id=pk, due_on__lt=today).count()
