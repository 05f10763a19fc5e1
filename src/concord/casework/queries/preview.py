"""The timetable that a dispute would have if every time limit were used to the full."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from concord.core.clock.deadline import Anchor, deadline
from concord.core.clock.limit import Limit
from concord.core.clock.receipt import Receipt
from concord.core.clock.working_day import Calendar
from concord.core.dispute.ladder import answer_rule
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.vocabulary import Moment, NotStated


@dataclass(frozen=True, slots=True)
class PlannedStage:
    """A stage in the preview: from when, by when, who answers, and whether it passes the total.

    `receipt` says why it is that day: a stage without a limit of its own ends with the total.
    """

    stage: Stage
    from_at: datetime
    due_on: date | None
    past_total: bool
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """The whole timetable to the end of the overall limit."""

    stages: tuple[PlannedStage, ...]
    total: Receipt | None

    @property
    def total_due_on(self) -> date | None:
        """The day on which the overall limit ends; None where none is stated."""
        return self.total.due_on if self.total else None


def timetable(
    protocol: Protocol,
    *,
    days: Calendar,
    entry: str,
    raised_at: datetime,
    formal_at: datetime,
) -> Timetable:
    """The latest dates of a dispute. In: the calendar that it counts with, the stage of entry, when
    the concern is raised and when the formal process begins (aware). Out: each stage with its
    latest day, counted from the end of the one before, and the day on which the overall limit
    ends. Raises BeyondCalendar.
    """
    total = _total(protocol, days, raised_at=raised_at, formal_at=formal_at)
    return Timetable(tuple(_stages(protocol, days, entry, formal_at, total)), total)


def _total(
    protocol: Protocol, days: Calendar, *, raised_at: datetime, formal_at: datetime
) -> Receipt | None:
    rule = protocol.total
    if isinstance(rule, NotStated):
        return None
    began = raised_at if rule.counted_from is Moment.CONCERN_RAISED else formal_at
    anchor = Anchor(began, rule.counted_from.value, rule.clause)
    return deadline(anchor, limit=rule.within, calendar=days).receipt()


def _stages(
    protocol: Protocol, days: Calendar, entry: str, begins: datetime, total: Receipt | None
) -> Iterator[PlannedStage]:
    ids = [stage.id for stage in protocol.stages]
    for stage in protocol.stages[ids.index(entry) :]:
        rule = answer_rule(stage)
        receipt = total
        if rule and isinstance(rule.within, Limit):
            clause = rule.limit_clause or rule.clause
            anchor = Anchor(begins, Moment.ALERT_ISSUED.value, clause)
            receipt = deadline(anchor, limit=rule.within, calendar=days).receipt()
        due = receipt.due_on if receipt else None
        past = bool(due and total and due > total.due_on)
        yield PlannedStage(stage, begins, due, past, receipt)
        if rule and isinstance(rule.within, Limit) and due:
            # The next alert goes out at the last moment of this stage: the slowest lawful course.
            begins = datetime.combine(due, begins.timetz())
