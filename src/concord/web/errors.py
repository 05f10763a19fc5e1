"""The pages shown when a request cannot be answered. None of them says anything about a child."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

NEVER_SHOWN_AGAIN = ("csrfmiddlewaretoken", "password")


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
    """Something of ours broke."""
    return render(request, "errors/500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's proof of origin is missing or out of date; what was typed is given back."""
    del reason
    response = render(request, "errors/csrf.html", {"typed": typed(request)}, status=403)
    response["Cache-Control"] = "no-store"
    return response


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What the person typed into the form: each field's name in words, and its text."""
    return [
        (name.replace("_", " ").capitalize(), text)
        for name, texts in request.POST.lists()
        for text in texts
        if text.strip() and not name.startswith(NEVER_SHOWN_AGAIN)
    ]
