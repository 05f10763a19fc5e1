"""How the fields of an event are described once, for forms, stories, sentences and redaction."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any

from concord.core.record.envelope import Event


@dataclass(frozen=True, slots=True)
class About:
    """What a person is asked for in one field.

    `source` names the list that the choices come from (roles, stages, issues, ...), `personal`
    whether the words may be about a child or family, `given` whether a person types it at all.
    `told` is what it is called in the record, for those who did not type it; a field that has it
    is shown there. `past` is said of a day on which something happened: it is never ahead.
    """

    label: str
    hint: str = ""
    needed: bool = False
    personal: bool = False
    source: str = ""
    given: bool = True
    large: bool = False
    told: str = ""
    past: bool = False


def asked(label: str, **about: Any) -> Any:
    """A field that a person fills in; an empty default is taken from its annotation's kind."""
    default = about.pop("default", "")
    return field(default=default, metadata={"about": About(label, **about)})


def words(label: str, *, hint: str = "", needed: bool = True, told: str = "") -> Any:
    """A large text box; its words may be about a child."""
    return asked(label, hint=hint, needed=needed, personal=True, large=True, told=told)


def filled(default: Any = "") -> Any:
    """A field that the decision fills in from the dispute, never a person."""
    return field(default=default, metadata={"about": About("", given=False)})


def described(kind: type[Event]) -> Mapping[str, About]:
    """The fields of an event kind with what is known about each, in the order of the form."""
    hashable: Any = kind
    return _described(hashable)


def missing_fields(event: Event) -> tuple[str, ...]:
    """The names of the needed fields that are empty."""
    return tuple(
        name
        for name, about in described(type(event)).items()
        if about.needed and not getattr(event, name)
    )


@cache
def _described(kind: Any) -> Mapping[str, About]:
    return MappingProxyType({each.name: _about(each) for each in fields(kind)})


def _about(each: Field[Any]) -> About:
    about = each.metadata.get("about")
    if not isinstance(about, About):
        raise TypeError(f"field {each.name} has no description ({each.default is MISSING})")
    return about
