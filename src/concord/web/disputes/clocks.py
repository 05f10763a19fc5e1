"""The two clocks of the dispute page."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.urls import reverse

from concord.casework.queries.dispute import DisputeView
from concord.core.dispute.clocks import Clock
from concord.core.dispute.ladder import answered_at, current_stage
from concord.core.dispute.state import Phase


@dataclass(frozen=True, slots=True)
class ClockBox:
    """One clock as it is drawn; numbers in working days."""

    label: str
    used: int
    left: int
    due_on: date | None
    receipt: str
    state: Literal["running", "held", "missed", "done", "ended", "none"]
    note: str
    clause: str


def clock_boxes(view: DisputeView) -> list[ClockBox]:
    """The stage's clock and the total, as far as something counts on them."""
    boxes = []
    if view.clocks.stage:
        run = view.matter.dispute.run
        key = f"{run.number}:answer" if run else ""
        boxes.append(_box(view, view.clocks.stage, key, _answered(view)))
    if view.clocks.total:
        total, dispute = view.clocks.total, view.matter.dispute
        box = _box(view, total, "total", dispute.closed_at is not None or total.handed_over)
        # Nothing was resolved within the limit when it was withdrawn, or handed to another body.
        unmet = dispute.phase is Phase.WITHDRAWN or total.handed_over
        boxes.append(replace(box, state="ended") if unmet and box.state == "done" else box)
    return boxes


def _answered(view: DisputeView) -> bool:
    stage, run = current_stage(view.matter.protocol, view.matter.dispute), view.matter.dispute.run
    return bool(stage and run and answered_at(stage, run))


def _box(view: DisputeView, clock: Clock, key: str, stands: bool) -> ClockBox:
    names = {"dispute": view.row.id, "key": key}
    label = "In all" if clock.label == "total" else f"To answer, {clock.label}"
    held = "On hold: this clock stands still" if clock.held else ""
    if clock.handed_over:
        held = "Referred, with the last stage over: this clock stands still"
    return ClockBox(
        label,
        clock.used,
        clock.left,
        clock.due.on,
        reverse("date", kwargs=names),
        _state(clock, stands, over=view.at >= clock.due.at),
        held,
        clock.clause,
    )


def _state(
    clock: Clock, stands: bool, *, over: bool
) -> Literal["running", "held", "missed", "done"]:
    if clock.left < 0:
        return "missed"
    if stands:
        return "done"
    if over:  # no working day has passed since, as on a weekend
        return "missed"
    return "held" if clock.held else "running"
