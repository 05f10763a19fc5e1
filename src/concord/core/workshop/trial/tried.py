"""Tries protocols out on the same made-up disputes, so that they differ by the protocols alone."""

from collections.abc import Callable, Sequence

from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import chosen_parts, is_about_another
from concord.core.workshop.paths.ground import ground, settings
from concord.core.workshop.trial.assumptions import Assumptions
from concord.core.workshop.trial.chance import numbers
from concord.core.workshop.trial.course import Course, Road, chances, course, setting_of
from concord.core.workshop.trial.figures import Figures, Tally

MOST = 1_000_000
_A_STEP = 500


def try_out(
    protocols: Sequence[Protocol],
    assumed: Assumptions,
    *,
    disputes: int,
    seed: int,
    progress: Callable[[int], None] = lambda _done: None,
) -> tuple[Figures, ...]:
    """The figures of each protocol for the same disputes; the same seed gives the same figures.

    In: how many disputes, at most 1,000,000, and the seed. `progress` is told now and then how
    many disputes are done. Nothing is stored, no clock is read.
    """
    fields = [Field(each, assumed) for each in protocols]
    needed = max(chances(len(each.stages)) for each in protocols)
    for number in range(disputes):
        chance = numbers(seed, number, needed)
        for field in fields:
            field.run(chance)
        if number % _A_STEP == 0:
            progress(number)
    progress(disputes)
    return tuple(field.tally.figures() for field in fields)


class Field:
    """One protocol with the roads of all its ladders, priorities and settings; those that are made
    up are about what the service does for a child.
    """

    def __init__(self, protocol: Protocol, assumed: Assumptions) -> None:
        self.assumed = assumed
        self.tally = Tally(protocol, assumed.disputes_a_year)
        self.roads = [
            (part, Road(ground(part, setting)))
            for part in chosen_parts(protocol)
            for setting in settings(part)
        ]
        self.made_up = [road for road in self.roads if not is_about_another(road[0])]

    def run(self, chance: Sequence[float]) -> None:
        """Let one dispute go by its numbers of chance, and count it."""
        part, road = self.made_up[setting_of(chance, len(self.made_up))]
        self.tally.add(course(road, self.assumed, chance), part)


def course_of(protocol: Protocol, assumed: Assumptions, *, seed: int, dispute: int) -> Course:
    """The course of one of the disputes of a trial, step by step."""
    chance = numbers(seed, dispute, chances(len(protocol.stages)))
    roads = Field(protocol, assumed).made_up
    return course(roads[setting_of(chance, len(roads))][1], assumed, chance)
