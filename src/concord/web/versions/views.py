"""Versions of the protocol: the list, an upload, one version, two beside each other."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from concord.casework.actions.publishing import keep_draft
from concord.casework.actor import Viewer
from concord.casework.queries.publishing import comparison, version_view, versions_view
from concord.core.files.decoded import decoded
from concord.core.problem import Finding, WrongData
from concord.web.drawing import in_order, pictures_of
from concord.web.guard import page
from concord.web.kept import resumes
from concord.web.versions.forms import UploadForm
from concord.web.versions.sending import answered, ask_of, shown

_PASTED = "protocol.yaml"


@page
def versions(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Every version with how it stands, what waits, and what happened."""
    view = versions_view(viewer, at=at)
    return shown(request, "versions/list.html", {"view": view})


@page
def upload(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Choose a file or paste its text; what cannot be read is told line by line, and not kept."""
    view = versions_view(viewer, at=at)
    if not view.may_keep:
        raise Http404
    context = {"view": view, "expected": view.number, "findings": ()}
    if request.method != "POST":
        return shown(request, "versions/upload.html", context | {"form": UploadForm()})
    context["expected"] = request.POST.get("expected", "")
    try:
        name, text = _given(request)
        again = {"form": UploadForm(initial={"text": text})}
        if resumes(request):
            return shown(request, "versions/upload.html", context | again)
        outcome = keep_draft(viewer, text, name=name, ask=ask_of(request, at))
    except WrongData as wrong:
        typed = UploadForm(initial={"text": _typed(request)})
        found = {"form": typed, "findings": wrong.findings}
        return shown(request, "versions/upload.html", context | found, status=422)
    to = reverse("version", kwargs={"version": getattr(outcome, "version", "")})
    said = "Kept as a draft. Nothing is in force by this"
    told = answered(request, outcome, said=said, to=to)
    if isinstance(told, HttpResponse):
        return told
    fresh = {"expected": view.number} if told.get("changed") else {}
    status = 409 if told.get("changed") else 422
    return shown(request, "versions/upload.html", context | again | told | fresh, status=status)


def _given(request: HttpRequest) -> tuple[str, str]:
    """The name and the text of what was uploaded. Raises WrongData when it is no text."""
    file = request.FILES.get("file")
    if file is not None and (file.size or not request.POST.get("text")):
        name = str(file.name or _PASTED)
        return name, decoded(file.read(), file=name)
    text = request.POST.get("text") or request.POST.get("file") or ""
    if not text.strip() and not resumes(request):
        sentence = "There is no file and no text"
        raise WrongData((Finding("no-file", sentence, "Choose a file, or paste its text"),))
    return _PASTED, text.replace("\r\n", "\n")


def _typed(request: HttpRequest) -> str:
    """What to show again: the text of the file where it is one, or else what was pasted."""
    file = request.FILES.get("file")
    if file is not None:
        file.seek(0)
        try:
            return decoded(file.read(), file="")
        except WrongData:
            return request.POST.get("text", "")
    return request.POST.get("text", "")


@page
def version(request: HttpRequest, viewer: Viewer, at: datetime, *, version: str) -> HttpResponse:
    """One version: how it stands, what the check finds, and the drawing."""
    view = version_view(viewer, version, at=at)
    context = {"view": view, "pictures": pictures_of(view.protocol)}
    return shown(request, "versions/version.html", context)


@page
def version_file(
    request: HttpRequest, viewer: Viewer, at: datetime, *, version: str
) -> HttpResponse:
    """The file of a version, as it was uploaded."""
    del request
    view = version_view(viewer, version, at=at)
    response = HttpResponse(view.text, content_type="text/plain; charset=utf-8")
    name = f"{view.protocol.id}-{view.line.short}.yaml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@page
def compare(request: HttpRequest, viewer: Viewer, at: datetime, *, version: str) -> HttpResponse:
    """Two versions beside each other: `with` is the earlier one, the one in force without it."""
    view = comparison(viewer, version, old=request.GET.get("with", ""), at=at)
    context = {"view": view, "pictures": in_order((each.label, each.plan) for each in view.ladders)}
    return shown(request, "versions/compare.html", context)
