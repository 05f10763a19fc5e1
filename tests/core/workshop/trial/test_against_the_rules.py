"""A made-up dispute goes the way that the real rules take it, on the days on which they do."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

import pytest

from concord.core.dispute.events import HoldPlaced
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.paths.acts import entry_of
from concord.core.workshop.paths.ground import Setting, ground, settings
from concord.core.workshop.paths.position import ENDED, INFORMAL
from concord.core.workshop.trial import Assumptions, assumed_text, read_assumptions
from concord.core.workshop.trial.chance import numbers
from concord.core.workshop.trial.course import Course, Road, chances, course
from tests.core.workshop.paths.replay import begun, follow, moment, phase_of, taken

ASSUMED = read_assumptions(assumed_text(), file="assumed.yaml")
SETTINGS = [(part, each) for part in map(shipped, shipped_ids()) for each in settings(part)]
NAMES = [f"{part.id}-{each.status}-{each.raiser}" for part, each in SETTINGS]
DISPUTES = 60


def courses(part: Protocol, setting: Setting, assumed: Assumptions = ASSUMED) -> Iterator[Course]:
    """Disputes that begin on a Monday, as those do that are gone again with the real rules."""
    road = Road(ground(part, setting))
    for number in range(DISPUTES):
        yield course(road, assumed, (0.0, *numbers(7, number, chances(len(part.stages)))[1:]))


@pytest.mark.parametrize(("part", "setting"), SETTINGS, ids=NAMES)
def test_the_rules_allow_each_step_on_its_day(part: Protocol, setting: Setting) -> None:
    ended = set[int]()
    for each in courses(part, setting):
        matter = gone_again(part, setting, each)
        assert not matter.dispute.is_open or not each.settled
        assert (each.steps[-1].after.phase in ENDED) is each.settled
        ended.add(each.rung)
    assert {INFORMAL, 0, 1} <= ended


def gone_again(part: Protocol, setting: Setting, each: Course) -> Matter:
    """A made-up dispute, gone again with the real rules, which allow each of its steps."""
    here = ground(part, setting)
    matter, at = begun(part, setting), Road(here).start
    for step, later in zip_longest(each.steps, each.steps[1:]):
        after = step.after._replace(day=step.day)
        entry = entry_of(here, step.move, at)
        if isinstance(entry, HoldPlaced):
            until = moment((later or step).day - 1, matter=matter).date()
            dated = replace(entry, until=until)
            followed = taken(matter, step.move.role, dated, day=step.day)
        else:
            followed = follow(here, matter, step.move, at=at, after=after)
        assert followed is not None, (step, each)
        assert phase_of(followed) == step.after.phase, (step, each)
        matter, at = followed, after
    return matter
