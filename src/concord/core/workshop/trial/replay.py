"""Lets an authority's own past disputes go by protocols, each with what it showed itself.

A past dispute becomes numbers of chance: at each stage at which the same role is asked, those that
give back its own days and verdicts. What it did not come to is drawn by lot from what the other
past disputes showed.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import Facts, chosen, ladder_id, priority_of
from concord.core.workshop.paths.ground import Ground, Rung
from concord.core.workshop.trial.assumptions import WORKING_YEAR, Assumptions
from concord.core.workshop.trial.chance import numbers
from concord.core.workshop.trial.course import Course, Road, asked_at, chances, course
from concord.core.workshop.trial.figures import Figures
from concord.core.workshop.trial.past import Past, Stay
from concord.core.workshop.trial.places import (
    ANSWER,
    FIRST,
    GO_ON,
    HIGHER,
    HOLD,
    HOLD_DAYS,
    JUDGE,
    NONE,
    PER_STAGE,
    SATISFIES,
    START,
    TALK,
    TALK_RESOLVES,
    TASK,
)
from concord.core.workshop.trial.seen import chance_of, seen_in
from concord.core.workshop.trial.tried import Field

_YES, _NO = 0.0, 1 - 2**-32
_A_STEP, _WEEK, _WORKING_WEEK = 100, 7, 5


class Replayed(NamedTuple):
    """The figures of each protocol, what was seen and used, and for each protocol the number of
    disputes that it is not for (another raiser, child or ladder), which went as the nearest.
    """

    figures: tuple[Figures, ...]
    seen: Assumptions
    nearest: tuple[int, ...]


def replay(
    protocols: Sequence[Protocol],
    disputes: Sequence[Past],
    *,
    usual: Assumptions,
    seed: int,
    progress: Callable[[int], None] = lambda _done: None,
) -> Replayed:
    """What protocols make of the same past disputes, at least one; the same seed draws the same.

    In: what stands in for what no past dispute shows (`usual`). `progress` is told now and then
    how many disputes are done. Nothing is stored, no clock is read.
    """
    seen = seen_in(disputes, usual=usual)
    goings = [_Going(each, seen) for each in protocols]
    ordered = sorted(disputes, key=lambda each: each.began)
    for number, each in enumerate(ordered):
        for going in goings:
            going.add(each, first=ordered[0].began, luck=(seed, number))
        if number % _A_STEP == 0:
            progress(number)
    progress(len(ordered))
    figures = tuple(going.field.tally.figures() for going in goings)
    return Replayed(figures, seen, tuple(going.nearest for going in goings))


class _Going:
    def __init__(self, protocol: Protocol, seen: Assumptions) -> None:
        self.protocol, self.seen = protocol, seen
        self.field = Field(protocol, seen)
        self.needed = chances(len(protocol.stages))
        self.nearest = 0
        self.chosen: dict[Facts, tuple[Protocol, Road, bool]] = {}

    def add(self, each: Past, *, first: date, luck: tuple[int, int]) -> None:
        if each.facts not in self.chosen:
            self.chosen[each.facts] = self._choose(each.facts)
        part, road, is_for_it = self.chosen[each.facts]
        self.nearest += not is_for_it
        lots = numbers(*luck, self.needed)
        self.field.tally.add(follow(road, self.seen, each, first=first, lots=lots), part)

    def _choose(self, facts: Facts) -> tuple[Protocol, Road, bool]:
        """The road that fits a dispute with these facts best, and whether it is for such ones."""
        wanted = chosen(self.protocol, facts)

        def fit(road: tuple[Protocol, Road]) -> tuple[bool, ...]:
            part, setting = road[0], road[1].ground.setting
            return (
                ladder_id(part) == ladder_id(wanted),
                setting.raiser == facts.raiser,
                setting.status is facts.status,
                priority_of(part) == priority_of(wanted),
                setting.in_court is facts.in_court,
            )

        best = max(self.field.roads, key=fit)
        return *best, all(fit(best)[:3])


def follow(
    road: Road, seen: Assumptions, each: Past, *, first: date, lots: Sequence[float]
) -> Course:
    """The course of one past dispute on a road, from the first past dispute's week on."""
    chance = list(lots)
    for place, number in _chances(road.ground, seen, each, first):
        if number is not None:
            chance[place] = number
    return course(road, seen, chance)


def _chances(
    ground: Ground, seen: Assumptions, each: Past, first: date
) -> Iterator[tuple[int, float | None]]:
    yield START, (_weekdays(first, each.began) % WORKING_YEAR + 0.5) / WORKING_YEAR
    yield TALK, chance_of(seen.talking, each.talked)
    yield TALK_RESOLVES, _yes_or_no(each.settled)
    yield HIGHER, _yes_or_no(each.higher)
    left = list(each.stays)
    for place, rung in enumerate(ground.rungs):
        stay = _stay_for(rung, left)
        if stay is not None:
            left.remove(stay)
            for what, number in _of_stay(seen, stay):
                yield FIRST + PER_STAGE * place + what, number


def _stay_for(rung: Rung, stays: Sequence[Stay]) -> Stay | None:
    """What the dispute showed of whoever is asked at a stage; of the same stage, where it can."""
    asked = next(iter(asked_at(rung)), "")
    theirs = [stay for stay in stays if asked and stay.asked == asked]
    return next((stay for stay in theirs if stay.stage == rung.stage.id), next(iter(theirs), None))


def _of_stay(seen: Assumptions, stay: Stay) -> Iterator[tuple[int, float | None]]:
    yield HOLD, _yes_or_no(stay.held is not None)
    if stay.held is not None:
        yield HOLD_DAYS, chance_of(seen.holding, stay.held)
        yield TASK, _yes_or_no(bool(stay.task_done))
    if stay.answer is not None:
        yield ANSWER, chance_of(seen.of(stay.asked), stay.answer)
    if stay.silent or stay.answer is not None:
        yield NONE, _yes_or_no(stay.silent)
    if stay.satisfied is not None:
        yield SATISFIES, _yes_or_no(stay.satisfied)
    if stay.judged is not None:
        yield JUDGE, chance_of(seen.judging, stay.judged)
    if stay.went_on is not None:
        yield GO_ON, chance_of(seen.going_on, stay.went_on)


def _yes_or_no(yes: bool) -> float:
    return _YES if yes else _NO


def _weekdays(first: date, day: date) -> int:
    """The weekdays from the Monday of the first day's week to a day."""
    weeks, weekday = divmod((day - (first - timedelta(first.weekday()))).days, _WEEK)
    return weeks * _WORKING_WEEK + min(weekday, _WORKING_WEEK - 1)
