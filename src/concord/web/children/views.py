"""Find a child, and see the disputes about it."""

import json
import re
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from concord.casework.actor import Viewer
from concord.casework.queries.child import MOST, child_view, find_children, owed_together
from concord.casework.queries.child_record import (
    explain_for_child,
    receipt_for_child,
    record_view,
)
from concord.casework.queries.for_the_child import challenges_for
from concord.core.dispute.decide import Option
from concord.core.dispute.words import Words
from concord.core.protocol.vocabulary import About
from concord.web.children.showing import about_of, record_entries
from concord.web.disputes.showing import recent
from concord.web.guard import page

_LONGEST_SEARCH = 100
_SEARCHES = "searches"
_KEPT_SEARCHES = 10


@page
def children(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Search by name or reference. The words come by form, so that no name is in an address.

    What was found has an address of its own, so that the browser's way back leads to it again; the
    words wait in the session, which ends with signing out.
    """
    if request.method == "POST":
        return redirect(f"{reverse('children')}?{urlencode({'search': _kept(request)})}")
    kept = request.session.get(_SEARCHES, {})
    words = kept.get(request.GET.get("search", ""), "")
    found = find_children(viewer, words=words, at=at)
    context = {"words": words, "found": found, "cut": len(found) == MOST, "nav": "children"}
    return render(request, "children/find.html", context)


def _kept(request: HttpRequest) -> str:
    """Keep the words of a search for this session. Out: the number under which they wait."""
    typed = request.POST.get("words", "")[:_LONGEST_SEARCH]
    words = "".join(each for each in typed if each.isprintable())
    kept = [*request.session.get(_SEARCHES, {}).items()]
    number = str(int(kept[-1][0]) + 1 if kept else 1)
    request.session[_SEARCHES] = dict([*kept, (number, words)][-_KEPT_SEARCHES:])
    return number


@page
def child(request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID) -> HttpResponse:
    """One child: disputes, reviews and what else is on record, and who is who."""
    view, record = child_view(viewer, child, at=at), record_view(viewer, child, at=at)
    entries = record_entries(record)
    context = {
        "view": view,
        "record": record,
        "words": Words(view.protocol),
        "may": {each.verb for each in record.may},
        "owed": owed_together(view, record.owed),
        "acts": [_act(child, each) for each in record.may],
        "subjects": [_subject(child, each) for each in view.subjects],
        "about_of": about_of,
        "entries": entries,
        "recent": recent(entries),
        "nav": "children",
    }
    return render(request, "children/page.html", context)


def _subject(child: UUID, about: About) -> dict[str, str]:
    address = reverse("raise", kwargs={"child": child})
    href = f"{address}?{urlencode({'about': about.value})}"
    return {"label": f"About {about.value}", "href": href}


def _act(child: UUID, option: Option) -> dict[str, str]:
    names = {"child": child, "step": option.verb.replace(" ", "-")}
    return {"label": option.label, "href": reverse("child-step", kwargs=names)}


@page
def challenges(request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID) -> HttpResponse:
    """Challenges made for me: a child's disputes in plain words, to be read through and printed."""
    found = challenges_for(viewer, child, at=at)
    context = {"page": found, "child": child, "nav": "children"}
    return render(request, "children/challenges.html", context)


@page
def child_date(
    request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID, key: str
) -> HttpResponse:
    """How a date in a child's record was worked out."""
    found = explain_for_child(viewer, child, key=key, at=at)
    context = {"found": found, "child": child, "nav": "children"}
    return render(request, "disputes/date.html", context)


@page
def child_receipt(
    request: HttpRequest, viewer: Viewer, at: datetime, *, child: UUID, key: str
) -> HttpResponse:
    """The receipt of a date in a child's record, as the file that the verifier counts again."""
    del request
    found = receipt_for_child(viewer, child, key=key, at=at)
    text = json.dumps(found.as_data(), ensure_ascii=False, indent=2)
    response = HttpResponse(f"{text}\n", content_type="application/json; charset=utf-8")
    name = re.sub(r"[^a-z0-9]+", "-", key)
    response["Content-Disposition"] = f'attachment; filename="receipt-{name}.json"'
    return response
