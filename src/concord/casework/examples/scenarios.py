"""The scripts of the examples: what happens, with how many working days between the steps.

A script is a list of steps; the last one happened `age` working days before the examples are
loaded. Nothing in it depends on a protocol beyond its ladder, its holds and its referrals.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from concord.casework.examples import formal_steps as formal
from concord.casework.examples import informal_steps as informal
from concord.casework.examples import outside_steps as outside
from concord.casework.examples.chance import Chance
from concord.casework.examples.themes import ABOUT_OTHERS, Theme
from concord.casework.examples.walk import Walk
from concord.core.clock.limit import Limit
from concord.core.dispute.ladder import answer_rule, holding_rule, ways_in
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.ladders import is_about_another, ladder_of, on_each_ladder
from concord.core.protocol.vocabulary import NotStated

Step = tuple[int, Callable[[Walk], None]]

OPENING: list[Step] = [(0, informal.raise_it), (1, informal.talk)]
SATISFIED = partial(formal.judge, satisfied=True)
NOT_SATISFIED = partial(formal.judge, satisfied=False)
GOOD = partial(formal.answer, good=True)
WEAK = partial(formal.answer, good=False)

_ENTERS_HIGHER, _UNANSWERED = 0.35, 0.3


@dataclass(frozen=True, slots=True)
class Scenario:
    """A script and its age in working days; `refers` when it needs somebody who may refer, `theme`
    where it is not about one that fits the child.
    """

    name: str
    steps: list[Step]
    age: int
    refers: bool = False
    theme: Theme | None = None

    @property
    def days(self) -> int:
        """How many working days before the loading it began."""
        return self.age + sum(gap for gap, _step in self.steps)


def scenarios(protocol: Protocol, chance: Chance) -> Iterator[Scenario]:
    """All scripts for one protocol: about sixty, and some on each ladder about something else."""
    protocol, *others = on_each_ladder(protocol)
    yield from _informal()
    for index in range(len(protocol.stages)):
        yield from _on_stage(protocol, index, chance)
    yield from _past_the_total(protocol, chance)
    yield from _on_hold(protocol, chance)
    yield from _outside(protocol, chance)
    yield from _withdrawn(protocol, chance)
    for each in others:
        if is_about_another(each):
            yield from _about_another(each, chance)


def _about_another(protocol: Protocol, chance: Chance) -> Iterator[Scenario]:
    """A concern about an officer, a review or a partner agency: one that waits, one that ended."""
    first, ladder = protocol.stages[0], ladder_of(protocol)
    for about in ladder.about if ladder else ():
        begun: list[Step] = [(0, partial(informal.raise_it, about=about))]
        begun += [(1, informal.talk)] if protocol.informal else []
        begun += [(0, partial(formal.go_formal, stage=first))]
        ended: list[Step] = [*begun, (3, GOOD), (0, SATISFIED), (0, informal.resolve)]
        if first.refers_to:
            begun = [*begun, (0, outside.refer)]
            ended = [*begun, (9, outside.outcome), (0, informal.resolve)]
        theme = ABOUT_OTHERS[about]
        yield Scenario(f"about {about}", begun, chance.randint(0, 3), theme=theme)
        yield Scenario(f"resolved about {about}", ended, chance.randint(8, 60), theme=theme)


def _informal() -> Iterator[Scenario]:
    raised = OPENING[:1]
    agreed: list[Step] = [*OPENING, (1, informal.agree)]
    resolved: list[Step] = [*agreed, (3, informal.check_actions), (0, informal.resolve)]
    for age in (0, 1, 4, 6):
        yield Scenario("raised", raised, age)
    for age in (0, 3):
        yield Scenario("talked about", OPENING, age)
    for age in (1, 3, 6):
        yield Scenario("actions agreed", agreed, age)
    yield Scenario("given more time", [*OPENING, (2, informal.extend)], 1)
    yield Scenario("not resolved informally", [*OPENING, (2, informal.end_informal)], 0)
    for age in (1, 8, 30, 75, 140, 230):
        yield Scenario("resolved informally", resolved, age)


def _on_stage(protocol: Protocol, index: int, chance: Chance) -> Iterator[Scenario]:
    stage, last = protocol.stages[index], index == len(protocol.stages) - 1
    limit = _days_to_answer(stage)
    first = index == 0
    for age in (0, 1, 3, limit - 1) if first else (0, limit - 1):
        yield Scenario("waiting for the answer", _reach(protocol, index, chance), age)
    for age in (limit + 1, limit + 4) if first else (limit + 1,):
        yield Scenario("no answer in time", _reach(protocol, index, chance), age)
    answered: list[Step] = [(2, WEAK)]
    for age in (0, 1, 2) if first else (0,):
        yield Scenario("to be judged", [*_reach(protocol, index, chance), *answered], age)
    if first or last:
        rejected: list[Step] = [*answered, (0, NOT_SATISFIED)]
        yield Scenario("found wanting", [*_reach(protocol, index, chance), *rejected], 0)
    good: list[Step] = [(3, GOOD), (0, SATISFIED), (0, informal.resolve)]
    for age in (3, 25, 110, 210) if first else (5 + index, 40 + 20 * index):
        yield Scenario("resolved on a stage", [*_reach(protocol, index, chance), *good], age)


def _past_the_total(protocol: Protocol, chance: Chance) -> Iterator[Scenario]:
    if isinstance(protocol.total, NotStated):
        return
    days = protocol.total.within.amount
    answered: list[Step] = [(days - 4, WEAK), (0, NOT_SATISFIED)]
    yield Scenario("past the total, unanswered", _reach(protocol, 0, chance), days + 2)
    yield Scenario("past the total", [*_reach(protocol, 0, chance), *answered], 6)


def _on_hold(protocol: Protocol, chance: Chance) -> Iterator[Scenario]:
    rule = holding_rule(protocol)
    places = [index for index, each in enumerate(protocol.stages) if rule and each.id in rule.at]
    held: list[Step] = [(2, GOOD), (0, partial(formal.hold, days=6))]
    reported: list[Step] = [*held, (4, formal.report_hold)]
    done: list[Step] = [*reported, (2, formal.check_hold), (0, informal.resolve)]
    for index in places[:3]:
        yield Scenario("on hold", [*_reach(protocol, index, chance), *held], 2)
    for index in places[:1]:
        yield Scenario("on hold, to be checked", [*_reach(protocol, index, chance), *reported], 2)
        yield Scenario("hold over, not checked", [*_reach(protocol, index, chance), *held], 8)
        yield Scenario("resolved after a hold", [*_reach(protocol, index, chance), *done], 4)


def _outside(protocol: Protocol, chance: Chance) -> Iterator[Scenario]:
    if not protocol.referrals:
        return
    last = len(protocol.stages) - 1
    unresolved: list[Step] = [(3, WEAK), (0, NOT_SATISFIED)]
    referred: list[Step] = [(1, outside.intend), (1, outside.refer), (1, outside.confirm)]
    decided: list[Step] = [(9, outside.outcome), (0, informal.resolve)]
    for name, more, age in (
        ("referral considered and declined", [(1, outside.decline)], 1),
        ("referral intended", referred[:1], 0),
        ("with a body outside", referred, 4),
        ("with a body outside", referred, 1),
        ("back from a body outside", [*referred, *decided], 12),
    ):
        climbed = [*_reach(protocol, last, chance, ladder=True), *unresolved]
        yield Scenario(name, [*climbed, *more], age, refers=True)


def _withdrawn(protocol: Protocol, chance: Chance) -> Iterator[Scenario]:
    withdrawn: Step = (2, informal.withdraw)
    yield Scenario("withdrawn informally", [*OPENING, withdrawn], 5)
    for index in range(min(2, len(protocol.stages))):
        yield Scenario("withdrawn", [*_reach(protocol, index, chance), withdrawn], 3 + 30 * index)
    obstacle: list[Step] = [*OPENING, (0, informal.obstacle), (5, informal.rest)]
    yield Scenario("an obstacle from outside", obstacle, 1)


def _reach(protocol: Protocol, index: int, chance: Chance, *, ladder: bool = False) -> list[Step]:
    """The steps that bring a dispute to a stage, the alert there included."""
    stages = protocol.stages
    entry = 0 if ladder or chance.random() > _ENTERS_HIGHER else _highest_entry(protocol, index)
    steps: list[Step] = [*OPENING]
    steps.append((chance.randint(1, 3), partial(formal.go_formal, stage=stages[entry])))
    for stage in stages[entry:index]:
        steps.extend(_leave(stage, chance))
    return steps


def _highest_entry(protocol: Protocol, index: int) -> int:
    """The highest stage up to one at which whoever raises first may begin; the first otherwise."""
    raiser = protocol.raisers[0]
    open_at = {
        stage
        for way in ways_in(protocol)
        if raiser in way.by and "at the start" in way.when
        for stage in way.into
    }
    for place in range(index, 0, -1):
        stage = protocol.stages[place]
        if stage.id in open_at and stage.only_after is None:
            return place
    return 0


def _leave(stage: Stage, chance: Chance) -> list[Step]:
    """The steps from one stage to the next: an answer that does not help, or none."""
    if answer_rule(stage) is None or chance.random() < _UNANSWERED:
        return [(_days_to_answer(stage) + 1, partial(formal.give_up_waiting, stage=stage))]
    # A stage that is entered by itself has used a day before anybody looks.
    days = chance.randint(1, max(1, _days_to_answer(stage) - 1))
    return [(days, WEAK), (0, NOT_SATISFIED), (0, formal.escalate)]


def _days_to_answer(stage: Stage) -> int:
    rule = answer_rule(stage)
    within = rule.within if rule else None
    return within.amount if isinstance(within, Limit) else formal.DAYS_TO_ANSWER
