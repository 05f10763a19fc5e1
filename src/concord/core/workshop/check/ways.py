"""Stages that nobody comes to, positions that lead nowhere, steps that nobody may take."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from concord.core.dispute.ladder import answer_rule, ways_in
from concord.core.problem import Severity
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.ladders import ladder_of, whole_of
from concord.core.protocol.vocabulary import Act, StageKind
from concord.core.workshop.check.looked import Looked, Walk
from concord.core.workshop.check.meant import Meant
from concord.core.workshop.check.moments import applies_at, comes_up_at
from concord.core.workshop.paths.ground import Rung
from concord.core.workshop.paths.position import (
    ENDED,
    INFORMAL,
    OPENED,
    RESOLVED,
    Position,
)
from concord.core.workshop.paths.telling import Told, told
from concord.core.workshop.paths.walk import Graph, shortest


def unreachable_ladders(protocol: Protocol, looked: Iterable[Looked]) -> Iterator[Meant]:
    """One of several ladders to which no dispute ever comes: those before it take them all."""
    reached = [ladder_of(each.protocol) for each in looked if each.walks]
    for place, ladder in enumerate(whole_of(protocol).ladders):
        if ladder not in reached:
            yield Meant(
                "unreachable-ladder",
                Severity.ERROR,
                f"No dispute comes to this ladder: {ladder.label}",
                "See for whom it is, and which ladders stand before it",
                ladder.clause,
                ("ladders", place),
            )


def unreachable_stages(looked: Looked) -> Iterator[Meant]:
    """A stage to which no way leads, for whichever child and whoever raises it."""
    reached = {at.rung for each in looked.walks for at in each.kinds}
    for place, stage in enumerate(looked.protocol.stages):
        if place not in reached:
            yield Meant(
                "unreachable-stage",
                Severity.ERROR,
                f"No way leads to {stage.label}",
                "See who may escalate to it, what comes before that, and the ways in",
                stage.clause,
                ("stages", place),
            )


def no_way_out(looked: Looked) -> Iterator[Meant]:
    """A position from which the matter can never be resolved, only withdrawn."""
    for each in looked.walks:
        stuck = _stuck(each.graph)
        if stuck:
            ways = shortest(each.graph)
            first: dict[int, Position] = {}
            for at in ways:
                if at in stuck:
                    first.setdefault(at.rung, at)
            for at in first.values():
                yield _no_way_out(looked, each, at, told(each.ground, ways, at))


def _no_way_out(looked: Looked, walk: Walk, at: Position, way: tuple[Told, ...]) -> Meant:
    stage = None if at.rung == INFORMAL else looked.protocol.stages[at.rung]
    where = f"At {stage.label}" if stage else "In informal resolution"
    return Meant(
        "no-way-out",
        Severity.ERROR,
        f"{where} it can come to a point from which it can only be withdrawn, for {walk.for_whom}",
        "See who judges, resolves and escalates there, and what comes before that",
        stage.clause if stage else looked.protocol.closing.clause,
        ("stages", at.rung) if stage else ("informal",),
        way,
    )


def _stuck(graph: Graph) -> frozenset[Position]:
    """The open positions from which no way leads to a resolution."""
    before: dict[Position, list[Position]] = defaultdict(list)
    for at, found in graph.items():
        for _move, after in found:
            before[after].append(at)
    free = {at for at in graph if at.phase == RESOLVED}
    queue = deque(free)
    while queue:
        for at in before[queue.popleft()]:
            if at not in free:
                free.add(at)
                queue.append(at)
    return frozenset(at for at in graph if at.phase not in ENDED and at not in free)


def nobody_may(looked: Looked) -> Iterator[Meant]:
    """A step of a stage that nobody may take for some child, and a duty that nobody ever owes."""
    for each in looked.walks:
        reached = {(at.rung, at.phase) for at in each.kinds}
        for place, rung in enumerate(each.ground.rungs):
            if any(there == place for there, _phase in reached):
                yield from _steps(looked, each, rung, place, opened=(place, OPENED) in reached)
    owing = {role for each in looked.walks for role in each.ground.here(looked.protocol.roles)}
    for place, rule in enumerate(looked.protocol.duties):
        if not owing.intersection(rule.who):
            sentence = f"Nobody who has a part owes this: {rule.what}"
            yield _nobody(sentence, rule.clause, ("duties", place, "who"))


def _steps(looked: Looked, walk: Walk, rung: Rung, place: int, *, opened: bool) -> Iterator[Meant]:
    stage, words = rung.stage, looked.words
    answers = answer_rule(stage) is not None
    missing = {
        "raised by": (opened and not _may_leave(rung), f"issue the {words.alert}", stage.clause),
        "answer": (_no_answer(rung), f"give the {words.answer}", stage.clause),
        "judged": (not rung.judges and answers, f"judge the {words.answer}", stage.clause),
    }
    for key, (is_missing, what, clause) in missing.items():
        if is_missing:
            sentence = f"Nobody may {what} at {stage.label} for {walk.for_whom}"
            yield _nobody(sentence, clause, ("stages", place, key))


def _may_leave(rung: Rung) -> bool:
    """Whether somebody issues the alert, or carries it to the body that it is handed over to."""
    return bool(rung.carries if rung.stage.kind is StageKind.HAND_OVER else rung.issues)


def _no_answer(rung: Rung) -> bool:
    return answer_rule(rung.stage) is not None and not rung.answers and not rung.adjudicates


def _nobody(sentence: str, clause: str, path: tuple[str | int, ...]) -> Meant:
    hint = "Name a role that is there for this child and has a part in the matter"
    return Meant("nobody-may", Severity.ERROR, sentence, hint, clause, path)


def never_comes_up(looked: Looked) -> Iterator[Meant]:
    """A duty that no way through the protocol ever brings."""
    for place, rule in enumerate(looked.protocol.duties):
        if not any(_comes_up(each, rule) for each in looked.walks):
            yield Meant(
                "never-comes-up",
                Severity.ERROR,
                f"This never comes up: {rule.what}",
                "See its stages, its moment and its conditions",
                rule.clause,
                ("duties", place),
            )


def _comes_up(walk: Walk, rule: DutyRule) -> bool:
    if rule.counted_from is None:
        return any(_stands_before(walk, act, rule) for act in rule.before)
    return any(comes_up_at(walk.ground, rule, at) for at in walk.kinds)


def _stands_before(walk: Walk, act: Act, rule: DutyRule) -> bool:
    """Whether somebody can come to the step before which a rule stands, where the rule asks."""
    here = [at for at in walk.kinds if applies_at(walk.ground, rule, at)]
    protocol, top = walk.ground.protocol, len(walk.ground.rungs) - 1
    if act is Act.ESCALATE:
        return any(0 <= at.rung < top for at in here)
    if act is Act.MEET:
        return any(at.rung >= 0 and walk.ground.rungs[at.rung].stage.meeting for at in here)
    if act is Act.GO_FORMAL:
        return any(at.rung == INFORMAL for at in here)
    if act is Act.REFER:
        return bool(here) and any(rule.refers_to in (None, each.to) for each in protocol.referrals)
    return bool(here) and (act is not Act.BYPASS or bool(ways_in(protocol)))
