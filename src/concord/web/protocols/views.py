"""The protocol of one's own authority, in plain words, each rule with its clause."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from concord.casework.actor import Viewer
from concord.casework.desk import looks_after
from concord.casework.queries.protocol import (
    ProtocolView,
    dispute_protocol,
    protocol_checked,
    protocol_view,
)
from concord.core.protocol.accounts import accounts
from concord.core.protocol.definition import Clause, Protocol
from concord.core.protocol.ladders import on_each_ladder
from concord.core.workshop.drawing import drawn, plan_of
from concord.web.drawing import pictures_of
from concord.web.guard import page
from concord.web.protocols.clauses import document_shown
from concord.web.protocols.saying import saying

_IN_FORCE = {"rules": "protocol", "clauses": "protocol-clauses"}
# A browser that opens the file itself lets it load, run and send nothing.
_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"


@page
def protocol(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Stages, limits, roles, clauses and readings."""
    view = protocol_view(viewer, at=at)
    if view is None:
        raise Http404
    return _rules(request, view, looks_after=looks_after(viewer, at=at))


@page
def dispute_rules(
    request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID
) -> HttpResponse:
    """The same for the version that a dispute runs under, whatever is in force."""
    view = dispute_protocol(viewer, dispute, at=at)
    return _rules(request, view, dispute=dispute)


def _rules(
    request: HttpRequest,
    view: ProtocolView,
    *,
    dispute: UUID | None = None,
    looks_after: bool = False,
) -> HttpResponse:
    context = {
        "view": view,
        "said": saying(view.protocol),
        "cited": _cited(view.protocol),
        "looks_after": looks_after,
        "pictures": pictures_of(view.protocol),
        "dispute": dispute,
        "clauses_at": _at("clauses", dispute),
        "nav": "work" if dispute else "protocol",
    }
    return render(request, "protocols/page.html", context)


def _at(page: str, dispute: UUID | None) -> str:
    """The address of a page about the protocol in force, or about that of a dispute."""
    return reverse(f"dispute-{page}", args=[dispute]) if dispute else reverse(_IN_FORCE[page])


@page
def protocol_check(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """What the check finds in the protocol in force, by who holds which role today."""
    view, found = protocol_view(viewer, at=at), protocol_checked(viewer, at=at)
    if view is None or found is None:
        raise Http404
    context = {
        "view": view,
        "checked": found,
        "looks_after": looks_after(viewer, at=at),
        "nav": "protocol",
    }
    return render(request, "protocols/check.html", context)


@page
def protocol_clauses(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The document clause by clause, with what becomes of each in the protocol in force."""
    view = protocol_view(viewer, at=at)
    if view is None:
        raise Http404
    return _clauses(request, view)


@page
def dispute_clauses(
    request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID
) -> HttpResponse:
    """The document clause by clause, in the version that a dispute began under."""
    view = dispute_protocol(viewer, dispute, at=at)
    return _clauses(request, view, dispute)


def _clauses(request: HttpRequest, view: ProtocolView, dispute: UUID | None = None) -> HttpResponse:
    back = reverse("dispute", args=[dispute]) if dispute else reverse("protocol")
    context = {
        "view": view,
        "shown": document_shown(view.protocol, saying(view.protocol)),
        "back": back,
        "rules_at": _at("rules", dispute),
        "nav": "work" if dispute else "protocol",
    }
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
    view = protocol_view(viewer, at=at)
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
