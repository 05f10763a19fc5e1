"""The key of a form: with it, whatever is sent twice is done once."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from concord.casework.actor import Viewer
from concord.casework.queries.sent import done_before
from concord.web.kept import RESUME, SEEN

_LONGEST = 64
_NOT_TYPED = ("csrfmiddlewaretoken", "confirmed", "change", "more", "mark", RESUME, SEEN)


def sent_key(request: HttpRequest) -> str:
    """The key that came with a form, or a new one for a form without."""
    return _key(request) or uuid4().hex


def confirmed(request: HttpRequest) -> bool:
    """Whether the form comes from the page on which it was checked, to be carried out."""
    return request.POST.get("confirmed") == "yes"


def posted(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent once more from the page on which it is checked."""
    return [
        (name, text)
        for name, texts in request.POST.lists()
        for text in texts
        if name not in _NOT_TYPED
    ]


def sent_before(
    request: HttpRequest, viewer: Viewer, said: str, *, back: str = ""
) -> HttpResponse | None:
    """The way to the dispute, or back to an address, when this form was carried out before,
    whatever it says now.

    `said` is what was told when it was carried out; None for a form that was not.
    """
    done = done_before(viewer, _key(request)) if request.method == "POST" else None
    if done is None:
        return None
    messages.success(request, said if confirmed(request) else "You have already sent this")
    return redirect(back or reverse("dispute", kwargs={"dispute": done}))


def _key(request: HttpRequest) -> str:
    return request.POST.get("key", "")[:_LONGEST].replace("\0", "")
