"""What can happen next at a position: every permitted act, and a day that passes."""

from collections.abc import Iterator, Mapping

from concord.core.protocol.vocabulary import Act, Moment, NotStated, StageKind
from concord.core.workshop.paths.ground import EXCEPTIONAL, MET, TALK, Asked, Ground, Rung, Way
from concord.core.workshop.paths.position import (
    ANSWERED,
    BY_TIME,
    ENDED,
    FAILED,
    INFORMAL,
    MISSED,
    NEVER,
    OPENED,
    RESOLVED,
    SATISFIED,
    TALKED,
    TALKING,
    UNRESOLVED,
    WAITING,
    WITHDRAWN,
    Move,
    Position,
    move,
)

Next = Iterator[tuple[Move, Position]]


def beginning(ground: Ground) -> Position:
    """The position right after a concern was raised on day 0."""
    total = ground.protocol.total
    begun = not isinstance(total, NotStated) and total.counted_from is Moment.CONCERN_RAISED
    return Position(
        TALKING, INFORMAL, 0, NEVER, _cap(ground) if begun else NEVER, ground.raising_does
    )


def moves(ground: Ground, at: Position) -> Next:
    """Each move from a position and the position to which it leads, in a fixed order."""
    if at.phase in ENDED:
        return
    if at.rung == INFORMAL:
        yield from _informal(ground, at)
    else:
        yield from _formal(ground, at, ground.rungs[at.rung])
    yield from _a_day(ground, at)
    if at.phase == WAITING and not at.held and ground.rungs[at.rung].ends_any_day:
        yield move(BY_TIME, about="any day"), _missed(ground, at)


def _cap(ground: Ground) -> int:
    total = ground.protocol.total
    return NEVER if isinstance(total, NotStated) else total.within.amount


def _informal(ground: Ground, at: Position) -> Next:
    raiser = ground.setting.raiser
    if not at.done & TALK and ground.protocol.informal:
        yield move("record conversation", raiser), at.having(at.done | ground.talking_does)
    if at.phase == TALKING:
        yield move("end informal", raiser), at._replace(phase=TALKED)
    for act in (Act.GO_FORMAL, Act.BYPASS, Act.RESOLVE):
        yield from _do_first(ground, at, act)
    for way in ground.entries:
        if _free_to_begin(ground, at, way):
            stage = ground.protocol.stages[way.place].id
            yield move("issue alert", way.role, stage), _entered(ground, at, way)
    yield from _end(ground, at, (raiser,))


def _do_first(ground: Ground, at: Position, act: Act) -> Next:
    """What the protocol asks for before an act, by each of those who have to do it."""
    for asked in ground.unmet(act, rung=at.rung, done=at.done):
        if asked.move:
            yield asked.move, at.having(at.done | asked.does)
        if ground.in_order:
            return


def _free_to_begin(ground: Ground, at: Position, way: Way) -> bool:
    if way.attempt and not at.done & TALK:
        return False
    acts = (Act.GO_FORMAL, Act.BYPASS) if way.place else (Act.GO_FORMAL,)
    return not any(_unmet(ground, at, act) for act in acts)


def _unmet(ground: Ground, at: Position, act: Act) -> Asked | None:
    return next(ground.unmet(act, rung=at.rung, done=at.done), None)


def _entered(ground: Ground, at: Position, way: Way) -> Position:
    """On a rung that somebody took it to: its alert issued, if that person issues it there."""
    rung, total, day = ground.rungs[way.place], at.total, at.day
    issued = way.role in rung.issues
    if total == NEVER and _total_begins(ground, issued=issued):
        day, total = 0, _cap(ground)
    done = at.done & ground.stays
    if way.way_in and way.way_in.only_if:
        done |= EXCEPTIONAL
    if at.rung != INFORMAL:
        done |= ground.rungs[at.rung].visited
    opened = Position(OPENED, way.place, day, NEVER, total, done)
    return _issued(ground, opened, rung) if issued else opened


def _total_begins(ground: Ground, issued: bool) -> bool:
    rule = ground.protocol.total
    if isinstance(rule, NotStated):
        return False
    return rule.counted_from is Moment.FORMAL_BEGUN or (
        rule.counted_from is Moment.ALERT_ISSUED and issued
    )


def _issued(ground: Ground, at: Position, rung: Rung) -> Position:
    total, day = at.total, at.day
    if total == NEVER and _total_begins(ground, issued=True):
        day, total = 0, _cap(ground)
    due = ground.due(rung, day=day, total=total)
    return at._replace(phase=WAITING, day=day, total=total, due=due)


def _formal(ground: Ground, at: Position, rung: Rung) -> Next:
    if at.held:
        yield from _on_hold(at, rung)
        if at.phase in (WAITING, MISSED):
            yield from _answer(ground, at, rung)
    else:
        yield from _on_stage(ground, at, rung)
        yield from _up(ground, at, rung)
        for role in rung.holds[:1]:
            yield move("place hold", role), at._replace(held=True)
    yield from _end(ground, at, rung.carries)


def _on_hold(at: Position, rung: Rung) -> Next:
    # A task that is done settles the matter, and what was found wanting before may still go up.
    settled = at.phase if at.phase in FAILED else SATISFIED
    for role in rung.checks[:1]:
        yield move("check hold", role, "yes"), at.over(settled)
        yield move("check hold", role, "no"), at.over(UNRESOLVED)
    for role in rung.holds[:1]:
        yield move("lift hold", role), at._replace(held=False)


def _on_stage(ground: Ground, at: Position, rung: Rung) -> Next:
    if at.phase == OPENED:
        for role in rung.issues:
            yield move("issue alert", role, rung.stage.id), _issued(ground, at, rung)
    elif at.phase in (WAITING, MISSED):
        yield from _answer(ground, at, rung)
    elif at.phase == ANSWERED:
        yield from _judge(at, rung)


def _answer(ground: Ground, at: Position, rung: Rung) -> Next:
    meeting = rung.stage.meeting
    for role in [role for role in rung.adjudicates if not _did(at, rung.all_answer, role)][:1]:
        decided = at.at_last(ANSWERED, _without(at, rung.all_answer))
        yield move("adjudicate", role), decided
    if meeting and not at.done & MET:
        yield from _do_first(ground, at, Act.MEET)
        owing = {
            role
            for asked in ground.unmet(Act.MEET, rung=at.rung, done=at.done)
            for role in asked.rule.who
        }
        for role in [role for role in rung.meets if role not in owing][:1]:
            yield move("record meeting", role), at.having(at.done | MET)
    if meeting is None or meeting.needed == "if necessary" or at.done & MET:
        for role in rung.answers:
            if not _did(at, rung.all_answer, role):
                yield move("answer", role), _with_part(at, rung.all_answer, role, ANSWERED)


def _judge(at: Position, rung: Rung) -> Next:
    unresolved = at._replace(phase=UNRESOLVED, done=_without(at, rung.all_judge))
    for role in rung.judges:
        if not _did(at, rung.all_judge, role):
            yield move("judge", role, "yes"), _with_part(at, rung.all_judge, role, SATISFIED)
            yield move("judge", role, "no"), unresolved


def _did(at: Position, parts: Mapping[str, int], role: str) -> bool:
    """Whether one of several who have to act did their part already."""
    return bool(at.done & parts.get(role, 0))


def _without(at: Position, parts: Mapping[str, int]) -> int:
    """What is done, without the parts of several, which no longer matter."""
    return at.done & ~sum(parts.values()) if parts else at.done


def _with_part(at: Position, parts: Mapping[str, int], role: str, phase: str) -> Position:
    """After somebody acted: in the phase that follows, unless others have to act too."""
    if not parts:
        return at.at_last(phase, at.done)
    done = at.done | parts.get(role, 0)
    if any(not done & bit for bit in parts.values()):
        return at.having(done)
    return at.at_last(phase, _without(at, parts))


def _up(ground: Ground, at: Position, rung: Rung) -> Next:
    """To the next stage when this one did not resolve it, or by a way past stages."""
    above = at.rung + 1
    failed = at.phase in FAILED
    reported = rung.only_reports and at.phase == WAITING
    if (failed or reported) and above < len(ground.rungs):
        yield from _do_first(ground, at, Act.ESCALATE)
        if _unmet(ground, at, Act.ESCALATE) is None:
            target = ground.protocol.stages[above].id
            for role in rung.carries:
                up = move("escalate", role, target)
                yield up, _entered(ground, at, Way(above, role, None))
    ways = [
        way for way in ground.past[at.rung] if _passable(at, way, failed=failed, reported=reported)
    ]
    if ways:
        yield from _do_first(ground, at, Act.BYPASS)
        if _unmet(ground, at, Act.BYPASS) is None:
            for way in ways:
                target = ground.protocol.stages[way.place].id
                yield move("escalate", way.role, target), _entered(ground, at, way)


def _passable(at: Position, way: Way, *, failed: bool, reported: bool) -> bool:
    """The next stage is the ladder's own when this one failed or was a report; one that comes only
    after another waits until that one is exhausted.
    """
    if (failed or reported) and way.place == at.rung + 1:
        return False
    if way.after_place == NEVER or at.done & way.after:
        return True
    return failed and way.after_place == at.rung


def _end(ground: Ground, at: Position, carriers: tuple[str, ...]) -> Next:
    if not at.held and at.phase != ANSWERED:
        waits = ground.before[Act.RESOLVE, at.rung]
        if waits:
            yield from _do_first(ground, at, Act.RESOLVE)
        if not waits or _unmet(ground, at, Act.RESOLVE) is None:
            for role in carriers[:1]:
                yield move("resolve", role), at.over(RESOLVED)
    for role in carriers[:1]:
        yield move("withdraw", role), at.over(WITHDRAWN)


def _a_day(ground: Ground, at: Position) -> Next:
    """A working day passes, where anything counts; when the overall limit is over it is enough."""
    if at.total == NEVER and at.due == NEVER:
        return
    if at.total != NEVER and at.day > at.total:
        return
    if at.held:
        yield from _a_held_day(ground, at)
    elif at.due != NEVER and at.day >= at.due:
        yield move(BY_TIME, about="missed"), _missed(ground, at)
    else:
        informal = at.rung == INFORMAL and at.day < ground.talking_until
        thinking = not (at.phase == WAITING or informal)
        yield move("", thinking=int(thinking)), at.on_day(at.day + 1, at.due)


def _a_held_day(ground: Ground, at: Position) -> Next:
    holding = ground.protocol.holding
    stops = () if isinstance(holding, NotStated) else holding.stops
    if at.total == NEVER or "total" in stops:
        return
    due = at.due
    # The day of the alert itself is not counted, so that it is on hold moves nothing.
    counted = due != ground.due(ground.rungs[at.rung], day=at.day, total=at.total)
    if due != NEVER and "stage" in stops and counted:
        due += 1
    if due == NEVER or at.day < due:
        yield move("", about="hold", thinking=1), at.on_day(at.day + 1, due)


def _missed(ground: Ground, at: Position) -> Position:
    """The day after the limit: nobody answered, and the protocol may take it up by itself."""
    day = at.day + 1 if at.total != NEVER else 0
    missed = at._replace(phase=MISSED, day=day, due=NEVER)
    above = at.rung + 1
    if not ground.rungs[at.rung].moves_by_itself or above == len(ground.rungs):
        return missed
    rung = ground.rungs[above]
    done = (at.done & ground.stays) | ground.rungs[at.rung].visited
    opened = Position(OPENED, above, missed.day, NEVER, at.total, done)
    if rung.stage.kind is StageKind.HAND_OVER:
        return opened
    return opened._replace(phase=WAITING, due=ground.due(rung, day=at.day, total=at.total))
