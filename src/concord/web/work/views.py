"""My work: my duties by date, my team's, what I wait for, and what is on hold."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concord.casework.actor import Viewer
from concord.casework.queries.work import my_work
from concord.web.guard import page

TABS = ("mine", "team", "waiting", "held", "raised")


@page
def work(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The first page after signing in."""
    found = my_work(viewer, at=at)
    tab = request.GET.get("show", "mine")
    context = {"work": found, "tab": tab if tab in TABS else "mine", "nav": "work"}
    return render(request, "work/page.html", context)
