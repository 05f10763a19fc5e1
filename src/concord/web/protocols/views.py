"""The protocol of one's own authority, in plain words, each rule with its clause."""

from collections.abc import Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from concord.casework.actor import Viewer
from concord.casework.queries.protocol import protocol_view
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import ladder_of, on_each_ladder
from concord.core.workshop.drawing import drawn, plan_of
from concord.web.drawing import Picture, picture_of
from concord.web.guard import page
from concord.web.protocols.saying import saying

# A browser that opens the file itself lets it load, run and send nothing.
_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"


@page
def protocol(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Stages, limits, roles, clauses and readings."""
    del at  # a protocol is the same at any time
    view = protocol_view(viewer)
    if view is None:
        raise Http404
    context = {
        "view": view,
        "said": saying(view.protocol),
        "pictures": tuple(_pictures(view.protocol)),
        "nav": "protocol",
    }
    return render(request, "protocols/page.html", context)


def _pictures(protocol: Protocol) -> Iterator[tuple[str, Picture]]:
    """The drawing of each ladder with its name; of the one ladder without a name."""
    for number, each in enumerate(on_each_ladder(protocol)):
        ladder = ladder_of(each)
        prefix = f"ladder-{number}" if number else "drawing"
        yield ladder.label if ladder else "", picture_of(plan_of(each), prefix=prefix)


@page
def protocol_drawing(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The drawing as a file of its own, for printing and for passing on."""
    del at  # a protocol is the same at any time
    view = protocol_view(viewer)
    if view is None:
        raise Http404
    wanted = request.GET.get("ladder", "")
    named = {str(n): each for n, each in enumerate(on_each_ladder(view.protocol), start=1)}
    shown = named.get(wanted, named["1"])
    response = HttpResponse(drawn(plan_of(shown)), content_type="image/svg+xml")
    name = f"{view.protocol.id}{f'-{wanted}' if wanted in named else ''}"
    response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    response["Content-Security-Policy"] = _NOTHING_ELSE
    return response
