"""The protocol of one's own authority, in plain words, each rule with its clause."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from concord.casework.actor import Viewer
from concord.casework.desk import looks_after
from concord.casework.queries.protocol import ProtocolView, dispute_protocol, protocol_view
from concord.core.protocol.accounts import accounts
from concord.core.protocol.definition import Clause, Protocol
from concord.core.workshop.drawing import drawn, plan_of
from concord.web.drawing import picture_of
from concord.web.guard import page
from concord.web.protocols.clauses import document_shown
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
        "cited": _cited(view.protocol),
        "looks_after": looks_after(viewer, at=at),
        "picture": picture_of(plan_of(view.protocol)),
        "nav": "protocol",
    }
    return render(request, "protocols/page.html", context)


@page
def protocol_clauses(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The document clause by clause, with what becomes of each in the protocol in force."""
    view = protocol_view(viewer, at=at)
    if view is None:
        raise Http404
    return _clauses(request, view, back=reverse("protocol"))


@page
def dispute_clauses(
    request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID
) -> HttpResponse:
    """The document clause by clause, in the version that a dispute began under."""
    view = dispute_protocol(viewer, dispute, at=at)
    return _clauses(request, view, back=reverse("dispute", kwargs={"dispute": dispute}))


def _clauses(request: HttpRequest, view: ProtocolView, *, back: str) -> HttpResponse:
    shown = document_shown(view.protocol, saying(view.protocol))
    context = {"view": view, "shown": shown, "back": back, "nav": "protocol"}
    return render(request, "protocols/clauses.html", context)


def _cited(protocol: Protocol) -> dict[str, Clause]:
    """The clauses that rules and readings rest on."""
    found = accounts(protocol)
    named = {name for name, each in found.items() if each.cites}
    named |= {each.clause for each in protocol.readings}
    return {name: clause for name, clause in protocol.clauses.items() if name in named}


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
