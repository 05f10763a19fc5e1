"""What the disputes of a trial come to: where they end, how long they take, whose work they are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import whole_of
from concord.core.workshop.paths.ground import last_day
from concord.core.workshop.paths.position import INFORMAL
from concord.core.workshop.trial.course import Course, overall_limit

_WEEK, _WEEKS = 5, 52


@dataclass(frozen=True, slots=True)
class Load:
    """How many steps a role has to take in a week of one year: on average, and in the busiest
    week of a middling year.
    """

    role: str
    a_week: float
    busiest: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What a protocol made of the disputes of a trial.

    `ends` has the number of those that were resolved in each place, in the order of the ladder,
    `unsettled` that of those that are left open: the ladder ends, or nobody answers and no limit
    runs out. Days are working days from the concern to the end, of those that were resolved, and
    `limit_days` is the overall limit in them. `over` counts those that took longer or are left
    open; `over_twenty` does so by the 20 working days of the IRO Handbook 2010 6.2, holds and all.
    """

    title: str
    disputes: int
    ends: tuple[tuple[str, int], ...]
    unsettled: int
    median: int
    ninetieth: int
    limit: str
    limit_days: int
    over: int
    over_twenty: int
    missed: int
    days: Mapping[int, int]
    load: tuple[Load, ...]

    def share(self, count: int) -> float:
        """A number of disputes as a share of all, from 0 to 1."""
        return count / self.disputes if self.disputes else 0.0


@dataclass(slots=True)
class Tally:
    """Counts one dispute after another; a year has as many as the assumptions say."""

    protocol: Protocol
    a_year: int
    disputes: int = 0
    over: int = 0
    over_twenty: int = 0
    missed: int = 0
    unsettled: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    days: Counter[int] = field(default_factory=Counter)
    _steps: Counter[str] = field(default_factory=Counter)
    _busiest: dict[str, list[int]] = field(default_factory=dict)
    _year: dict[str, Counter[int]] = field(default_factory=dict)

    def add(self, course: Course, part: Protocol) -> None:
        """Count a dispute, which ran on one ladder of the protocol."""
        self.disputes += 1
        self.missed += course.missed
        self.over += not (course.settled and course.in_time)
        self.over_twenty += not (course.settled and course.in_twenty)
        if course.settled:
            self.ends["" if course.rung == INFORMAL else part.stages[course.rung].id] += 1
            self.days[course.days] += 1
        else:
            self.unsettled += 1
        for step in course.steps:
            if step.move.role:
                self._year.setdefault(step.move.role, Counter())[step.day // _WEEK] += 1
        if self.disputes % self.a_year == 0:
            self._end_of_year()

    def _end_of_year(self) -> None:
        for role, weeks in self._year.items():
            self._steps[role] += weeks.total()
            self._busiest.setdefault(role, []).append(max(weeks.values()))
        self._year = {}

    def figures(self) -> Figures:
        """The figures of all that was counted."""
        words, whole = Words(whole_of(self.protocol)), whole_of(self.protocol)
        informal = whole.informal[0].label if whole.informal else whole.labels.informal
        places = [("", informal), *((stage.id, stage.label) for stage in whole.stages)]
        return Figures(
            title=whole.title,
            disputes=self.disputes,
            ends=tuple((label, self.ends[place]) for place, label in places),
            unsettled=self.unsettled,
            median=_within(self.days, 0.5),
            ninetieth=_within(self.days, 0.9),
            limit=str(overall_limit(self.protocol)),
            limit_days=last_day(0, overall_limit(self.protocol)),
            over=self.over,
            over_twenty=self.over_twenty,
            missed=self.missed,
            days=dict(sorted(self.days.items())),
            load=tuple(self._load(role, words) for role in whole.roles if self._did(role)),
        )

    def _did(self, role: str) -> int:
        return self._steps[role] + (self._year[role].total() if role in self._year else 0)

    def _load(self, role: str, words: Words) -> Load:
        years = self.disputes / self.a_year
        busiest = sorted(self._busiest.get(role, ())) or [max(self._year[role].values())]
        a_week = self._did(role) / years / _WEEKS
        return Load(words.role(role), a_week, busiest[len(busiest) // 2])


def _within(days: Mapping[int, int], share: float) -> int:
    """The fewest days within which a share of all are done; 0 without any."""
    wanted, done = share * sum(days.values()), 0
    for day, count in sorted(days.items()):
        done += count
        if done >= wanted:
            return day
    return 0
