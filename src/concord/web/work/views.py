"""My work: my duties by date, my team's, what I wait for, and what is on hold."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concord.casework.actions.time import bring_up_mine
from concord.casework.actor import Viewer
from concord.casework.queries.work import MOST, Urgency, Work, WorkItem, my_work
from concord.web.guard import page

TABS = ("mine", "team", "waiting", "held", "raised")
_TITLES = {
    Urgency.OVERDUE: "Overdue",
    Urgency.TODAY: "Due today",
    Urgency.UNDATED: "Waiting, no date stated",
    Urgency.SOON: "Due in the next two working days",
    Urgency.LATER: "Due later",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Duties that press equally, one below the other."""

    urgency: Urgency
    items: tuple[WorkItem, ...]

    @property
    def id(self) -> str:
        """The anchor of the group."""
        return self.urgency.value.replace(" ", "-")

    @property
    def title(self) -> str:
        """The heading of the group."""
        return _TITLES[self.urgency]


@page
def work(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The first page after signing in."""
    bring_up_mine(viewer, at=at)
    found = my_work(viewer, at=at)
    asked = request.GET.get("show", "mine")
    tab = asked if asked in TABS else "mine"
    context = {
        "work": found,
        "tab": tab,
        "groups": _groups(found, tab) if found else (),
        "shown": _shown(found, tab) if found else 0,
        "most": MOST,
        "nav": "work",
    }
    return render(request, "work/page.html", context)


def _shown(found: Work, tab: str) -> int:
    return len(getattr(found, tab))


def _groups(found: Work, tab: str) -> tuple[Group, ...]:
    items = {"mine": found.mine, "team": found.team, "waiting": found.waiting}.get(tab, ())
    pressing = groupby(items, key=lambda each: each.urgency)
    return tuple(Group(urgency, tuple(each)) for urgency, each in pressing)
