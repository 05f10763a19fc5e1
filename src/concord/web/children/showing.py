"""A child's record as the macros of the page take it."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from concord.casework.queries.child_record import RecordView
from concord.core.record.envelope import SYSTEM
from concord.web.disputes.showing import late

_BAD = ("child.duty-missed", "child.grave-event-recorded", "child.decision-refused")
_GOOD = ("child.practice-recognised", "child.compliment-passed-on")
_NAMED = {
    **{name: name for name in ("review", "decision", "request")},
    "change": "notified",
    "submission": "submission",
    "complaint": "complaint",
    "grave": "event",
}


def record_entries(view: RecordView) -> list[dict[str, Any]]:
    """The entries that this person sees, newest first, each with what was written in it."""
    dated = {line.duty.key for line in view.duties if line.duty.due}
    child = view.loaded.child.pk
    return [
        {
            "title": entry.sentence,
            "by": "" if entry.person == SYSTEM else view.names.get(entry.person, ""),
            "at": entry.happened_at,
            "at_href": reverse("child-date", kwargs={"child": child, "key": entry.missed})
            if entry.missed in dated
            else "",
            "recorded_at": late(entry.happened_at, entry.recorded_at),
            "kind": _mark(entry.kind),
            "id": f"entry-{entry.number}",
            "clause": view.words.clause(entry.clause) if entry.clause else "",
            "clause_href": f"{reverse('protocol-clauses')}#clause-{entry.clause}",
            "entry": entry,
        }
        for entry in reversed(view.timeline)
    ]


def about_of(key: str) -> str:
    """The part of an address that says which review, decision or change a duty is about."""
    about, number, *_ = key.split(":")
    name = _NAMED[about]
    return f"?{urlencode({name: number})}"


def _mark(kind: str) -> str:
    if kind in _BAD:
        return "bad"
    return "good" if kind in _GOOD else ""
