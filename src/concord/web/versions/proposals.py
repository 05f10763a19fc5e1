"""Putting a version into force: one person proposes it, a second one approves or ends it."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from concord.casework.actions.publishing import (
    approve_proposal,
    end_proposal,
    propose_version,
)
from concord.casework.actor import Viewer
from concord.casework.loading import NotFound
from concord.casework.queries.publishing import (
    VersionView,
    comparison,
    proposal_view,
    version_view,
    versions_view,
)
from concord.core.problem import WrongData
from concord.core.publishing.events import CODEC, ForceProposed
from concord.web.guard import page
from concord.web.versions.forms import ProposeForm, ReasonForm, note
from concord.web.versions.sending import answered, ask_of, is_sent, shown


@page
def propose(request: HttpRequest, viewer: Viewer, at: datetime, *, version: str) -> HttpResponse:
    """Ask that a version comes into force from a day."""
    view = version_view(viewer, version, at=at)
    if not view.may_keep:
        raise Http404
    form = ProposeForm(request.POST if request.method == "POST" else None)
    context = {"view": view, "form": form, "expected": _expected(request, view.number)}
    if request.method != "POST" or not is_sent(request, form):
        status = 422 if form.errors else 200
        return shown(request, "versions/propose.html", context, status=status)
    given = {name: form.cleaned_data[name] for name in ("from_on", "reason")}
    try:
        outcome = propose_version(viewer, _proposal(view, given), ask=ask_of(request, at))
    except WrongData as wrong:
        note(form, wrong.findings)
        return shown(request, "versions/propose.html", context, status=422)
    said = "Proposed. A second person has to approve it"
    told = answered(request, outcome, said=said, to=reverse("versions"))
    return _or_again(request, told, "versions/propose.html", context | _fresh(told, view.number))


def _proposal(view: VersionView, given: dict[str, Any]) -> ForceProposed:
    proposal = CODEC.propose(ForceProposed, given)
    if not isinstance(proposal, ForceProposed):
        raise TypeError(type(proposal))
    return ForceProposed(view.line.hash, proposal.from_on, proposal.reason)


@page
def proposal(request: HttpRequest, viewer: Viewer, at: datetime, *, number: int) -> HttpResponse:
    """What a proposal would change, for the second person; and the way to end it."""
    try:
        waiting, view = proposal_view(viewer, number, at=at)
    except NotFound:
        return _decided(request, viewer, at)
    form = ReasonForm(request.POST if "end" in request.POST else None)
    compared = comparison(viewer, waiting.proposal.version, old="", at=at)
    context = {
        "waiting": waiting,
        "view": view,
        "form": form,
        "compared": compared,
        "expected": _expected(request, view.number),
    }
    if request.method != "POST":
        return shown(request, "versions/proposal.html", context)
    if "end" in request.POST:
        return _end(request, viewer, at, number, context)
    outcome = approve_proposal(viewer, number, ask=ask_of(request, at))
    said = "Approved. New disputes begin under this version from its day"
    told = answered(request, outcome, said=said, to=reverse("versions"))
    return _or_again(request, told, "versions/proposal.html", context | _fresh(told, view.number))


def _decided(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """A proposal that no longer waits: the list says what became of it."""
    view = versions_view(viewer, at=at)
    return shown(request, "versions/list.html", {"view": view, "decided": True}, status=200)


def _end(
    request: HttpRequest, viewer: Viewer, at: datetime, number: int, context: dict[str, Any]
) -> HttpResponse:
    form = context["form"]
    if not is_sent(request, form):
        status = 422 if form.errors else 200
        return shown(request, "versions/proposal.html", context, status=status)
    try:
        reason = form.cleaned_data["reason"]
        outcome = end_proposal(viewer, number, reason=reason, ask=ask_of(request, at))
    except WrongData as wrong:
        note(form, wrong.findings)
        return shown(request, "versions/proposal.html", context, status=422)
    told = answered(request, outcome, said="The proposal is ended", to=reverse("versions"))
    again = context | _fresh(told, context["view"].number)
    return _or_again(request, told, "versions/proposal.html", again)


def _expected(request: HttpRequest, number: int) -> str:
    return request.POST.get("expected", "") or str(number)


def _fresh(told: HttpResponse | dict[str, Any], number: int) -> dict[str, Any]:
    """After somebody else acted, the page shows the newest, and its form says so."""
    changed = isinstance(told, dict) and told.get("changed")
    return {"expected": str(number)} if changed else {}


def _or_again(
    request: HttpRequest,
    told: HttpResponse | dict[str, Any],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    if isinstance(told, HttpResponse):
        return told
    status = 409 if told.get("changed") else 422
    return shown(request, template, context | told, status=status)
