"""What one past dispute shows: who took how many working days for what, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from concord.core.clock.london import local_date
from concord.core.dispute.events import DutyMissed
from concord.core.dispute.ladder import (
    answer_rule,
    answered_at,
    holding_rule,
    stage_of,
    without_part,
)
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Pause, Phase, Run
from concord.core.protocol.ladders import Facts
from concord.core.protocol.stage import Stage


class Stay(NamedTuple):
    """What a dispute showed at one stage; None stands for what it did not come to there.

    `asked` is the role whose answer it was first of all. `answer` are the working days from the
    alert to the whole answer, without those of a hold that stops the stage's clock; `silent` says
    that none had come when somebody went on. `judged` counts from the answer, `went_on` from the
    end of what failed to the next alert, `held` the days of a hold.
    """

    stage: str
    asked: str
    silent: bool
    answer: int | None
    satisfied: bool | None
    judged: int | None
    went_on: int | None
    held: int | None
    task_done: bool | None


class Past(NamedTuple):
    """A dispute that was resolved: the day on which it was raised, what its ladder follows from,
    for how many working days it was talked about, whether that settled it, whether it began above
    the first stage, and its stages in their order. Nothing in it says who the child is.
    """

    began: date
    facts: Facts
    talked: int
    settled: bool
    higher: bool
    stays: tuple[Stay, ...]


def past(matter: Matter) -> Past | None:
    """What a dispute shows; None while it is open, and for one that was withdrawn.

    In: its matter, with all entries. Days are working days by its own calendar. Raises
    BeyondCalendar for days whose bank holidays are not known.
    """
    dispute, closed = matter.dispute, matter.dispute.closed_at
    if dispute.phase is not Phase.RESOLVED or dispute.raised_at is None or closed is None:
        return None
    runs = [run for run in dispute.runs if stage_of(matter.protocol, run.rung)]
    began = _begins(runs[0]) if runs else closed
    return Past(
        began=local_date(dispute.raised_at),
        facts=dispute.facts,
        talked=_days(matter, dispute.raised_at, began),
        settled=not runs,
        higher=bool(runs) and runs[0].rung != matter.protocol.stages[0].id,
        stays=tuple(_stays(matter, runs, closed)),
    )


def _begins(run: Run) -> datetime:
    return run.alert_at or run.opened_at


def _days(matter: Matter, after: datetime, until: datetime) -> int:
    return max(matter.calendar.between(local_date(after), local_date(until)), 0)


def _stays(matter: Matter, runs: list[Run], closed: datetime) -> Iterator[Stay]:
    for run, later in pairwise([*runs, None]):
        stage = stage_of(matter.protocol, run.rung) if run else None
        if run and stage:
            looked = _Look(matter, stage, run, later, closed)
            yield looked.stay()


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at one run; `later` is the one after it, `closed` when the dispute was resolved."""

    matter: Matter
    stage: Stage
    run: Run
    later: Run | None
    closed: datetime

    def stay(self) -> Stay:
        pause = next((p for p in self.matter.dispute.pauses if p.run == self.run.number), None)
        task_done = pause.done if pause else None
        answered = self._answered(task_done)
        return Stay(
            stage=self.stage.id,
            asked=self._asked(),
            silent=answered is None and task_done is None,
            answer=None if answered is None else self._answer(answered, pause),
            satisfied=None if answered is None else self.later is None,
            judged=None if answered is None else self._judged(answered),
            went_on=self._went_on(answered),
            held=self._held(pause),
            task_done=task_done,
        )

    def _answered(self, task_done: bool | None) -> datetime | None:
        """When the whole answer came. What was resolved while one was still due had it then."""
        settled = self.later is None and task_done is None
        return answered_at(self.stage, self.run) or (self.closed if settled else None)

    def _asked(self) -> str:
        rule, decides = answer_rule(self.stage), self.stage.adjudication
        by = decides.by if decides else (rule.by if rule else ())
        others = without_part(self.matter.protocol, self.matter.dispute)
        return next((role for role in by if role not in others), "")

    def _answer(self, answered: datetime, pause: Pause | None) -> int:
        rule = holding_rule(self.matter.protocol)
        stopped = self._held(pause) if rule and "stage" in rule.stops else None
        since = self.run.counts_from or self.run.opened_at
        return max(_days(self.matter, since, answered) - (stopped or 0), 0)

    def _judged(self, answered: datetime) -> int | None:
        until = self.closed if self.later is None else self.run.unresolved_at
        return _days(self.matter, answered, until) if until else None

    def _held(self, pause: Pause | None) -> int | None:
        """The days of a hold. It is looked at on the day after its last one."""
        if pause is None or pause.ended_at is None:
            return None
        return max(_days(self.matter, pause.placed_at, pause.ended_at) - 1, 1)

    def _went_on(self, answered: datetime | None) -> int | None:
        """How long it took to go on. Whoever waited for a late answer took that long at least."""
        found, missed = list[int](), self._missed()
        if missed and answered:
            found.append(_days(self.matter, missed, answered) - 1)
        if self.later and not self.later.by_rule:
            failed = self.run.unresolved_at
            if missed and not answered:
                # It is known to be missing on the day after its last one.
                found.append(_days(self.matter, missed, _begins(self.later)) - 1)
            elif failed:
                found.append(_days(self.matter, failed, _begins(self.later)))
        return max((0, *found)) if found else None

    def _missed(self) -> datetime | None:
        """The last moment at which the answer would have been in time, if it was missed."""
        wanted = f"{self.run.number}:answer"
        events = (entry.event for entry in self.matter.dispute.entries)
        missed = (e for e in events if isinstance(e, DutyMissed) and e.duty.startswith(wanted))
        due = next((each.due_at for each in missed), None)
        return due - timedelta(microseconds=1) if due else None
