"""The envelope of an event: who acted in which capacity, when it happened, when recorded."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, NamedTuple

from pydantic import ConfigDict

SYSTEM = "concord"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a dispute. Each kind says its stable name and its sentence."""

    __pydantic_config__ = ConfigDict(extra="forbid")
    KIND: ClassVar[str] = ""
    VERSION: ClassVar[int] = 1


class Recorded(NamedTuple):
    """One entry of the record, numbered from 1 within its dispute.

    `person` is an opaque id (`concord` for what a rule did by itself), `capacity` the role in
    which the person acted. `happened_at` and `recorded_at` are aware instants and two facts.
    """

    seq: int
    event: Event
    person: str
    capacity: str
    happened_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Actor:
    """Who wants to act: an opaque person id and the roles this person has in this dispute."""

    person: str
    roles: frozenset[str]
