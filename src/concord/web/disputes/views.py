"""One dispute, and why each of its dates is what it is."""

import json
import re
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from concord.casework.actor import Viewer
from concord.casework.queries.child_record import complaints_beside
from concord.casework.queries.dispute import DisputeView, dispute_view, explain
from concord.casework.queries.moving import may_be_moved
from concord.casework.queries.receipts import receipts_for
from concord.core.dispute.decide import ACTS, Option
from concord.core.dispute.restraints import restraints
from concord.web.disputes.clocks import clock_boxes
from concord.web.disputes.showing import ladder_steps, recent, timeline_entries
from concord.web.disputes.standing import plan_with_standing
from concord.web.drawing import picture_of
from concord.web.guard import page
from concord.web.steps.asking import another_way
from concord.web.steps.labels import step_hint, step_label

_ALWAYS = frozenset(
    (
        *("record conversation", "record contact", "correct", "inform", "consult", "consider"),
        *("record obstacle", "note court proceedings", "write case note", "agree actions"),
        *("hear child", "hear family", "answer child", "explain child"),
        *("record advocate", "record breach"),
        *("call review", "seek advice", "receive advice", "withdraw", "consider referral"),
    )
)
_PLAIN = re.compile(r"[^a-z0-9]+")
_NO_WAY = frozenset(("not-your-part", "on-hold"))


@page
def dispute(request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID) -> HttpResponse:
    """Where it stands, what is owed, what this person may do, and all that happened."""
    view = dispute_view(viewer, dispute, at=at)
    main, entries = _owed_first(view), timeline_entries(view)
    context = {
        "view": view,
        "steps": ladder_steps(view),
        "clocks": clock_boxes(view),
        "main": [act for _, act in main],
        "nothing": _nothing(view),
        "also": _acts(view, [*_otherwise(view), *_rest(view, {verb for verb, _ in main})]),
        "refused": _refused(view),
        "entries": entries,
        "recent": recent(entries),
        "may_be_moved": may_be_moved(viewer, view),
        "restraints": restraints(view.matter),
        "complaints": complaints_beside(viewer, _reached(view), at=at),
        "nav": "work",
    }
    return render(request, "disputes/page.html", context)


@page
def date(
    request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID, key: str
) -> HttpResponse:
    """The receipt of one date: the act it counts from, and each day after it."""
    found = explain(viewer, dispute, key=key, at=at)
    return render(request, "disputes/date.html", {"found": found, "nav": "work"})


@page
def receipts(
    request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID, key: str = ""
) -> HttpResponse:
    """The receipts of one date or of all, as the file that the verifier counts again."""
    del request
    number, found = receipts_for(viewer, dispute, at=at)
    data = (found.only(key) if key else found).as_data()
    text = json.dumps(data, ensure_ascii=False, indent=2)
    response = HttpResponse(f"{text}\n", content_type="application/json; charset=utf-8")
    name = f"receipt-{number}-{_PLAIN.sub('-', key)}" if key else f"receipts-{number}"
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@page
def drawing(request: HttpRequest, viewer: Viewer, at: datetime, *, dispute: UUID) -> HttpResponse:
    """The protocol as a drawing, with where this dispute stands in it."""
    view = dispute_view(viewer, dispute, at=at)
    context = {"view": view, "picture": picture_of(plan_with_standing(view)), "nav": "work"}
    return render(request, "disputes/drawing.html", context)


def _reached(view: DisputeView) -> list[UUID]:
    """The children of a dispute whom this person works with."""
    return [each.id for each in view.children if each.reached]


def _nothing(view: DisputeView) -> str:
    """What stands where there is no main step for this person."""
    if not view.matter.dispute.is_open:
        return view.words.own("This dispute has ended.")
    return view.words.own("There is no step for you to take at this stage now.")


def step_address(view: DisputeView, verb: str) -> str:
    """The address of a step's form."""
    names = {"dispute": view.row.id, "step": verb.replace(" ", "-")}
    return reverse("step", kwargs=names)


def _rest(view: DisputeView, shown: set[str]) -> list[Option]:
    """The steps that are nearly always possible, without those that have a button already."""
    return [each for each in view.may if each.verb in _ALWAYS and each.verb not in shown]


def _otherwise(view: DisputeView) -> list[Option]:
    """Steps that wait in the ordinary way, and that another way in may lead to now."""
    return [
        each
        for each in view.may_not
        if each.refused
        and each.refused.id not in _NO_WAY
        and another_way(view.matter, ACTS[each.verb], view.roles)
    ]


def _owed_first(view: DisputeView) -> list[tuple[str, dict[str, str]]]:
    """What this person owes and may do now, with the duty as the hint, then other main steps."""
    may = {each.verb: each for each in view.may}
    mine = [line.duty for line in view.owed if line.mine and line.duty.act in may]
    shown: dict[str, dict[str, str]] = {}
    for duty in mine:
        if duty.key != "total" and duty.act not in shown:
            address = f"{step_address(view, duty.act)}?{urlencode({'duty': duty.key})}"
            act = {"label": step_label(view, duty.act), "href": address, "hint": duty.what}
            shown[duty.act] = act
    others = [each for each in view.may if each.verb not in _ALWAYS and each.verb not in shown]
    secondary = ({**act, "kind": "secondary"} for act in _acts(view, others))
    return [*shown.items(), *zip((each.verb for each in others), secondary, strict=True)]


def _acts(view: DisputeView, options: list[Option]) -> list[dict[str, str]]:
    return [
        {
            "label": step_label(view, each.verb),
            "href": step_address(view, each.verb),
            "hint": step_hint(view, each.verb),
        }
        for each in options
    ]


def _refused(view: DisputeView) -> list[dict[str, str]]:
    document = reverse("dispute-clauses", kwargs={"dispute": view.row.id})
    return [
        {
            "label": step_label(view, each.verb),
            "reason": each.refused.sentence,
            "clause": view.words.clause(each.refused.clause),
            "clause_href": f"{document}#clause-{each.refused.clause}",
            "allowed_by": each.refused.allowed_by,
        }
        for each in view.may_not
        if each.refused
    ]
