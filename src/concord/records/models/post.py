"""Who holds which role, for whom."""

from django.db import models

from concord.records.models.authority import Authority
from concord.records.models.person import Person


class Post(models.Model):
    """A person holds a role for a child, a team, a service or the whole authority.

    `scope` says for what: "child:<id>", "team:<id>", "service:<id>" or "authority".
    """

    authority = models.ForeignKey(Authority, models.PROTECT, db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, db_index=False)
    role = models.CharField(max_length=60)
    scope = models.CharField(max_length=60)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        """Posts are found from a child's side and from a person's side."""

        db_table = "post"
        indexes = (
            models.Index(fields=["authority", "scope"], name="post_by_scope"),
            models.Index(fields=["person"], name="post_by_person"),
        )

    def __str__(self) -> str:
        return f"{self.role} for {self.scope}"
