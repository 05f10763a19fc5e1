"""Who is signed in, and what the frame around every page says."""

from dataclasses import dataclass
from datetime import datetime

from concord.casework.actor import Viewer
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.protocol.ladders import raisers_of_any
from concord.records import find, people, posts


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A signed-in person with the authority's name and what the navigation needs to know."""

    viewer: Viewer
    authority_name: str
    is_example: bool
    overdue: int
    may_raise: bool


def signed_in(person: int, *, at: datetime) -> SignedIn | None:
    """The signed-in person at an aware instant; None when the account is no longer active."""
    found = people.active(person)
    if found is None:
        return None
    stored = find.protocol_in_force(found.authority_id, on=local_date(at))
    raisers = raisers_of_any(protocol_of(stored.hash)) if stored else ()
    held = posts.posts_of(person, today=local_date(at))
    return SignedIn(
        Viewer(found.pk, found.authority_id, found.name),
        found.authority.name,
        found.authority.is_example,
        people.overdue(person, held=held, today=local_date(at)),
        any(post.role in raisers for post in held),
    )
