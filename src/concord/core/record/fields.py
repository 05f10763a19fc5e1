"""How the fields of an event are described once, for forms, stories, sentences and redaction."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from concord.core.record.envelope import Event

Changed = TypeVar("Changed", bound=Event)


@dataclass(frozen=True, slots=True)
class About:
    """What a person is asked for in one field.

    `told` is the label for those who read the record, where the form speaks to who fills it in.
    `source` names the list that the choices come from (roles, stages, issues, ...), `personal`
    whether the words may be about a child or family, `given` whether a person types it at all.
    """

    label: str
    hint: str = ""
    told: str = ""
    needed: bool = False
    personal: bool = False
    source: str = ""
    given: bool = True
    large: bool = False


def asked(label: str, **about: Any) -> Any:
    """A field that a person fills in; an empty default is taken from its annotation's kind."""
    default = about.pop("default", "")
    return field(default=default, metadata={"about": About(label, **about)})


def words(label: str, *, hint: str = "", told: str = "", needed: bool = True) -> Any:
    """A large text box; its words may be about a child."""
    return asked(label, hint=hint, told=told, needed=needed, personal=True, large=True)


def filled(default: Any = "") -> Any:
    """A field that the decision fills in from the dispute, never a person."""
    return field(default=default, metadata={"about": About("", given=False)})


def described(kind: type[Event]) -> Mapping[str, About]:
    """The fields of an event kind with what is known about each, in the order of the form."""
    hashable: Any = kind
    return _described(hashable)


def missing_fields(event: Event) -> list[str]:
    """The names of the needed fields that are empty."""
    kind: Any = type(event)
    return [name for name in _needed(kind) if not getattr(event, name)]


def changed(event: Changed, **values: object) -> Changed:
    """The event with other values in some of its fields; `dataclasses.replace`, but quicker."""
    kind = type(event)
    return kind(**({name: getattr(event, name) for name in described(kind)} | values))


@cache
def _needed(kind: Any) -> tuple[str, ...]:
    return tuple(name for name, about in described(kind).items() if about.needed)


@cache
def _described(kind: Any) -> Mapping[str, About]:
    return MappingProxyType({each.name: _about(each) for each in fields(kind)})


def _about(each: Field[Any]) -> About:
    about = each.metadata.get("about")
    if not isinstance(about, About):
        raise TypeError(f"field {each.name} has no description ({each.default is MISSING})")
    return about
