"""Raise a concern: what it is, where it begins, what comes before that, check, send."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from concord.casework.actions.dispute import Ask, Done, raise_concern
from concord.casework.actor import Viewer
from concord.casework.queries.raising import Beginning, Planned, beginning, plan
from concord.core.dispute.decide import Refused
from concord.core.dispute.events import (
    AlertIssued,
    ConcernRaised,
    ConversationRecorded,
    DisputeEvent,
)
from concord.core.dispute.timeline import summary
from concord.core.dispute.words import Words
from concord.core.problem import WrongData
from concord.core.protocol.definition import Stage
from concord.web.form_errors import not_yet_judged
from concord.web.guard import page
from concord.web.kept import CHECK, SEEN, left_at, resumes
from concord.web.raising.forms import BeforeForm, BeginForm, ConcernForm
from concord.web.sent import confirmed, sent_before, sent_key

CONCERN, BEGIN, BEFORE = "concern", "begin", "before"
RAISED = "The concern is raised"


@dataclass(frozen=True, slots=True)
class Raise:
    """One request on the way to a new dispute."""

    request: HttpRequest
    viewer: Viewer
    start: Beginning
    at: datetime

    @property
    def stage(self) -> Stage | None:
        """The stage at which it is to begin; None for informally."""
        begin = self.request.POST.get("begin", "")
        return self.start.only_stage or next(
            (stage for stage in self.start.stages if stage.id == begin), None
        )

    def wants(self, part: str) -> bool:
        """Whether the person asked to go back to a part, or brings it back after signing in."""
        asked = self.request.POST.get("change", "")
        if asked or not resumes(self.request):
            return asked == part
        return (left_at(self.request) or CONCERN) == self.marker(part)

    def marker(self, part: str) -> str:
        """What a page leaves behind once it was seen; what comes before differs by the way in."""
        begin = self.request.POST.get("begin", "")
        return f"{part} {begin}" if part == BEFORE else part

    def seen(self, part: str) -> bool:
        """Whether the person has been on a part, so that its form can have errors."""
        posted = self.request.POST
        return self.marker(part) in posted.getlist(SEEN) or (part == BEGIN and BEGIN in posted)


@page
def raise_one(request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID) -> HttpResponse:
    """The pages of raising a concern; all that was typed travels with the form."""
    sent = sent_before(request, viewer, RAISED)
    if sent:
        return sent
    about = (request.POST or request.GET).get("about", "")
    this = Raise(request, viewer, beginning(viewer, child, at=at, about=about), at)
    if request.method != "POST":
        form = ConcernForm(None, start=this.start, initial=_initial(this))
        return _page(this, CONCERN, form)
    concern = ConcernForm(request.POST, start=this.start)
    if this.wants(CONCERN):
        not_yet_judged(concern)
        return _page(this, CONCERN, concern)
    if not concern.is_valid() or not isinstance(concern.proposal, ConcernRaised):
        return _page(this, CONCERN, concern, status=422)
    this = replace(this, start=this.start.together(concern.siblings))
    planned = _planned(this, concern, (concern.proposal,))
    if isinstance(planned, HttpResponse):
        return planned
    knowing = replace(this, start=this.start.knowing(concern.proposal))
    return _begin(knowing, concern, concern.proposal)


def _initial(this: Raise) -> dict[str, Any]:
    """What the form begins with: court proceedings, and the decision that it is about, if any."""
    asked = this.request.GET.get("decision", "")
    found = (each for each in this.start.occasions if each.decision and str(each.decision) == asked)
    about = next(found, None)
    court = {"in_court": ["yes"] if this.start.child.in_court else []}
    return court | ({"came_from": about.called, "concern": about.concern} if about else {})


def _begin(this: Raise, form: ConcernForm, concern: ConcernRaised) -> HttpResponse:
    if this.start.only_stage:
        return _before(this, form, concern, this.start.only_stage)
    posted = this.request.POST
    begin = BeginForm(posted if this.seen(BEGIN) else None, start=this.start)
    if this.wants(BEGIN) or not this.seen(BEGIN):
        not_yet_judged(begin)
        return _page(this, BEGIN, begin)
    if not begin.is_valid():
        return _page(this, BEGIN, begin, status=422)
    if this.stage is None:
        return _finish(this, form, (concern,))
    return _before(this, form, concern, this.stage)


def _before(this: Raise, form: ConcernForm, concern: ConcernRaised, stage: Stage) -> HttpResponse:
    nothing = this.start.before(stage).is_nothing
    data = this.request.POST if this.seen(BEFORE) or nothing else None
    before = BeforeForm(data, start=this.start, stage=stage)
    if not nothing and (this.wants(BEFORE) or not this.seen(BEFORE)):
        not_yet_judged(before)
        return _page(this, BEFORE, before)
    if not before.is_valid():
        return _page(this, BEFORE, before, status=422)
    return _finish(this, form, before.proposals(concern))


def _finish(this: Raise, form: ConcernForm, proposals: tuple[DisputeEvent, ...]) -> HttpResponse:
    planned = _planned(this, form, proposals)
    if isinstance(planned, HttpResponse):
        return planned
    if confirmed(this.request):
        return _send(this, proposals)
    return _check(this, proposals, planned)


def _planned(
    this: Raise, form: ConcernForm, proposals: tuple[DisputeEvent, ...]
) -> Planned | HttpResponse:
    """What it would bring, or the page that says why it cannot begin like this."""
    try:
        planned = plan(this.viewer, this.start, proposals, at=this.at)
    except WrongData as wrong:
        for finding in wrong.findings:
            form.note(finding)
        return _page(this, CONCERN, form, status=422)
    if isinstance(planned, Planned):
        return planned
    if len(proposals) == 1 or this.stage is None:
        form.mark(planned)
        return _page(this, CONCERN, form, status=422, refused=planned)
    before = BeforeForm(this.request.POST, start=this.start, stage=this.stage)
    return _page(this, BEFORE, before, status=422, refused=planned)


def _send(this: Raise, proposals: tuple[DisputeEvent, ...]) -> HttpResponse:
    ask = Ask(this.at, sent_key(this.request))
    child, siblings = this.start.child.pk, tuple(each.child.pk for each in this.start.siblings)
    outcome = raise_concern(this.viewer, child, proposals, ask=ask, siblings=siblings)
    if not isinstance(outcome, Done):
        form = ConcernForm(this.request.POST, start=this.start)
        return _page(this, CONCERN, form, status=422, refused=outcome)
    messages.success(this.request, RAISED)
    return redirect(reverse("dispute", kwargs={"dispute": outcome.dispute}))


def _check(this: Raise, proposals: tuple[DisputeEvent, ...], planned: Planned) -> HttpResponse:
    words = Words(this.start.protocol)
    context = _context(this, CHECK) | {
        "concern_rows": (*_about(this), *summary(proposals[0], words)),
        "more": _more(this, proposals[1:], words),
        "planned": planned,
        "came_before": this.stage and not this.start.before(this.stage).is_nothing,
        "posted": _posted(this.request, ("about",)),
    }
    return render(this.request, "raising/check.html", context)


def _about(this: Raise) -> tuple[tuple[str, str], ...]:
    """Whom it is about, where it is about several."""
    names = "\n".join(each.name for each in this.start.children)
    return (("The children", names),) if this.start.siblings else ()


def _more(
    this: Raise, steps: tuple[DisputeEvent, ...], words: Words
) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """What comes with the concern, each step under what the protocol asks it for."""
    titles: dict[type[DisputeEvent], str] = {
        ConversationRecorded: "The attempt to resolve it informally",
        AlertIssued: f"The {words.alert}",
    }
    asked = iter(this.start.before(this.stage).rules if this.stage else ())
    return [(titles.get(type(each)) or next(asked).what, _rows(each, words)) for each in steps]


def _rows(event: DisputeEvent, words: Words) -> tuple[tuple[str, str], ...]:
    """What was given in a step; an alert says no more of the concern than the concern itself."""
    if isinstance(event, AlertIssued):
        event = replace(event, concern="", outcome_sought="")
    return summary(event, words)


def _page(
    this: Raise,
    part: str,
    form: forms.Form,
    *,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    context = _context(this, part) | {
        "form": form,
        "refused": refused,
        "posted": _posted(this.request, (*form.fields, "about")),
    }
    return render(this.request, f"raising/{part}.html", context, status=status)


def _context(this: Raise, part: str) -> dict[str, Any]:
    child = this.start.child.pk
    return {
        "start": this.start,
        "words": Words(this.start.protocol),
        "title": f"Raise a concern about {this.start.about}"
        if this.start.about
        else "Raise a concern",
        "marker": this.marker(part),
        "nav": "children",
        "address": reverse("raise", kwargs={"child": child}),
        "back": reverse("child", kwargs={"child": child}),
        "key": sent_key(this.request),
    }


def _posted(request: HttpRequest, own: tuple[str, ...]) -> list[tuple[str, str]]:
    """What was typed on the other pages, to travel with this one."""
    left_out = ("csrfmiddlewaretoken", "confirmed", "change", "resume", "key")
    return [
        (name, text)
        for name, texts in request.POST.lists()
        for text in dict.fromkeys(texts)
        if name not in left_out and not _belongs(name, own)
    ]


def _belongs(name: str, own: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}_") for each in own)
