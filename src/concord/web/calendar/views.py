"""Late bank holidays: those that count, and adding one after seeing what it moves."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from concord.casework.actions.bank_holidays import Adding, HolidayAdded, OtherDates, add_as
from concord.casework.actor import Viewer
from concord.casework.queries.bank_holidays import foresee_holiday, holidays_view, nation_of
from concord.core.clock.words import long_day
from concord.core.problem import WrongData
from concord.web.calendar.forms import HolidayForm
from concord.web.form_errors import not_yet_judged
from concord.web.guard import page
from concord.web.kept import goes_on
from concord.web.sent import confirmed, posted
from concord.web.versions.forms import note
from concord.web.versions.sending import shown
from concord.web.words import count

_FORM, _CHECK = "calendar/add.html", "calendar/check.html"


@page
def bank_holidays(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """The bank holidays that were added, and those that are still to come."""
    return shown(request, "calendar/list.html", {"view": holidays_view(viewer, at=at)})


@page
def add_bank_holiday(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Ask for a day, show what it would move, and add it when that is confirmed."""
    nation = nation_of(viewer, at=at)
    if request.method != "POST":
        return shown(request, _FORM, {"form": HolidayForm(), "nation": nation})
    form = HolidayForm(request.POST)
    context = {"form": form, "nation": nation}
    if not goes_on(request):
        not_yet_judged(form)
        return shown(request, _FORM, context)
    if not form.is_valid():
        return shown(request, _FORM, context, status=422)
    typed = form.cleaned_data
    adding = Adding(viewer.authority, nation, typed["day"], typed["name"], typed["reason"])
    try:
        if confirmed(request):
            return _add(request, viewer, adding, at)
        return _check(request, viewer, adding, at)
    except WrongData as wrong:
        note(form, wrong.findings)
        return shown(request, _FORM, context, status=422)


def _check(
    request: HttpRequest,
    viewer: Viewer,
    adding: Adding,
    at: datetime,
    *,
    changed: bool = False,
) -> HttpResponse:
    context = {
        "adding": adding.event,
        "ahead": foresee_holiday(viewer, adding, at=at),
        "posted": posted(request),
        "changed": changed,
    }
    return shown(request, _CHECK, context, status=409 if changed else 200)


def _add(request: HttpRequest, viewer: Viewer, adding: Adding, at: datetime) -> HttpResponse:
    try:
        done = add_as(viewer, adding, at=at, seen=request.POST.get("mark", ""))
    except OtherDates:
        return _check(request, viewer, adding, at, changed=True)
    messages.success(request, _said(adding, done))
    return redirect(reverse("bank-holidays"))


def _said(adding: Adding, done: HolidayAdded) -> str:
    if done.again:
        return "You have already added this"
    dates = sum(len(each.moved) for each in done.moved)
    moved = f"{count(dates, 'date')} in {count(len(done.moved), 'dispute')} moved"
    return f"Added: {long_day(adding.day)}. {moved}"
