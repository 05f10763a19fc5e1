"""What every page shows around its own content: who is signed in, where, and the way to go."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the navigation; a page marks it as its own by `{% set nav = "key" %}`."""

    key: str
    text: str
    href: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The guard puts it on the request as `request.frame`; without it only the name is shown."""

    person_name: str
    authority_name: str
    is_example: bool
    links: tuple[Link, ...]
    sign_out_href: str
