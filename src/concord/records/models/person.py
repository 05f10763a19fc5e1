"""A person who can sign in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from concord.records.models.authority import Authority


class People(BaseUserManager["Person"]):
    """Finds people by the name that they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with a sign-in name, whatever its capitals."""
        return self.get(username__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who works for an authority. What they may do follows from their posts."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[Any] = People()

    class Meta:
        """People are listed by name."""

        db_table = "person"
        indexes = (models.Index(fields=["authority", "name"], name="person_by_name"),)

    def __str__(self) -> str:
        return self.name
