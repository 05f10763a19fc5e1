"""Sign in with a local account, get back what was typed, sign out."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from concord.web.guard import open_page
from concord.web.kept import resumes, unpacked

WRONG = "Enter a user name and password that belong together"
_LONGEST_TYPED = 200


@open_page
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page; after it the page that was asked for, or the form that was interrupted."""
    if request.method != "POST":
        return _form(request, {"next": request.GET.get("next", "")})
    kept = unpacked(request)
    if resumes(request):
        return _form(request, {"next": request.POST.get("next", ""), "kept": kept})
    username = request.POST.get("username", "")[:_LONGEST_TYPED].strip()
    password = request.POST.get("password", "")[:_LONGEST_TYPED]
    known = "\0" not in username and "\0" not in password
    person = authenticate(request, username=username, password=password) if known else None
    target = request.POST.get("next", "")
    if person is None:
        shown = username.replace("\0", "")
        return _form(request, {"next": target, "kept": kept, "username": shown, "wrong": WRONG})
    login(request, person)
    if kept:
        return render(request, "signing/resume.html", {"kept": kept})
    return redirect(_safe(target))


@open_page
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; only by a form, never by a link that somebody else can plant."""
    if request.method == "POST":
        logout(request)
    return redirect(reverse("sign-in"))


def _form(request: HttpRequest, given: dict[str, object]) -> HttpResponse:
    blank = {"next": "", "kept": None, "username": "", "wrong": ""}
    return render(request, "signing/in.html", blank | given)


def _safe(target: str) -> str:
    fine = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if fine else reverse("work")
