"""A way through a protocol, told with dates and in the words of the timeline."""

from datetime import date
from typing import NamedTuple

from concord.core.clock.working_day import calendar
from concord.core.dispute.words import Words
from concord.core.workshop.paths.acts import entry_of
from concord.core.workshop.paths.ground import Ground
from concord.core.workshop.paths.moves import beginning
from concord.core.workshop.paths.position import BY_TIME, Move, Position
from concord.core.workshop.paths.walk import Ways, way_to

# After it no nation of the kingdom has a bank holiday for almost six weeks, so that the days of an
# example are plain to count.
EXAMPLE_MONDAY = date(2026, 6, 1)


class Told(NamedTuple):
    """One thing that happens on a way: the working day, its date, and a sentence."""

    day: int
    on: date
    sentence: str


def told(ground: Ground, ways: Ways, at: Position) -> tuple[Told, ...]:
    """The way to a position, thing by thing, as if the concern were raised on a certain Monday."""
    protocol, words = ground.protocol, Words(ground.protocol)
    days = calendar(protocol.nation)
    lines = [Told(0, EXAMPLE_MONDAY, f"{words.who(ground.setting.raiser)} raised the concern")]
    before = beginning(ground)
    for move, after in way_to(ways, at):
        sentence = _sentence(ground, move, before, words)
        if sentence:
            lines.append(Told(after.day, days.add(EXAMPLE_MONDAY, after.day), sentence))
        before = after
    return tuple(lines)


def _sentence(ground: Ground, move: Move, at: Position, words: Words) -> str:
    if move.verb == BY_TIME:
        stage = ground.protocol.stages[at.rung]
        return f"The time for the {words.answer} at {stage.label} passed without one"
    entry = entry_of(ground, move, at)
    return entry.sentence(words.who(move.role), words) if entry else ""
