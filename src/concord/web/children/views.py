"""Find a child, and see the disputes about it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from concord.casework.actor import Viewer
from concord.casework.queries.child import MOST, child_view, find_children
from concord.core.dispute.words import Words
from concord.web.guard import page

_LONGEST_SEARCH = 100
_SEARCHES = "searches"
_KEPT_SEARCHES = 10


@page
def children(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Search by name or reference. The words come by form, so that no name is in an address.

    What was found has an address of its own, so that the browser's way back leads to it again; the
    words wait in the session, which ends with signing out.
    """
    if request.method == "POST":
        return redirect(f"{reverse('children')}?{urlencode({'search': _kept(request)})}")
    kept = request.session.get(_SEARCHES, {})
    words = kept.get(request.GET.get("search", ""), "")
    found = find_children(viewer, words=words, at=at)
    context = {"words": words, "found": found, "cut": len(found) == MOST, "nav": "children"}
    return render(request, "children/find.html", context)


def _kept(request: HttpRequest) -> str:
    """Keep the words of a search for this session. Out: the number under which they wait."""
    typed = request.POST.get("words", "")[:_LONGEST_SEARCH]
    words = "".join(each for each in typed if each.isprintable())
    kept = [*request.session.get(_SEARCHES, {}).items()]
    number = str(int(kept[-1][0]) + 1 if kept else 1)
    request.session[_SEARCHES] = dict([*kept, (number, words)][-_KEPT_SEARCHES:])
    return number


@page
def child(request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID) -> HttpResponse:
    """One child: disputes, who is who, and raising a concern."""
    view = child_view(viewer, child, at=at)
    context = {"view": view, "words": Words(view.protocol), "nav": "children"}
    return render(request, "children/page.html", context)
