"""What was typed survives a lost session: it comes back after signing in, and is in no address."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from concord.core.files.decoded import decoded
from concord.core.problem import WrongData

RESUME = "resume"
SEEN = "seen"  # each page of a long form leaves its name behind, the last one first
CHECK = "check"
_NEVER_KEPT = ("csrfmiddlewaretoken", "password", "username", "confirmed", RESUME)
_LONGEST = 900_000


@dataclass(frozen=True, slots=True)
class Kept:
    """The fields of a form that could not be taken, and the address that it belongs to."""

    path: str
    fields: tuple[tuple[str, str], ...]

    def packed(self) -> str:
        """The fields as one text for a hidden field."""
        return json.dumps(self.fields)


def kept_from(request: HttpRequest) -> Kept:
    """What a person typed into the form of this request, without its proofs and passwords."""
    fields = (
        (name, text)
        for name, texts in request.POST.lists()
        for text in texts
        if name not in _NEVER_KEPT
    )
    return Kept(request.path, (*fields, *_files(request)))


def _files(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """The texts of uploaded files, which come back as if they had been typed."""
    for name in request.FILES:
        file = request.FILES.get(name)
        try:
            text = decoded(file.read(), file=name) if file else ""
        except WrongData:
            continue
        if text.strip():
            yield name, text


def unpacked(request: HttpRequest) -> Kept | None:
    """What was kept through the sign-in page, if it is whole and belongs to this service."""
    path, packed = request.POST.get("kept_for", ""), request.POST.get("kept", "")
    if not path or len(packed) > _LONGEST:
        return None
    if not url_has_allowed_host_and_scheme(path, allowed_hosts=None) or not path.startswith("/"):
        return None
    try:
        fields = json.loads(packed)
        return Kept(path, tuple((_readable(name), _readable(text)) for name, text in fields))
    except (TypeError, ValueError, RecursionError):
        return None


def _readable(text: object) -> str:
    """Text that can be put into a page: half a character, which JSON lets pass, cannot."""
    return str(text).encode(errors="replace").decode()


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Ask an unknown person to sign in; keep what a form brought."""
    if request.method == "POST":
        context = {"kept": kept_from(request), "username": "", "wrong": "", "next": ""}
        return render(request, "signing/in.html", context, status=403)
    target = urlencode({"next": request.get_full_path()})
    return redirect(f"{reverse('sign-in')}?{target}")


def resumes(request: HttpRequest) -> bool:
    """Whether this request brings back what was kept, to be looked at before it is sent."""
    return RESUME in request.POST


def goes_on(request: HttpRequest) -> bool:
    """Whether a form is sent to be taken on; what is brought back is looked at where it was."""
    if resumes(request):
        return CHECK in request.POST.getlist(SEEN)
    return not {"change", "more"} & set(request.POST)


def left_at(request: HttpRequest) -> str:
    """The page of a long form from which it was sent; empty when it does not say."""
    return next(iter(request.POST.getlist(SEEN)), "")
