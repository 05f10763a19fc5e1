"""Who is asking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in person: number, authority, name. Nothing is looked up or done without one."""

    person: int
    authority: int
    name: str
