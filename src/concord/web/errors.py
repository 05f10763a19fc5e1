"""The pages shown when a request cannot be answered. None of them says anything about a child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.backends.utils import csrf_input
from django.template.loader import render_to_string

from concord.web.kept import Kept, kept_from

_NO_WORDS = ("seen", "kept", "kept_for", "next")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The address or the form could not be read."""
    del exception  # its words may hold what was typed
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The person may not do this."""
    del exception
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing at this address that the person can see."""
    del exception
    response = render(request, "errors/404.html", status=404)
    response["Cache-Control"] = "no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Something of ours broke, perhaps the database: the page is made without asking it anything.

    Who is signed in and what is to be told them would be asked of it again. What was typed is given
    back, because the way back to the form may be broken too.
    """
    kept = kept_from(request)
    context = {"kept": kept, "typed": typed(kept), "csrf_input": csrf_input(request)}
    page = render_to_string("errors/500.html", context if kept.fields else {})
    response = HttpResponse(page, status=500)
    response["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof of origin is missing or out of date; what was typed is given back.

    It comes back into its form with a fresh proof, to be looked at again: nothing is sent by it.
    """
    del reason
    kept = kept_from(request)
    context = {"kept": kept, "typed": typed(kept)} if kept.fields else {}
    response = render(request, "errors/csrf.html", context, status=403)
    response["Cache-Control"] = "no-store"
    return response


def typed(kept: Kept) -> list[tuple[str, str]]:
    """The texts of several words that a person typed, each with its field's name in words."""
    return [
        (name.replace("_", " ").capitalize(), text)
        for name, text in kept.fields
        if len(text.split()) > 1 and name not in _NO_WORDS
    ]
