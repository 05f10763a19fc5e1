"""Find a child, and see the disputes about it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concord.casework.actor import Viewer
from concord.casework.queries.child import MOST, child_view, find_children
from concord.core.dispute.words import Words
from concord.web.guard import page

_LONGEST_SEARCH = 100


@page
def children(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Search by name or reference. The words come by form, so that no name is in an address."""
    typed = request.POST.get("words", "")[:_LONGEST_SEARCH]
    words = "".join(each for each in typed if each.isprintable())
    found = find_children(viewer, words=words, at=at)
    context = {"words": words, "found": found, "cut": len(found) == MOST, "nav": "children"}
    return render(request, "children/find.html", context)


@page
def child(request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID) -> HttpResponse:
    """One child: disputes, who is who, and raising a concern."""
    view = child_view(viewer, child, at=at)
    context = {"view": view, "words": Words(view.protocol), "nav": "children"}
    return render(request, "children/page.html", context)
