"""One step in a dispute: the form, the page to check it on, and the answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from concord.casework.actions.dispute import Ask, Stale, act
from concord.casework.actor import Viewer
from concord.casework.queries.dispute import DisputeView, DutyLine, dispute_view
from concord.casework.queries.foresee import foresee
from concord.core.dispute.decide import ACTS, Refused
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.duties.voice import not_told
from concord.core.dispute.events import DisputeEvent, Informed, NotToldExplained
from concord.core.dispute.timeline import summary
from concord.core.problem import WrongData
from concord.web.form_errors import not_yet_judged
from concord.web.guard import page
from concord.web.kept import goes_on
from concord.web.sent import confirmed, posted, sent_before, sent_key
from concord.web.steps.asking import another_way
from concord.web.steps.beginning import beginning
from concord.web.steps.choices import Acting, Choices
from concord.web.steps.forms import StepForm
from concord.web.steps.labels import step_label

_VERBS = {verb.replace(" ", "-"): verb for verb in ACTS if verb != "raise concern"}
_MOST_DIGITS = 9
_DECISIVE = frozenset(("stage", "to"))


@dataclass(frozen=True, slots=True)
class Step:
    """One request for one step: who, in which dispute as it is seen now, and which kind of act."""

    request: HttpRequest
    viewer: Viewer
    view: DisputeView
    verb: str
    at: datetime

    @property
    def kind(self) -> type[DisputeEvent]:
        """The event class of the act."""
        return ACTS[self.verb]

    @property
    def duty_key(self) -> str:
        """The key of the duty from which the step was opened, if it was."""
        return self.request.POST.get("duty", "") or self.request.GET.get("duty", "")

    @property
    def duty(self) -> DutyLine | None:
        """The duty from which the step was opened, as long as it is owed."""
        found = (line for line in self.view.owed if line.duty.key == self.duty_key)
        return next(found, None)

    @property
    def address(self) -> str:
        """The address of this step."""
        names = {"dispute": self.view.row.id, "step": self.verb.replace(" ", "-")}
        return reverse("step", kwargs=names)


@page
def step(
    request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID, step: str
) -> HttpResponse:
    """Show a step's form, check what was typed, and take the step when it is confirmed."""
    if step not in _VERBS:
        raise Http404
    view = dispute_view(viewer, dispute, at=at)
    this = Step(request, viewer, view, _VERBS[step], at)
    if request.method != "POST":
        return _blank(this)
    return sent_before(request, viewer, _recorded(this)) or _sent(this)


def _sent(this: Step) -> HttpResponse:
    request = this.request
    form = _form(this, request.POST)
    if not goes_on(request):
        not_yet_judged(form)
        return _show(this, form)
    if not form.is_valid() or form.proposal is None:
        return _show(this, form, status=422)
    return _take(this, form, form.proposal) if confirmed(request) else _check(this, form)


def _recorded(this: Step) -> str:
    return f"Recorded: {step_label(this.view, this.verb)}"


def _form(this: Step, data: Any = None) -> StepForm:
    acting = Acting(str(this.viewer.person), this.view.roles, this.view.sees_private)
    choices = Choices(this.view.matter, this.kind, acting, this.duty_key)
    initial = beginning(this.view, this.kind, this.duty_key) if data is None else {}
    return StepForm(data, choices=choices, initial=initial)


def _blank(this: Step) -> HttpResponse:
    option = next((each for each in this.view.options if each.verb == this.verb), None)
    if option is None:
        raise Http404
    form = _form(this)
    if option.refused and not _can_choose(this, form, option.refused):
        return _refused(this, option.refused)
    return _show(this, form, refused=option.refused)


def _can_choose(this: Step, form: StepForm, refused: Refused) -> bool:
    """Whether what the form asks for could make a step possible that is refused now."""
    if refused.id == "not-your-part":
        return False
    other = another_way(this.view.matter, this.kind, this.view.roles)
    return other or bool(_DECISIVE & set(form.fields))


def _show(
    this: Step, form: StepForm, *, status: int = 200, refused: Refused | None = None
) -> HttpResponse:
    context = _context(this) | {
        "form": form,
        "refused": refused,
        "key": sent_key(this.request),
        "expected": this.request.POST.get("expected") or this.view.shown,
    }
    return render(this.request, "steps/form.html", context, status=status)


def _context(this: Step) -> dict[str, Any]:
    return {
        "view": this.view,
        "verb": this.verb,
        "label": step_label(this.view, this.verb),
        "address": this.address,
        "duty": this.duty,
        "duty_key": this.duty_key,
        "why_not": _why_not(this),
        "back": reverse("dispute", kwargs={"dispute": this.view.row.id}),
        "nav": "work",
    }


def _why_not(this: Step) -> str:
    """Where it can be recorded why the child is not told what the step was opened for; "" where
    the step is about something else.
    """
    untold = this.duty_key.partition(":")[2] in not_told(this.view.matter)
    if this.kind is not Informed or not untold:
        return ""
    names = {"dispute": this.view.row.id, "step": NotToldExplained.VERB.replace(" ", "-")}
    return f"{reverse('step', kwargs=names)}?{urlencode({'duty': this.duty_key})}"


def _refused(this: Step, refused: Refused) -> HttpResponse:
    context = _context(this) | {"refused": refused}
    status = 403 if refused.id == "not-your-part" else 200
    return render(this.request, "steps/refused.html", context, status=status)


def _check(this: Step, form: StepForm) -> HttpResponse:
    if form.proposal is None:
        return _show(this, form)
    try:
        ahead = foresee(this.viewer, this.view.row.id, (form.proposal,), at=this.at)
    except WrongData as wrong:
        return _gaps(this, form, wrong)
    if isinstance(ahead, Refused):
        form.mark(ahead)
        return _show(this, form, status=422, refused=ahead)
    context = _context(this) | {
        "rows": summary(form.proposal, this.view.words),
        "ahead": ahead,
        "left": _left(this, ahead.left),
        "posted": posted(this.request),
    }
    return render(this.request, "steps/check.html", context)


def _left(this: Step, owed: Iterable[Duty]) -> Duty | None:
    """The duty that the step was opened for and leaves owed; how it goes on takes several steps,
    and a reason for not telling the child is meant to leave the telling owed.
    """
    if this.duty_key.endswith(":next") or this.kind is NotToldExplained:
        return None
    return next((each for each in owed if each.key == this.duty_key), None)


def _gaps(this: Step, form: StepForm, wrong: WrongData) -> HttpResponse:
    for finding in wrong.findings:
        form.note(finding)
    return _show(this, form, status=422)


def _take(this: Step, form: StepForm, proposal: DisputeEvent) -> HttpResponse:
    shown = _seen(this)
    expected = None if shown is None else this.view.version_at(shown)
    ask = Ask(this.at, sent_key(this.request), expected)
    try:
        outcome = act(this.viewer, this.view.row.id, (proposal,), ask=ask)
    except WrongData as wrong:
        return _gaps(this, form, wrong)
    if isinstance(outcome, Refused):
        form.mark(outcome)
        return _show(this, form, status=422, refused=outcome)
    if isinstance(outcome, Stale):
        return _stale(this, form)
    messages.success(this.request, _recorded(this))
    return redirect(reverse("dispute", kwargs={"dispute": outcome.dispute}))


def _seen(this: Step) -> int | None:
    """How many entries the page showed; None when the form does not say it."""
    expected = this.request.POST.get("expected", "")[:_MOST_DIGITS]
    return int(expected) if expected.isdecimal() else None


def _stale(this: Step, form: StepForm) -> HttpResponse:
    since = this.view.timeline[_seen(this) or 0 :]
    context = _context(this) | {
        "form": form,
        "refused": None,
        "since": since,
        "me": str(this.viewer.person),
        "key": uuid4().hex,
        "expected": this.view.shown,
    }
    return render(this.request, "steps/form.html", context, status=409)
