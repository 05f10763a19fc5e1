"""What every form about versions sends back: its key, and how much of the record it showed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from concord.casework.actions.dispute import Ask
from concord.casework.actions.publishing import Outcome, Published
from concord.core.dispute.decide import Refused
from concord.web.form_errors import not_yet_judged
from concord.web.kept import resumes
from concord.web.sent import sent_key

_MOST_DIGITS = 9
Context = Mapping[str, Any]


def ask_of(request: HttpRequest, at: datetime) -> Ask:
    """The act's own key, and the number of the last entry that the page showed."""
    shown = request.POST.get("expected", "")[:_MOST_DIGITS]
    return Ask(at, sent_key(request), int(shown) if shown.isdecimal() else None)


def is_sent(request: HttpRequest, form: forms.Form) -> bool:
    """Whether a form is sent to be carried out and is complete; one that comes back after a lost
    session is only shown again.
    """
    if resumes(request):
        not_yet_judged(form)
        return False
    return form.is_valid()


def shown(
    request: HttpRequest, template: str, context: Context, *, status: int = 200
) -> HttpResponse:
    """A page about versions, with the key for its form and nothing refused unless it says so."""
    blank = {"key": sent_key(request), "refused": None, "changed": False, "nav": "protocol"}
    return render(request, template, blank | dict(context), status=status)


def answered(
    request: HttpRequest, outcome: Outcome, *, said: str, to: str
) -> HttpResponse | dict[str, Any]:
    """The way on after an act that was carried out; or what the page says of one that was not."""
    if isinstance(outcome, Published):
        messages.success(request, said)
        return redirect(to)
    if isinstance(outcome, Refused):
        return {"refused": outcome}
    return {"changed": True}
