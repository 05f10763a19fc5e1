"""The differences on the drawing: each box that differs is marked, in the picture and in words."""

from dataclasses import replace

import pytest

from concord.core.clock.limit import Limit, Unit
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.stage import Answer
from concord.core.workshop.compare import marked, marked_ladders
from concord.core.workshop.drawing import Mark, Plan, as_text, drawn, outline_of, plan_of
from tests.core.workshop.drawing.looking import bare, texts
from tests.support.invented import PROTOCOLS, invented


def _longer(protocol: Protocol) -> Protocol:
    first, *others = protocol.stages
    assert isinstance(first.answer, Answer)
    answer = replace(first.answer, within=Limit(7, Unit.WORKING_DAYS))
    return replace(protocol, stages=(replace(first, answer=answer), *others))


def _marks(plan: Plan) -> dict[str, Mark]:
    return {box.id: box.stand.mark for box in plan.boxes if box.stand}


def _between(old: Protocol, new: Protocol) -> Plan:
    return marked(plan_of(old), plan_of(new))


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_the_same_protocol_has_no_marks(protocol_id: str) -> None:
    plan = plan_of(shipped(protocol_id))
    assert marked(plan, plan) == plan


def test_a_changed_limit_marks_its_stage_and_says_what_it_was() -> None:
    old = shipped("bristol")
    plan = _between(old, _longer(old))
    assert _marks(plan) == {"stage-1": Mark.CHANGED}
    text = as_text(outline_of(plan))
    assert "- Changed in this version" in text
    assert "Limit: Changed: 7 working days from when the Management Alert is issued." in text
    assert "Before: 5 working days from when the Management Alert is issued." in text


def test_what_is_taken_out_stays_on_the_drawing_where_it_stood() -> None:
    old = shipped("bristol")
    new = replace(old, stages=(old.stages[0], *old.stages[2:]))
    plan = _between(old, new)
    assert _marks(plan)["stage-2"] is Mark.REMOVED
    order = [box.id for box in plan.ladder]
    assert order.index("stage-1") < order.index("stage-2") < order.index("stage-3")
    assert as_text(outline_of(plan)).count("Taken out in this version") >= 1


def test_what_is_new_is_marked_as_new() -> None:
    new = shipped("bristol")
    plan = _between(replace(new, stages=new.stages[:-1]), new)
    assert _marks(plan)["stage-4"] is Mark.ADDED


@pytest.mark.parametrize("wide", [True, False], ids=["wide", "narrow"])
@pytest.mark.parametrize("old", shipped_ids())
@pytest.mark.parametrize("new", shipped_ids())
def test_each_mark_and_each_fact_is_in_the_picture_and_in_the_text(
    old: str, new: str, wide: bool
) -> None:
    plan = _between(shipped(old), shipped(new))
    seen = [bare(each) for each in texts(drawn(plan, wide=wide))]
    for part in outline_of(plan).parts:
        for heading in part.headings:
            for item in heading.items:
                assert bare(item.words) in seen, item
    marks = [mark.value for mark in _marks(plan).values()]
    assert all(seen.count(bare(each)) == marks.count(each) for each in set(marks))
    ids = [box.id for box in plan.boxes]
    assert len(ids) == len(set(ids))


def _several() -> Protocol:
    return invented(next(each for each in PROTOCOLS if each.stem == "several-ladders"))


def test_each_ladder_is_set_beside_the_one_with_its_id() -> None:
    old = _several()
    found = marked_ladders(old, old)
    last = [each.id for each in old.ladders if each.only_for is None]
    others = [each.id for each in old.ladders if each.only_for]
    assert [each.id for each in found] == [*last, *others]
    assert [_marks(each.plan) for each in found] == [{} for _ in old.ladders]


def test_a_ladder_that_is_new_or_taken_out_is_marked_as_a_whole() -> None:
    more = _several()
    last = more.ladders[-1].id
    fewer = replace(more, ladders=more.ladders[:-1])
    added = {each.id: set(_marks(each.plan).values()) for each in marked_ladders(fewer, more)}
    assert added[last] == {Mark.ADDED}
    gone = {each.id: set(_marks(each.plan).values()) for each in marked_ladders(more, fewer)}
    assert gone[last] == {Mark.REMOVED}
    assert list(gone)[-1] == last


def test_several_ladders_are_each_set_beside_the_only_one_that_there_was() -> None:
    new = _several()
    old = replace(new, ladders=())
    found = marked_ladders(old, new)
    assert len(found) == len(new.ladders)
    assert not any({*_marks(each.plan).values()} == {Mark.ADDED} for each in found)
