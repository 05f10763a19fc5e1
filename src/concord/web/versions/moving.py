"""Moving running disputes to the version in force: the list, and one with its dates."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from concord.casework.actions.dispute import Done
from concord.casework.actions.moving import Otherwise, Seen, move_dispute
from concord.casework.actor import Viewer
from concord.casework.queries.moving import movable, moving
from concord.core.dispute.events import CODEC, MovedToVersion
from concord.core.problem import WrongData
from concord.web.guard import page
from concord.web.sent import sent_before
from concord.web.versions.forms import SignForm, note
from concord.web.versions.sending import ask_of, is_sent, shown

_MOVED = "Moved to the version in force"


@page
def moves(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The open disputes under another version than the one in force."""
    return shown(request, "versions/moves.html", {"lines": movable(viewer, at=at)})


@page
def move(request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID) -> HttpResponse:
    """What a move would do to each date of one dispute, to be signed."""
    before = sent_before(request, viewer, _MOVED)
    if before:
        return before
    view = moving(viewer, dispute, at=at)
    posted = request.POST if request.method == "POST" else None
    form = SignForm(posted, name=viewer.name)
    mark = view.effect.mark if view.effect else ""
    context = {"view": view, "form": form, "seen": mark, "nav": "work"}
    if posted is None or not is_sent(request, form):
        return shown(request, "versions/move.html", context, status=422 if form.errors else 200)
    seen = Seen(request.POST.get("version", ""), request.POST.get("seen", ""))
    try:
        signed = CODEC.propose(MovedToVersion, form.cleaned_data)
        if not isinstance(signed, MovedToVersion):
            raise TypeError(type(signed))
        outcome = move_dispute(viewer, dispute, signed, seen=seen, ask=ask_of(request, at))
    except WrongData as wrong:
        note(form, wrong.findings)
        return shown(request, "versions/move.html", context, status=422)
    if isinstance(outcome, Done):
        messages.success(request, _MOVED)
        return redirect(reverse("dispute", kwargs={"dispute": dispute}))
    if isinstance(outcome, Otherwise):
        return shown(request, "versions/move.html", context | {"changed": True}, status=409)
    return shown(request, "versions/move.html", context | {"refused": outcome}, status=422)
