"""The same made-up disputes under different protocols and assumptions."""

from dataclasses import replace

import pytest

from concord.core.clock.limit import Limit, Unit
from concord.core.protocol.definition import Protocol, Total
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.stage import Answer
from concord.core.protocol.vocabulary import NotStated
from concord.core.workshop.trial import (
    Assumptions,
    Figures,
    assumed_text,
    read_assumptions,
    try_out,
)
from concord.core.workshop.trial.assumptions import Times
from tests.support.invented import PROTOCOLS, invented

USUAL = read_assumptions(assumed_text(), file="assumed.yaml")
AT_ONCE = Times(0, 0)
# Nobody is away, nothing is held, and it is never settled by talking.
PLAIN = replace(
    USUAL,
    talking=replace(USUAL.talking, half_within=0, nine_in_ten_within=0, resolves=0),
    answers=replace(
        USUAL.answers, half_within=0, nine_in_ten_within=0, none_comes=0, satisfies=1, away=0
    ),
    judging=AT_ONCE,
    going_on=AT_ONCE,
    begins_higher=0,
    holding=replace(USUAL.holding, at_a_stage=0),
)
SILENT = replace(PLAIN, answers=replace(PLAIN.answers, none_comes=1))
NEVER_SATISFIED = replace(PLAIN, answers=replace(PLAIN.answers, satisfies=0))


def tried(protocol: Protocol, assumed: Assumptions, *, disputes: int = 200) -> Figures:
    (found,) = try_out([protocol], assumed, disputes=disputes, seed=3)
    return found


def longer(protocol: Protocol) -> Protocol:
    first, *others = protocol.stages
    assert isinstance(first.answer, Answer)
    answer = replace(first.answer, within=Limit(15, Unit.WORKING_DAYS))
    return replace(protocol, stages=(replace(first, answer=answer), *others))


def test_the_same_seed_gives_the_same_figures_and_another_seed_others() -> None:
    one, again = (tried(shipped("bristol"), USUAL) for _ in range(2))
    assert one == again
    assert try_out([shipped("bristol")], USUAL, disputes=200, seed=4) != (one,)


def test_two_protocols_meet_the_same_disputes() -> None:
    one, same = try_out([shipped("lambeth"), shipped("lambeth")], USUAL, disputes=200, seed=3)
    assert one == same
    alone = tried(shipped("lambeth"), USUAL)
    assert alone == one


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_what_is_answered_well_at_once_is_resolved_at_the_first_stage(protocol_id: str) -> None:
    found = tried(shipped(protocol_id), PLAIN)
    assert found.ends[1][1] == found.disputes
    assert (found.ninetieth, found.over, found.missed, found.unsettled) == (0, 0, 0, 0)


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_what_never_satisfies_goes_through_every_stage_and_stays_open(protocol_id: str) -> None:
    found = tried(shipped(protocol_id), NEVER_SATISFIED)
    assert found.unsettled == found.over == found.disputes
    assert not any(count for _place, count in found.ends)


def test_without_an_answer_the_limits_bring_it_to_the_last_stage() -> None:
    found = tried(shipped("unnamed-004"), SILENT, disputes=50)
    assert found.unsettled == 50
    assert found.missed == 50 * len(shipped("unnamed-004").stages)


def test_where_no_limit_is_stated_silence_leaves_it_at_its_stage() -> None:
    first, *others = shipped("bristol").stages
    assert isinstance(first.answer, Answer)
    silent = replace(first, answer=replace(first.answer, within=NotStated.NOT_STATED))
    protocol = replace(shipped("bristol"), stages=(silent, *others))
    found = tried(protocol, SILENT, disputes=20)
    assert (found.unsettled, found.missed) == (20, 0)


def test_with_a_longer_limit_fewer_answers_come_too_late() -> None:
    now, draft = try_out(
        [shipped("bristol"), longer(shipped("bristol"))], USUAL, disputes=600, seed=3
    )
    assert draft.missed < now.missed


def test_each_step_is_somebodys_work() -> None:
    found = tried(shipped("bristol"), PLAIN, disputes=USUAL.disputes_a_year)
    answering = next(each for each in found.load if each.role == "Social worker")
    assert answering.a_week == pytest.approx(USUAL.disputes_a_year / 52)
    assert answering.busiest >= 2


def test_a_hold_that_settles_the_matter_takes_its_time() -> None:
    held = replace(PLAIN.holding, at_a_stage=1, task_done=1, half_within=4, nine_in_ten_within=4)
    found = tried(shipped("lambeth"), replace(PLAIN, holding=held), disputes=50)
    assert found.ends[1][1] == 50
    assert found.median == 5


def test_some_begin_higher_where_the_protocol_lets_them() -> None:
    found = tried(shipped("bristol"), replace(PLAIN, begins_higher=1), disputes=50)
    assert dict(found.ends)["Stage 3"] == 50


@pytest.mark.parametrize("file", PROTOCOLS, ids=lambda file: file.stem)
def test_any_protocol_can_be_tried_out(file: object) -> None:
    protocol = next(invented(each) for each in PROTOCOLS if each == file)
    found = tried(protocol, USUAL, disputes=60)
    assert sum(count for _place, count in found.ends) + found.unsettled == 60


def test_progress_is_told_up_to_the_last_dispute() -> None:
    seen = list[int]()
    try_out([shipped("southampton")], PLAIN, disputes=1200, seed=1, progress=seen.append)
    assert seen == [0, 500, 1000, 1200]


def test_an_overall_limit_in_calendar_days_is_counted_in_them() -> None:
    talking = replace(PLAIN.talking, half_within=6, nine_in_ten_within=6)
    slow = replace(PLAIN, talking=talking)
    total = shipped("bristol").total
    assert isinstance(total, Total)
    for days, over in ((6, 100), (10, 0)):
        limit = replace(total, within=Limit(days, Unit.CALENDAR_DAYS))
        found = tried(replace(shipped("bristol"), total=limit), slow, disputes=100)
        assert (found.over, found.limit) == (over, f"{days} calendar days")
