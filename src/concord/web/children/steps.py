"""One act in a child's record: the form, the page to check it on, and the answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from concord.casework.actions.child import RecordMoved, act_for_child
from concord.casework.actions.dispute import Ask
from concord.casework.actor import Viewer
from concord.casework.queries.child_record import RecordView, foresee_for_child, record_view
from concord.core.child.decide import CHILD_ACTS
from concord.core.child.events import ChildEvent
from concord.core.child.timeline import child_timeline
from concord.core.dispute.decide import Refused
from concord.core.dispute.timeline import summary
from concord.core.dispute.words import Words
from concord.core.problem import WrongData
from concord.core.record.fields import described
from concord.web.children.choices import ChildChoices, ChildForm
from concord.web.form_errors import not_yet_judged
from concord.web.guard import page
from concord.web.kept import goes_on
from concord.web.sent import confirmed, posted, sent_before, sent_key

_VERBS = {verb.replace(" ", "-"): verb for verb in CHILD_ACTS}
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class ChildStep:
    """One request for one act: who, on whose record as it is seen now, and which kind of act."""

    request: HttpRequest
    viewer: Viewer
    view: RecordView
    verb: str

    @property
    def label(self) -> str:
        """What the act is called."""
        return self.view.words.own(CHILD_ACTS[self.verb].LABEL)

    @property
    def back(self) -> str:
        """The address of the child's page."""
        return reverse("child", kwargs={"child": self.view.loaded.child.pk})

    @property
    def address(self) -> str:
        """The address of this act."""
        names = {"child": self.view.loaded.child.pk, "step": self.verb.replace(" ", "-")}
        return reverse("child-step", kwargs=names)

    @property
    def words(self) -> Words:
        """The council's words, with the names of what can be chosen."""
        return self.view.words


@page
def child_step(
    request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID, step: str
) -> HttpResponse:
    """Show an act's form, check what was typed, and put it on record when it is confirmed."""
    if step not in _VERBS:
        raise Http404
    view = record_view(viewer, child, at=at)
    this = ChildStep(request, viewer, view, _VERBS[step])
    if request.method != "POST":
        return _blank(this)
    before = sent_before(request, viewer, f"Recorded: {this.label}", back=this.back)
    return before or _sent(this)


def _blank(this: ChildStep) -> HttpResponse:
    option = next((each for each in this.view.options if each.verb == this.verb), None)
    if option is None:
        raise Http404
    if option.refused:
        return _refused(this, option.refused)
    return _show(this, _form(this, None))


def _form(this: ChildStep, data: Any) -> ChildForm:
    choices = ChildChoices(this.view, this.verb)
    return ChildForm(data, choices=choices, initial=_initial(this) if data is None else {})


def _initial(this: ChildStep) -> dict[str, str]:
    """Which review, decision, change or request it is about, where the page was opened from one,
    or where there is one alone.
    """
    found = {}
    for name, about in described(CHILD_ACTS[this.verb]).items():
        known = this.view.choices.get(about.source, {}) if about.given else {}
        asked = this.request.GET.get(name, "")
        if asked in known:
            found[name] = asked
        elif len(known) == 1 and about.needed and not about.source.endswith("kinds"):
            found[name] = next(iter(known))
    return found


def _sent(this: ChildStep) -> HttpResponse:
    form = _form(this, this.request.POST)
    if not goes_on(this.request):
        not_yet_judged(form)
        return _show(this, form)
    if not form.is_valid() or form.proposal is None:
        return _show(this, form, status=422)
    if confirmed(this.request):
        return _take(this, form, form.proposal)
    return _check(this, form, form.proposal)


def _show(
    this: ChildStep, form: ChildForm, *, status: int = 200, refused: Refused | None = None
) -> HttpResponse:
    context = _context(this) | {
        "form": form,
        "refused": refused,
        "key": sent_key(this.request),
        "expected": this.request.POST.get("expected") or this.view.version,
    }
    return render(this.request, "children/step.html", context, status=status)


def _context(this: ChildStep) -> dict[str, Any]:
    return {
        "view": this.view,
        "child": this.view.loaded.child,
        "verb": this.verb,
        "label": this.label,
        "address": this.address,
        "back": this.back,
        "words": this.words,
        "nav": "children",
    }


def _refused(this: ChildStep, refused: Refused) -> HttpResponse:
    status = 403 if refused.id == "not-your-part" else 200
    context = _context(this) | {"refused": refused, "form": None}
    return render(this.request, "children/step.html", context, status=status)


def _check(this: ChildStep, form: ChildForm, proposal: ChildEvent) -> HttpResponse:
    child = this.view.loaded.child.pk
    try:
        ahead = foresee_for_child(this.viewer, child, proposal, at=this.view.at)
    except WrongData as wrong:
        return _gaps(this, form, wrong)
    if isinstance(ahead, Refused):
        form.mark(ahead)
        return _show(this, form, status=422, refused=ahead)
    context = _context(this) | {
        "rows": summary(proposal, this.words),
        "ahead": ahead,
        "posted": posted(this.request),
    }
    return render(this.request, "children/step_check.html", context)


def _gaps(this: ChildStep, form: ChildForm, wrong: WrongData) -> HttpResponse:
    for finding in wrong.findings:
        form.note(finding)
    return _show(this, form, status=422)


def _take(this: ChildStep, form: ChildForm, proposal: ChildEvent) -> HttpResponse:
    ask = Ask(this.view.at, sent_key(this.request), _seen(this))
    try:
        outcome = act_for_child(this.viewer, this.view.loaded.child.pk, proposal, ask=ask)
    except WrongData as wrong:
        return _gaps(this, form, wrong)
    if isinstance(outcome, Refused):
        form.mark(outcome)
        return _show(this, form, status=422, refused=outcome)
    if isinstance(outcome, RecordMoved):
        return _moved(this, form, outcome)
    messages.success(this.request, f"Recorded: {this.label}")
    return redirect(this.back)


def _seen(this: ChildStep) -> int | None:
    """The version of the record that the page showed; None when the form does not say it."""
    expected = this.request.POST.get("expected", "")[:_MOST_DIGITS]
    return int(expected) if expected.isdecimal() else None


def _moved(this: ChildStep, form: ChildForm, moved: RecordMoved) -> HttpResponse:
    context = _context(this) | {
        "form": form,
        "refused": None,
        "since": child_timeline(this.view.matter, moved.since),
        "me": str(this.viewer.person),
        "key": uuid4().hex,
        "expected": this.view.version,
    }
    return render(this.request, "children/step.html", context, status=409)
