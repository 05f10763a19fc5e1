"""Everything that two versions of a protocol say otherwise is listed, with its clause and line."""

from dataclasses import replace

import pytest

from concord.core.clock.limit import Limit, Unit
from concord.core.protocol.definition import Labels, Protocol
from concord.core.protocol.identity import content_hash
from concord.core.protocol.read import read_with_source
from concord.core.protocol.shipped import shipped, shipped_ids, shipped_text
from concord.core.protocol.stage import Answer
from concord.core.workshop.compare import Change, Difference, differences
from tests.core.workshop.check.faults import faults


def _with_limit(protocol: Protocol, days: int) -> Protocol:
    first, *others = protocol.stages
    assert isinstance(first.answer, Answer)
    answer = replace(first.answer, within=Limit(days, Unit.WORKING_DAYS))
    return replace(protocol, stages=(replace(first, answer=answer), *others))


def _only(found: tuple[Difference, ...]) -> Difference:
    (one,) = found
    return one


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_a_protocol_does_not_differ_from_itself(protocol_id: str) -> None:
    again, _source = read_with_source(shipped_text(protocol_id), file="again")
    assert differences(shipped(protocol_id), again) == ()


def test_a_changed_limit_is_told_in_words_with_its_clause() -> None:
    old = shipped("bristol")
    found = _only(differences(old, _with_limit(old, 7)))
    assert found.change is Change.CHANGED
    assert found.called == "Stage: Stage 1, answer, time limit"
    assert (found.before, found.after) == ("5 working days", "7 working days")
    assert found.clause_before == found.clause_after == "BRI-S1-5WD"


def test_a_difference_leads_to_its_line_in_both_files() -> None:
    text = shipped_text("bristol")
    changed = "# a line more\n" + text.replace(
        "within: 5 working days", "within: 7 working days", 1
    )
    (old, before), (new, after) = (read_with_source(each, file="x") for each in (text, changed))
    found = _only(differences(old, new))
    lines = (before.place(found.path_before).line, after.place(found.path_after).line)
    assert "within: 5 working days" in text.splitlines()[lines[0] - 1]
    assert "within: 7 working days" in changed.splitlines()[lines[1] - 1]
    assert lines[1] == lines[0] + 1


def test_a_stage_that_comes_or_goes_is_one_difference() -> None:
    long = shipped("bristol")
    short = replace(long, stages=long.stages[:-1])
    gone, new = _only(differences(long, short)), _only(differences(short, long))
    assert (gone.change, gone.called, gone.after) == (Change.REMOVED, "Stage: Stage 4", "")
    assert (new.change, new.called, new.before) == (Change.ADDED, "Stage: Stage 4", "")
    assert new.after == gone.before
    assert "Service director" in new.after
    assert (gone.path_after, new.path_before) == ((), ())


def test_an_id_is_told_by_its_label() -> None:
    old = shipped("bristol")
    first, *others = old.stages
    new = replace(old, stages=(replace(first, addressed_to=("team-manager",)), *others))
    found = _only(differences(old, new))
    assert (found.before, found.after) == ("Social worker", "Team manager")


def test_stages_in_another_order_differ_though_each_is_the_same() -> None:
    old = shipped("bristol")
    one, two, *others = old.stages
    found = _only(differences(old, replace(old, stages=(two, one, *others))))
    assert found.called == "Stage: order"
    assert found.before.startswith("Stage 1; Stage 2")
    assert found.after.startswith("Stage 2; Stage 1")


def test_what_was_said_and_is_now_silent_says_so() -> None:
    old = shipped("bristol")
    silent = replace(old, closing=replace(old.closing, reconvene_clause=None))
    found = _only(differences(old, silent))
    assert found.after == "not stated"
    assert found.before == old.clauses[old.closing.reconvene_clause or ""].place


def test_a_new_name_for_a_thing_is_a_difference() -> None:
    old = shipped("bristol")
    new = replace(old, labels=Labels("matter", old.labels.alert, old.labels.stage))
    called = {each.called for each in differences(old, new)}
    assert "What is called what: dispute" in called


def test_no_change_of_what_a_protocol_says_goes_unlisted() -> None:
    tried = 0
    for protocol_id in shipped_ids():
        old = shipped(protocol_id)
        for fault in faults(old):
            tried += 1
            assert bool(differences(old, fault.protocol)) == (
                content_hash(old) != content_hash(fault.protocol)
            ), fault.what
    assert tried > 200


@pytest.mark.parametrize("one", shipped_ids())
@pytest.mark.parametrize("other", shipped_ids())
def test_the_other_way_round_the_same_is_told_with_its_sides_changed(one: str, other: str) -> None:
    there, back = (differences(shipped(a), shipped(b)) for a, b in ((one, other), (other, one)))
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    assert sorted((turned.get(d.change, d.change), d.path_after, d.path_before) for d in there) == (
        sorted((d.change, d.path_before, d.path_after) for d in back)
    )
