"""The one place that every route goes through: who asks, when, and what they do not get to know."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse

from concord.casework.loading import NotFound
from concord.casework.queries.person import SignedIn, signed_in
from concord.web import clock
from concord.web.frame import Frame, Link
from concord.web.kept import sign_in_first

View = Callable[..., HttpResponseBase]
GUARD = "concord_guard"


def page(view: View) -> View:
    """A route for signed-in people: the view gets the request, the viewer and the instant.

    What the viewer has no part in looks as if it were not there. A person who was disabled is out
    on the next click.
    """

    @wraps(view)
    def guarded(request: HttpRequest, **url: Any) -> HttpResponseBase:
        at = clock.now()
        found = signed_in(request.user.pk, at=at) if request.user.is_authenticated else None
        if found is None:
            logout(request)
            return _not_kept(sign_in_first(request))
        cast(Any, request).frame = _frame(found)
        try:
            return _not_kept(view(request, found.viewer, at, **url))
        except NotFound:
            raise Http404 from None

    setattr(guarded, GUARD, "page")
    return guarded


def open_page(view: View) -> View:
    """A route that anybody reaches: signing in and out, and nothing that shows a record."""

    @wraps(view)
    def opened(request: HttpRequest, **url: Any) -> HttpResponseBase:
        return _not_kept(view(request, **url))

    setattr(opened, GUARD, "open")
    return opened


def _not_kept(response: HttpResponseBase) -> HttpResponseBase:
    """Let no browser keep the page: whoever comes after on this machine must not find it."""
    response["Cache-Control"] = "no-store"
    return response


def _frame(found: SignedIn) -> Frame:
    links = [
        Link("work", "My work", reverse("work"), found.overdue),
        Link("children", "Find a child", reverse("children")),
        Link("protocol", "Protocol", reverse("protocol")),
    ]
    return Frame(
        found.viewer.name,
        found.authority_name,
        found.is_example,
        tuple(links),
        reverse("sign-out"),
    )
