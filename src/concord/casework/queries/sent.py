"""Whether a form was sent before: the same key carries out its act once."""

from uuid import UUID

from concord.casework.actor import Viewer
from concord.records import find


def done_before(viewer: Viewer, key: str) -> UUID | None:
    """The dispute in which this person carried out the act with this key; None when nobody did."""
    known = find.command(key, person=viewer.person) if key else None
    return known[0] if known else None
