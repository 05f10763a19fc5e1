"""A walk goes where the real rules let a dispute go, and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from concord.core.dispute.clocks import answer_due, total_due
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Protocol, Total
from concord.core.protocol.ladders import chosen_parts
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.vocabulary import NotStated
from concord.core.workshop.paths.acts import entry_of
from concord.core.workshop.paths.ground import Ground, Setting, ground, settings
from concord.core.workshop.paths.moves import beginning, moves
from concord.core.workshop.paths.position import (
    BY_TIME,
    INFORMAL,
    NEVER,
    SATISFIED,
    WAITING,
    Move,
    Position,
)
from concord.core.workshop.paths.walk import Ways, explore, shortest
from tests.core.workshop.paths.replay import begun, follow, moment, phase_of
from tests.support.invented import PROTOCOLS, invented


def _always(protocol: Protocol) -> Protocol:
    """A protocol without the dates of its own force: a walk is of no certain day."""
    source = replace(protocol.source, in_force_from=None, in_force_until=None)
    return replace(protocol, source=source)


# Of an invented protocol one setting for each of its ladders and priorities; without an overall
# limit a walk does not count the days, so that they cannot be gone again.
SETTINGS = [
    (part, each)
    for protocol in map(shipped, shipped_ids())
    for part in chosen_parts(protocol)
    for each in settings(part)
    if isinstance(part.total, Total)
]
SETTINGS += [
    (part, each)
    for protocol in map(invented, PROTOCOLS)
    for part in chosen_parts(_always(protocol))
    for each in islice(settings(part), 1)
    if isinstance(part.total, Total)
]
NAMES = [f"{part.id}-{each.status}-{each.raiser}-{n}" for n, (part, each) in enumerate(SETTINGS)]
# A task cannot be found undone before its day, and a walk does not know the day; nor does it know a
# day that somebody sets or that comes from outside.
UNKNOWN_DAYS = frozenset((("check hold", "no"), (BY_TIME, "any day")))


def is_unknown(move: Move) -> bool:
    return (move.verb, move.about) in UNKNOWN_DAYS


@pytest.mark.parametrize(("part", "setting"), SETTINGS, ids=NAMES)
def test_each_way_of_a_walk_is_a_way_of_the_rules(part: Protocol, setting: Setting) -> None:
    here = ground(part, setting)
    walked = shortest(explore(here))
    real = replayed(here, walked)
    assert len(real) > len(walked) * (0.1 if any_day(here) else 0.8)
    for at, matter in real.items():
        stands_like(matter, at)


def any_day(here: Ground) -> bool:
    return any(rung.ends_any_day for rung in here.rungs)


def replayed(here: Ground, walked: Ways) -> dict[Position, Matter]:
    real = {beginning(here): begun(here.protocol, here.setting)}
    for at in sorted(walked, key=lambda each: depth(walked, each)):
        before, move = walked[at].before, walked[at].move
        if before is None or move is None or before not in real:
            continue
        if is_unknown(move):
            continue
        after = follow(here, real[before], move, at=before, after=at)
        assert after is not None, (before, move, at)
        real[at] = after
    return real


def depth(walked: Ways, at: Position) -> int:
    count, before = 0, walked[at].before
    while before is not None:
        count, before = count + 1, walked[before].before
    return count


def stands_like(matter: Matter, at: Position) -> None:
    dispute = matter.dispute
    assert phase_of(matter) == at.phase, at
    run = dispute.runs[-1]
    if at.rung != INFORMAL:
        assert run.rung == matter.protocol.stages[at.rung].id
    assert bool(dispute.pause) == at.held
    due, total = answer_due(matter, run), total_due(matter)
    if at.phase == WAITING and at.due != NEVER and not at.held:
        assert due is not None
        assert due.on == moment(at.due, matter=matter).date(), at
    on_hold = not dispute.is_open or at.held
    if at.total != NEVER and not (on_hold and "total" in stopped(matter)):
        assert total is not None
        assert total.on == moment(at.total, matter=matter).date(), at


def stopped(matter: Matter) -> tuple[str, ...]:
    """The clocks that a hold stops: while it lasts, nobody knows when they end."""
    holding = matter.protocol.holding
    return () if isinstance(holding, NotStated) else holding.stops


@pytest.mark.parametrize(("part", "setting"), SETTINGS, ids=NAMES)
def test_what_the_rules_allow_is_a_move_of_the_walk(part: Protocol, setting: Setting) -> None:
    here = ground(part, setting)
    real = replayed(here, shortest(explore(here)))
    for at, matter in list(real.items())[::5]:
        known = {(move.verb, move.role, move.about) for move, _ in moves(here, at)}
        known |= {(verb, "", about) for verb, _role, about in known}
        for move in tries(here, at):
            if move.verb in ONE_FOR_ALL:
                asked = (move.verb, "", move.about)
            else:
                asked = (move.verb, move.role, move.about)
            if asked not in known and not _second_judge(here, move, at):
                assert not allowed(here, matter, move, at), (at, move)


@pytest.mark.parametrize(("part", "setting"), SETTINGS, ids=NAMES)
def test_each_move_of_the_walk_is_allowed_by_the_rules(part: Protocol, setting: Setting) -> None:
    here = ground(part, setting)
    graph = explore(here)
    real = replayed(here, shortest(graph))
    for at, matter in list(real.items())[::7]:
        for move, after in graph[at]:
            if not is_unknown(move):
                followed = follow(here, matter, move, at=at, after=after)
                assert followed is not None, (at, move)
                stands_like(followed, after)


def _second_judge(here: Ground, move: Move, at: Position) -> bool:
    """Whether another of several judges, any of whom is enough, judges what one has judged: a walk
    lets one of them judge.
    """
    several = at.rung != INFORMAL and len(here.rungs[at.rung].judges) > 1
    return several and move.verb == "judge" and at.phase == SATISFIED


def allowed(here: Ground, matter: Matter, move: Move, at: Position) -> bool:
    if entry_of(here, move, at) is None:
        return False
    return follow(here, matter, move, at=at, after=at) is not None


# Acts of which a walk tries one of those who may: who it is changes nothing of what follows.
ONE_FOR_ALL = frozenset(
    ("adjudicate", "place hold", "check hold", "lift hold", "resolve", "withdraw", "end informal")
)


def tries(here: Ground, at: Position) -> Iterator[Move]:
    stages = [stage.id for stage in here.protocol.stages]
    abouts = {
        "issue alert": stages if at.rung == INFORMAL else stages[at.rung : at.rung + 1],
        "escalate": stages[at.rung + 1 :] if at.rung != INFORMAL else [],
        "judge": ["yes", "no"],
        "check hold": ["yes", "no"],
    }
    verbs = ("issue alert", "escalate", "judge", "answer", "end informal", *sorted(ONE_FOR_ALL))
    for role in here.protocol.roles:
        for verb in verbs:
            yield from (Move(verb, role, about) for about in abouts.get(verb, [""]))
