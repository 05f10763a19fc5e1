"""The differences of two versions on one drawing: what is new, changed or taken out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import is_about_another, ladder_id, ladder_of, on_each_ladder
from concord.core.workshop.drawing import Mark, Plan, plan_of
from concord.core.workshop.drawing.plan import Box, Fact, Kind, Stand

# Where a way in leads is told in its title; where a rung leads follows from what stands below it.
_LEADING = (Kind.WAY_IN,)


class MarkedLadder(NamedTuple):
    """One ladder with its marks; id and name are empty where a protocol has one ladder alone."""

    id: str
    label: str
    plan: Plan


def marked_ladders(old: Protocol, new: Protocol) -> tuple[MarkedLadder, ...]:
    """The marked drawing of each ladder of the later version, then of each that was taken out.

    A ladder is set beside the one with its id. Where one of the versions has one ladder alone for
    what the service does, that is set beside each such one of the other's; likewise for what is
    about something else. One that stands beside none is new, or taken out.
    """
    before, after = on_each_ladder(old), on_each_ladder(new)
    found = [_named(each, _compared(_beside(each, before), each)) for each in after]
    gone = [each for each in before if not _beside(each, after)]
    return (*found, *(_named(each, _all(plan_of(each), Mark.REMOVED)) for each in gone))


def _beside(one: Protocol, others: tuple[Protocol, ...]) -> Protocol | None:
    same = (each for each in others if ladder_id(each) == ladder_id(one))
    alike = [each for each in others if is_about_another(each) == is_about_another(one)]
    alone = len(alike) == 1 or not ladder_id(one)
    return next(same, alike[0] if alike and alone else None)


def _compared(old: Protocol | None, new: Protocol) -> Plan:
    plan = plan_of(new)
    return marked(plan_of(old), plan) if old else _all(plan, Mark.ADDED)


def _named(protocol: Protocol, plan: Plan) -> MarkedLadder:
    ladder = ladder_of(protocol)
    return MarkedLadder(ladder_id(protocol), ladder.label if ladder else "", plan)


def _all(plan: Plan, mark: Mark) -> Plan:
    rows = ([replace(box, stand=Stand(mark)) for box in row] for row in (plan.ladder, plan.beside))
    ladder, beside = map(tuple, rows)
    return replace(plan, ladder=ladder, beside=beside)


def marked(old: Plan, new: Plan) -> Plan:
    """The drawing of the later version with a mark on each box that differs from the earlier one.

    What was taken out stands where it stood, so that nothing vanishes unseen. In a changed box
    each fact says whether it is new, changed, with its words before, or taken out.
    """
    return replace(
        new,
        ladder=_row(old.ladder, new.ladder),
        beside=_row(old.beside, new.beside),
        below=_row(old.below, new.below),
        total=_box(old.total, new.total),
    )


def _row(old: tuple[Box, ...], new: tuple[Box, ...]) -> tuple[Box, ...]:
    before = {box.id: box for box in old}
    found = [_box(before.get(box.id), box) for box in new]
    there = [box.id for box in new]
    for place, box in enumerate(old):
        if box.id not in there:
            follows = next((each.id for each in reversed(old[:place]) if each.id in there), None)
            at = there.index(follows) + 1 if follows else 0
            found.insert(at, _gone(box))
            there.insert(at, box.id)
    return tuple(found)


def _gone(box: Box) -> Box:
    return replace(box, into=(), stand=Stand(Mark.REMOVED))


def _box(old: Box | None, new: Box) -> Box:
    if old is None:
        return replace(new, stand=Stand(Mark.ADDED))
    same_ways = set(old.into) == set(new.into) or new.kind not in _LEADING
    if old.title == new.title and old.facts == new.facts and same_ways:
        return new
    was = (Fact("Before", f"Called {old.title}."),) if old.title != new.title else ()
    facts = (*was, *_facts(old.facts, new.facts))
    return replace(new, facts=facts, stand=Stand(Mark.CHANGED))


def _facts(old: tuple[Fact, ...], new: tuple[Fact, ...]) -> Iterator[Fact]:
    gone = list(_without(old, new))
    fresh = Counter(_without(new, old))
    for fact in new:
        if not fresh[fact]:
            yield fact
            continue
        fresh[fact] -= 1
        before = next((each for each in gone if each.name == fact.name), None)
        if before is None:
            yield replace(fact, words=f"New: {fact.words}")
        else:
            gone.remove(before)
            yield replace(fact, words=_changed(before, fact))
    yield from (replace(each, words=f"Taken out: {each.words}") for each in gone)


def _changed(before: Fact, now: Fact) -> str:
    if before.words == now.words:
        where = before.place or "no clause"
        return f"Changed: {now.words} Before, under {where}."
    return f"Changed: {now.words} Before: {before.words}"


def _without(facts: Iterable[Fact], others: Iterable[Fact]) -> Iterator[Fact]:
    """The facts that the others do not have, as often as they do not have them."""
    known = Counter(others)
    for fact in facts:
        if known[fact]:
            known[fact] -= 1
        else:
            yield fact
