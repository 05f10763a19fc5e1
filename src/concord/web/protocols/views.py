"""The protocol of one's own authority, in plain words, each rule with its clause."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from concord.casework.actor import Viewer
from concord.casework.desk import looks_after
from concord.casework.queries.protocol import protocol_view
from concord.core.workshop.drawing import drawn, plan_of
from concord.web.drawing import picture_of
from concord.web.guard import page
from concord.web.protocols.saying import saying

# A browser that opens the file itself lets it load, run and send nothing.
_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"


@page
def protocol(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Stages, limits, roles, clauses and readings."""
    view = protocol_view(viewer, at=at)
    if view is None:
        raise Http404
    context = {
        "view": view,
        "said": saying(view.protocol),
        "looks_after": looks_after(viewer, at=at),
        "picture": picture_of(plan_of(view.protocol)),
        "nav": "protocol",
    }
    return render(request, "protocols/page.html", context)


@page
def protocol_drawing(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The drawing as a file of its own, for printing and for passing on."""
    del request
    view = protocol_view(viewer, at=at)
    if view is None:
        raise Http404
    response = HttpResponse(drawn(plan_of(view.protocol)), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{view.protocol.id}.svg"'
    response["Content-Security-Policy"] = _NOTHING_ELSE
    return response
