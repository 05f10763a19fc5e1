"""Faults that somebody can make in a protocol file, one at a time, and what finds each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from concord.core.clock.limit import Limit, Unit
from concord.core.protocol.definition import DutyRule, Holding, Ladder, Protocol
from concord.core.protocol.stage import Answer, Judging, Stage
from concord.core.protocol.vocabulary import (
    Act,
    ChildStatus,
    Condition,
    IfMissed,
    Moment,
    NotStated,
    Side,
    Verb,
)
from concord.core.workshop.check import check_meaning

SILENT = NotStated.NOT_STATED


class Fault(NamedTuple):
    """A protocol with one fault, the fault in words, and the id of the finding it has to give."""

    what: str
    protocol: Protocol
    found_as: str


def faults(protocol: Protocol) -> Iterator[Fault]:
    """Every fault that is tried on a protocol."""
    for make in _MAKERS:
        yield from make(protocol)


def _with_stage(protocol: Protocol, place: int, stage: Stage) -> Protocol:
    stages = (*protocol.stages[:place], stage, *protocol.stages[place + 1 :])
    return replace(protocol, stages=stages)


def _with_answer(protocol: Protocol, place: int, **changed: Any) -> Protocol:
    stage = protocol.stages[place]
    assert isinstance(stage.answer, Answer)
    return _with_stage(protocol, place, replace(stage, answer=replace(stage.answer, **changed)))


def _stages(protocol: Protocol) -> Iterator[tuple[int, Stage, Answer]]:
    for place, stage in enumerate(protocol.stages):
        if isinstance(stage.answer, Answer):
            yield place, stage, stage.answer


def _of_ladder(protocol: Protocol, stage: Stage) -> Ladder | None:
    """The first ladder that a stage is on; None where the protocol has one alone."""
    return next((each for each in protocol.ladders if stage.id in each.goes_through), None)


def _raiser(protocol: Protocol, stage: Stage) -> str:
    ladder = _of_ladder(protocol, stage)
    of_ladder = ladder.only_for.raised_by if ladder and ladder.only_for else ()
    return (of_ladder or protocol.raisers)[0]


def _limited(protocol: Protocol) -> Iterator[tuple[int, Stage, Limit]]:
    for place, stage, answer in _stages(protocol):
        if isinstance(answer.within, Limit):
            yield place, stage, answer.within


def _nobody_answers(protocol: Protocol) -> Iterator[Fault]:
    for place, stage, _answer in _stages(protocol):
        mute = _with_answer(protocol, place, by=())
        mute = _with_stage(mute, place, replace(mute.stages[place], adjudication=None))
        yield Fault(f"nobody answers at {stage.label}", mute, "nobody-may")


def _nobody_judges(protocol: Protocol) -> Iterator[Fault]:
    for place, stage, _answer in _stages(protocol):
        nobody = Judging((), SILENT, stage.clause)
        changed = _with_stage(protocol, place, replace(stage, judged=nobody))
        yield Fault(f"nobody judges at {stage.label}", changed, "nobody-may")


def _judged_by_all_of_whom_one_is_never_there(protocol: Protocol) -> Iterator[Fault]:
    if len(protocol.children) < 2:
        return
    for place, stage in enumerate(protocol.stages):
        everybody = Judging(protocol.raisers, SILENT, stage.clause, all_of_them=True)
        changed = _with_stage(protocol, place, replace(stage, judged=everybody))
        yield Fault(f"both chairs have to judge at {stage.label}", changed, "nobody-may")


def _raiser_answers(protocol: Protocol) -> Iterator[Fault]:
    for place, stage, answer in _stages(protocol):
        own = _with_answer(protocol, place, by=(*answer.by, _raiser(protocol, stage)))
        yield Fault(f"the raiser answers at {stage.label}", own, "answers-own-challenge")


def _answers_swapped(protocol: Protocol) -> Iterator[Fault]:
    found = list(_stages(protocol))
    for (low, under, below), (high, stage, above) in pairwise(found):
        if _of_ladder(protocol, under) is not _of_ladder(protocol, stage):
            continue
        swapped = _with_answer(protocol, low, by=above.by)
        swapped = _with_answer(swapped, high, by=below.by)
        yield Fault(f"junior at {stage.label}", swapped, "junior-answers")


def _no_limit(protocol: Protocol) -> Iterator[Fault]:
    for place, stage, _limit in _limited(protocol):
        changed = _with_answer(protocol, place, within=SILENT)
        yield Fault(f"no limit at {stage.label}", changed, "no-limit")


def _other_unit(protocol: Protocol) -> Iterator[Fault]:
    for (_, under, _other), (place, stage, limit) in pairwise(_limited(protocol)):
        if _of_ladder(protocol, under) is not _of_ladder(protocol, stage):
            continue
        other = Limit(limit.amount, Unit.CALENDAR_DAYS)
        changed = _with_answer(protocol, place, within=other)
        yield Fault(f"calendar days at {stage.label}", changed, "mixed-units")


def _limit_too_long(protocol: Protocol) -> Iterator[Fault]:
    for place, stage, limit in _limited(protocol):
        ladder = _of_ladder(protocol, stage)
        if ladder and isinstance(ladder.total, NotStated):
            continue
        longer = _with_answer(protocol, place, within=Limit(limit.amount + 10, limit.unit))
        yield Fault(f"ten days more at {stage.label}", longer, "left-for-judging")


def _judged_too_soon(protocol: Protocol) -> Iterator[Fault]:
    for place, stage, limit in _limited(protocol):
        soon = Judging(stage.raised_by, Limit(1, limit.unit), stage.clause, Moment.ALERT_ISSUED)
        changed = _with_stage(protocol, place, replace(stage, judged=soon))
        yield Fault(f"judged too soon at {stage.label}", changed, "judged-before-answered")


def _total(protocol: Protocol) -> Iterator[Fault]:
    yield Fault("no overall limit", replace(protocol, total=SILENT), "not-20-days")
    assert not isinstance(protocol.total, NotStated)
    for amount in (15, 25):
        other = replace(protocol.total, within=Limit(amount, Unit.WORKING_DAYS))
        yield Fault(f"{amount} days in all", replace(protocol, total=other), "not-20-days")


def _referrals(protocol: Protocol) -> Iterator[Fault]:
    yield Fault("no referral", replace(protocol, referrals=()), "no-referral")
    nobody = tuple(replace(each, by=()) for each in protocol.referrals)
    yield Fault("nobody refers", replace(protocol, referrals=nobody), "no-referral")
    if ChildStatus.CHILD_PROTECTION in protocol.children:
        others = (ChildStatus.CHILD_PROTECTION,)
        wrong = tuple(replace(each, children=others) for each in protocol.referrals)
        yield Fault("referrals of others only", replace(protocol, referrals=wrong), "no-referral")


def _hold(protocol: Protocol) -> Iterator[Fault]:
    stage = protocol.stages[0]
    rule = Holding(protocol.raisers, (stage.id,), protocol.raisers, (), stage.clause)
    yield Fault("a hold without clocks", replace(protocol, holding=rule), "hold-clocks")


def _duties(protocol: Protocol) -> Iterator[tuple[int, DutyRule]]:
    yield from enumerate(protocol.duties)


def _with_duty(protocol: Protocol, place: int, duty: DutyRule) -> Protocol:
    duties = (*protocol.duties[:place], duty, *protocol.duties[place + 1 :])
    return replace(protocol, duties=duties)


def _owed_by_nobody(protocol: Protocol) -> Iterator[Fault]:
    for place, duty in list(_duties(protocol))[::3]:
        changed = _with_duty(protocol, place, replace(duty, who=()))
        yield Fault(f"nobody owes {duty.id}", changed, "nobody-may")


def _blocked_by_nobody(protocol: Protocol) -> Iterator[Fault]:
    """A must that nobody can do, before a step that everything waits for."""
    top = protocol.stages[-1]
    plain = DutyRule(
        "never", (), "Do what nobody does", top.clause, must=Verb.CONSIDER, about="nothing"
    )
    resolving = replace(plain, before=(Act.RESOLVE,))
    added = replace(protocol, duties=(*protocol.duties, resolving))
    yield Fault("nobody can do what comes before resolving", added, "no-way-out")
    for below, above in pairwise(protocol.stages):
        if _of_ladder(protocol, below) is not _of_ladder(protocol, above):
            continue
        if isinstance(below.answer, Answer) and below.answer.if_none is IfMissed.ESCALATE:
            continue
        escalating = replace(plain, before=(Act.ESCALATE, Act.BYPASS), at=(below.id,))
        added = replace(protocol, duties=(*protocol.duties, escalating), ways_in=SILENT)
        what = f"nobody can do what comes before leaving {below.label}"
        yield Fault(what, added, "unreachable-stage")


def _never_comes_up(protocol: Protocol) -> Iterator[Fault]:
    top = protocol.stages[-1].id
    for place, duty in list(_duties(protocol))[::3]:
        changed = replace(duty, at=(top,), before=(Act.ESCALATE,), counted_from=None)
        yield Fault(
            f"{duty.id} before escalating from the top",
            _with_duty(protocol, place, changed),
            "never-comes-up",
        )
    if isinstance(protocol.ways_in, NotStated):
        place, duty = 0, protocol.duties[0]
        changed = replace(duty, only_if=(Condition.EXCEPTIONAL,))
        yield Fault(
            "only for an entry that there is not",
            _with_duty(protocol, place, changed),
            "never-comes-up",
        )


def _two_limits(protocol: Protocol) -> Iterator[Fault]:
    for _place, duty in _duties(protocol):
        if isinstance(duty.within, Limit):
            other = Limit((duty.within.amount or 1) + 1, Unit.WORKING_DAYS)
            again = replace(duty, id=f"{duty.id}-again", within=other)
            added = replace(protocol, duties=(*protocol.duties, again))
            yield Fault(f"two limits for {duty.id}", added, "two-limits")


def _prerequisite(protocol: Protocol) -> Iterator[Fault]:
    for place, duty in _duties(protocol):
        if Act.REFER in duty.before and duty.must and not duty.at:
            changed = _with_duty(protocol, place, replace(duty, at=(protocol.stages[-1].id,)))
            yield Fault(f"{duty.id} at the top only", changed, "prerequisite-skipped")


def _child_not_told(protocol: Protocol) -> Iterator[Fault]:
    if any(each.id == "child-not-told" for each in check_meaning(protocol)):
        return
    children = {name for name, role in protocol.roles.items() if role.side is Side.CHILD}
    others = tuple(duty for duty in protocol.duties if not children & set(duty.whom))
    closing = replace(protocol.closing, told=())
    changed = replace(protocol, duties=others, closing=closing)
    yield Fault("nobody tells the child", changed, "child-not-told")


def _law(protocol: Protocol) -> Iterator[Fault]:
    name, clause = next(iter(protocol.clauses.items()))
    cites = replace(clause, says="The IRO may refer under s118 of the 2002 Act.")
    changed = replace(protocol, clauses={**protocol.clauses, name: cites})
    yield Fault("cites replaced law", changed, "law-replaced")


def _undecided(protocol: Protocol) -> Iterator[Fault]:
    first, *others = protocol.readings
    open_still = replace(first, chosen="not decided")
    yield Fault(
        "not decided", replace(protocol, readings=(open_still, *others)), "reading-not-decided"
    )


_MAKERS: tuple[Callable[[Protocol], Iterator[Fault]], ...] = (
    *(_nobody_answers, _nobody_judges, _judged_by_all_of_whom_one_is_never_there, _raiser_answers),
    *(_answers_swapped, _no_limit, _other_unit, _limit_too_long, _judged_too_soon, _total),
    *(_referrals, _hold, _owed_by_nobody, _blocked_by_nobody, _never_comes_up, _two_limits),
    *(_prerequisite, _child_not_told, _law, _undecided),
)
