"""Services and their teams."""

from django.db import models

from concord.records.models.authority import Authority


class Service(models.Model):
    """A group of teams under one service manager."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=200)

    class Meta:
        """A name is used once in an authority."""

        db_table = "service"
        constraints = (
            models.UniqueConstraint(fields=["authority", "name"], name="service_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """The team that works with a child."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    service = models.ForeignKey(Service, models.PROTECT)
    name = models.CharField(max_length=200)

    class Meta:
        """A name is used once in an authority."""

        db_table = "team"
        constraints = (
            models.UniqueConstraint(fields=["authority", "name"], name="team_name_once"),
        )

    def __str__(self) -> str:
        return self.name
