"""The ladder and the timeline as their macros take them."""

from typing import Any

from django.urls import reverse

from concord.casework.queries.dispute import DisputeView
from concord.core.clock.london import local_date
from concord.core.record.envelope import SYSTEM

_BAD = ("dispute.duty-missed",)
_HOLD = ("dispute.hold-placed", "dispute.hold-checked", "dispute.hold-lifted")
_GOOD = ("dispute.resolved",)
_RECENT = 6
_FEW = 10  # a short story is not folded


def ladder_steps(view: DisputeView) -> list[dict[str, str]]:
    """Each rung with its state and who is asked there."""
    return [
        {"label": rung.label, "state": rung.state, "who": rung.who, "detail": ""}
        for rung in view.ladder
    ]


def timeline_entries(view: DisputeView) -> list[dict[str, Any]]:
    """The entries, newest first, each with what was written in it."""
    document = reverse("dispute-clauses", kwargs={"dispute": view.row.id})
    dated = {line.duty.key for line in (*view.owed, *view.over) if line.duty.due}
    return [
        {
            "title": entry.sentence,
            "by": "" if entry.person == SYSTEM else view.names.get(entry.person, ""),
            "at": entry.happened_at,
            "at_href": _receipt(view, entry.missed) if entry.missed in dated else "",
            "recorded_at": late(entry.happened_at, entry.recorded_at),
            "kind": _mark(entry.kind),
            "id": f"entry-{entry.number}",
            "number": entry.number,
            "clause": view.words.clause(entry.clause),
            "clause_href": f"{document}#clause-{entry.clause}",
            "entry": entry,
        }
        for entry in reversed(view.timeline)
    ]


def _receipt(view: DisputeView, key: str) -> str:
    return reverse("date", kwargs={"dispute": view.row.id, "key": key})


def recent(entries: list[dict[str, Any]]) -> int:
    """How many of the entries, newest first, stand open; the earlier ones unfold at a press."""
    return len(entries) if len(entries) <= _FEW else _RECENT


def late(happened_at: Any, recorded_at: Any) -> Any:
    """When an entry was recorded, where that was on a later day than it happened; else nothing."""
    return recorded_at if local_date(happened_at) != local_date(recorded_at) else None


def _mark(kind: str) -> str:
    if kind in _BAD:
        return "bad"
    if kind in _HOLD:
        return "hold"
    return "good" if kind in _GOOD else ""
