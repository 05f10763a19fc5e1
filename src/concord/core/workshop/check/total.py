"""The overall limit: is it the statutory one, what is left of it for judging, can it be broken?"""

from collections.abc import Iterator

from concord.core.clock.limit import Limit, Unit
from concord.core.clock.working_day import calendar
from concord.core.dispute.ladder import holding_rule
from concord.core.problem import Severity
from concord.core.protocol.definition import Total
from concord.core.protocol.ladders import is_about_another
from concord.core.protocol.vocabulary import NotStated
from concord.core.workshop.check.looked import Looked, Walk
from concord.core.workshop.check.meant import Meant
from concord.core.workshop.paths.ground import last_day
from concord.core.workshop.paths.position import BY_TIME, NEVER
from concord.core.workshop.paths.telling import EXAMPLE_MONDAY, Told, told
from concord.core.workshop.paths.walk import least_thinking, nearest

STATUTORY = Limit(20, Unit.WORKING_DAYS)


def _total(looked: Looked) -> Total | None:
    total = looked.protocol.total
    return None if isinstance(total, NotStated) else total


def not_the_statutory(looked: Looked) -> Iterator[Meant]:
    """No overall limit, or another one than the 20 working days of the IRO Handbook 2010, 6.3.

    These are for what the service does for the child, and not for a ladder about something else.
    """
    total = _total(looked)
    if is_about_another(looked.protocol) or (total is not None and total.within == STATUTORY):
        return
    said = f"The overall limit is {total.within}" if total else "No overall limit is stated"
    yield Meant(
        "not-20-days",
        Severity.WARNING,
        f"{said}, where the statutory guidance says {STATUTORY} in total",
        "Ask whether the document means this",
        total.clause if total else looked.protocol.closing.clause,
        ("total", "within") if total else ("total",),
    )


def left_for_judging(looked: Looked) -> Iterator[Meant]:
    """What is left for judging and escalating when every answer comes on its last day."""
    total, limits = _total(looked), _limits(looked)
    if total is None or len(limits) < len(looked.protocol.stages):
        return
    day = 0
    for limit in limits:
        day = last_day(day, limit)
    left = total.within.amount - day
    if left >= 0:
        rest = f"{left} {'is' if left == 1 else 'are'} left for judging and escalating"
    else:
        rest = f"they are {-left} more than there are"
    yield Meant(
        "left-for-judging",
        Severity.NOTE if left >= len(limits) else Severity.WARNING,
        f"The limits of the {len(limits)} stages take {day} of the {total.within}: {rest}",
        "Shorten a limit, or say that a stage takes what is left of the whole",
        total.clause,
        ("total", "within"),
    )


def _limits(looked: Looked) -> list[Limit]:
    rungs = looked.walks[0].ground.rungs if looked.walks else ()
    return [rung.limit for rung in rungs if rung.limit is not None]


def broken_in_time(looked: Looked) -> Iterator[Meant]:
    """The way on which the overall limit is broken although no answer is missed, that takes the
    least of the raising side's own time.
    """
    total, found = _total(looked), [_broken(each) for each in looked.walks]
    ways = [each for each in found if each is not None]
    if total is None or not ways:
        return
    days, way = min(ways, key=_days)
    own = f"{days} working day{'' if days == 1 else 's'} of the raising side's own time"
    yield Meant(
        "total-broken",
        Severity.WARNING,
        f"The {total.within} can be broken although every answer comes in time: {own} "
        f"{'is' if days == 1 else 'are'} enough",
        "Shorten the limits, or say by when the raising side judges and escalates",
        total.clause,
        ("total", "within"),
        way,
    )


_Broken = tuple[int, tuple[Told, ...]]


def _broken(walk: Walk) -> _Broken | None:
    ways = least_thinking(walk.graph, lambda move, _after: move.verb != BY_TIME)
    over = (at for at in ways if at.total != NEVER and at.day > at.total)
    at = nearest(ways, over)
    if at is None:
        return None
    on = calendar(walk.ground.protocol.nation).add(EXAMPLE_MONDAY, at.day)
    end = Told(at.day, on, f"The {at.total} working days are over, and it is still open")
    return ways[at].thinking, (*told(walk.ground, ways, at), end)


def _days(broken: _Broken) -> int:
    return broken[0]


def held(looked: Looked) -> Iterator[Meant]:
    """A hold for which the document does not say which clocks it stops."""
    rule = holding_rule(looked.protocol)
    if rule is None or (rule.stops and rule.reading is None):
        return
    stops = f"the clock of the {' and of the '.join(rule.stops)}" if rule.stops else "no clock"
    yield Meant(
        "hold-clocks",
        Severity.WARNING,
        f"The document does not say which clocks a hold stops; the file says {stops}",
        "Ask whoever wrote the document, and write it there",
        rule.clause,
        ("holding", "stops"),
    )
