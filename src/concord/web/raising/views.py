"""Raise a concern: what it is, where it begins, check, send."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from concord.casework.actions.dispute import Ask, Done, raise_concern
from concord.casework.actor import Viewer
from concord.casework.queries.raising import Beginning, Planned, beginning, plan
from concord.core.dispute.decide import Refused
from concord.core.dispute.events import ConcernRaised, DisputeEvent
from concord.core.dispute.timeline import summary
from concord.core.dispute.words import Words
from concord.core.problem import WrongData
from concord.web.guard import page
from concord.web.kept import resumes
from concord.web.raising.forms import ConcernForm, CourseForm

CONCERN, COURSE, CHECK = "concern", "course", "check"


@dataclass(frozen=True, slots=True)
class Raise:
    """One request on the way to a new dispute."""

    request: HttpRequest
    viewer: Viewer
    start: Beginning
    at: datetime

    @property
    def concern(self) -> ConcernForm:
        """The concern as typed so far."""
        return ConcernForm(self.request.POST or None, start=self.start)

    @property
    def course(self) -> CourseForm:
        """Where it begins, as typed so far."""
        return CourseForm(self.request.POST or None, start=self.start)


@page
def raise_one(request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID) -> HttpResponse:
    """The three pages of raising a concern; all that was typed travels with the form."""
    this = Raise(request, viewer, beginning(viewer, child, at=at), at)
    if request.method != "POST":
        fresh = ConcernForm(None, start=this.start, initial={"in_court": _court(this.start)})
        return _page(this, CONCERN, fresh)
    concern = this.concern
    if _wants(request, CONCERN) or not concern.is_valid() or concern.proposal is None:
        return _page(this, CONCERN, concern, status=200 if _wants(request, CONCERN) else 422)
    course = this.course
    if "begin" not in request.POST:
        return _page(this, COURSE, CourseForm(None, start=this.start))
    if _wants(request, COURSE) or not course.is_valid():
        return _page(this, COURSE, course, status=200 if _wants(request, COURSE) else 422)
    return _planned(this, concern, course)


def _court(start: Beginning) -> list[str]:
    return ["yes"] if start.child.in_court else []


def _wants(request: HttpRequest, part: str) -> bool:
    if request.POST.get("change") == part:
        return True
    return part == CONCERN and (resumes(request) or "more" in request.POST)


def _planned(this: Raise, concern: ConcernForm, course: CourseForm) -> HttpResponse:
    if not isinstance(concern.proposal, ConcernRaised):
        return _page(this, CONCERN, concern)
    proposals = course.proposals(concern.proposal)
    try:
        planned = plan(this.viewer, this.start, proposals, at=this.at)
        if isinstance(planned, Planned) and this.request.POST.get("confirmed") == "yes":
            return _send(this, proposals)
    except WrongData as wrong:
        for finding in wrong.findings:
            concern.note(finding)
        return _page(this, CONCERN, concern, status=422)
    if isinstance(planned, Refused):
        return _page(this, COURSE, course, status=422, refused=planned)
    return _check(this, proposals, planned)


def _send(this: Raise, proposals: tuple[DisputeEvent, ...]) -> HttpResponse:
    key = this.request.POST.get("key", "")[:64].replace("\0", "") or uuid4().hex
    outcome = raise_concern(this.viewer, this.start.child.pk, proposals, ask=Ask(this.at, key))
    if not isinstance(outcome, Done):
        return _page(this, COURSE, this.course, status=422, refused=outcome)
    messages.success(this.request, "Recorded: your concern is raised")
    return redirect(reverse("dispute", kwargs={"dispute": outcome.dispute}))


def _check(this: Raise, proposals: tuple[DisputeEvent, ...], planned: Planned) -> HttpResponse:
    words = Words(this.start.protocol)
    context = _context(this, CHECK) | {
        "concern_rows": summary(proposals[0], words),
        "more": [(type(each).LABEL, summary(each, words)) for each in proposals[1:]],
        "planned": planned,
        "posted": _posted(this.request, ()),
    }
    return render(this.request, "raising/check.html", context)


def _page(
    this: Raise,
    part: str,
    form: ConcernForm | CourseForm,
    *,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    context = _context(this, part) | {
        "form": form,
        "refused": refused,
        "posted": _posted(this.request, tuple(form.fields)),
    }
    return render(this.request, f"raising/{part}.html", context, status=status)


def _context(this: Raise, part: str) -> dict[str, Any]:
    child = this.start.child.pk
    return {
        "start": this.start,
        "words": Words(this.start.protocol),
        "part": part,
        "nav": "children",
        "address": reverse("raise", kwargs={"child": child}),
        "back": reverse("child", kwargs={"child": child}),
        "key": this.request.POST.get("key") or uuid4().hex,
    }


def _posted(request: HttpRequest, own: tuple[str, ...]) -> list[tuple[str, str]]:
    """What was typed on the other pages, to travel with this one."""
    left_out = ("csrfmiddlewaretoken", "confirmed", "change", "more", "resume", "key")
    return [
        (name, text)
        for name, texts in request.POST.lists()
        for text in texts
        if name not in left_out and not _belongs(name, own)
    ]


def _belongs(name: str, own: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}_") for each in own)
