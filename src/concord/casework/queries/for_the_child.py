"""The challenges made for one child, in plain words, for whoever reads them with the child."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.loading import NotFound, load
from concord.casework.queries.child import child_view
from concord.core.dispute.plainly import Challenge, is_for_the_child, plainly


@dataclass(frozen=True, slots=True)
class ForTheChild:
    """The page of one child: the name, and the challenges, the last one first."""

    name: str
    challenges: tuple[Challenge, ...]


def challenges_for(viewer: Viewer, pk: UUID, *, at: datetime) -> ForTheChild:
    """The challenges made for a child that a person has a part in, at an aware instant.

    IRO Handbook 2010 chapter 6: the child is told of them. It is for those who raise concerns for
    the child; raises NotFound for anybody else.
    """
    view = child_view(viewer, pk, at=at)
    if not view.may_raise:
        raise NotFound
    matters = (load(viewer, line.id, at=at).matter for line in view.disputes)
    found = [plainly(matter) for matter in matters if is_for_the_child(matter)]
    ordered = sorted(found, key=lambda each: each.raised_on, reverse=True)
    return ForTheChild(view.child.name, tuple(ordered))
