"""The protocol of one's own authority, in plain words, each rule with its clause."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from concord.casework.actor import Viewer
from concord.casework.queries.protocol import protocol_view
from concord.web.guard import page
from concord.web.protocols.saying import saying


@page
def protocol(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Stages, limits, roles, clauses and readings."""
    del at  # a protocol is the same at any time
    view = protocol_view(viewer)
    if view is None:
        raise Http404
    context = {"view": view, "said": saying(view.protocol), "nav": "protocol"}
    return render(request, "protocols/page.html", context)
