"""Where somebody may begin the formal process, and what the protocol asks for before that."""

from dataclasses import replace

import pytest

from concord.core.clock.working_day import calendar
from concord.core.dispute.begin import AskedBefore, asked_before, stages_to_begin, way_at_start
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import DutyRule, Protocol, WayIn
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import Act, ChildStatus, Condition, Verb

BRISTOL, LAMBETH = shipped("bristol"), shipped("lambeth")
IRO = frozenset(("iro",))


def begins(protocol: Protocol, role: str) -> list[str]:
    """The stages at which a role may begin."""
    return [stage.id for stage in stages_to_begin(protocol, (role,))]


def before(
    protocol: Protocol,
    stage: int,
    role: str = "iro",
    *,
    status: ChildStatus = ChildStatus.IN_CARE,
    in_court: bool = False,
) -> AskedBefore:
    """What a role has to do before beginning at the stage with this number, from 1."""
    known = Dispute(id="example", child_status=status, in_court=in_court)
    matter = Matter(protocol, known, calendar(protocol.nation))
    return asked_before(matter, protocol.stages[stage - 1], (role,))


def test_one_begins_at_the_first_stage_and_where_a_way_in_leads() -> None:
    assert begins(BRISTOL, "iro") == ["stage-1", "stage-3"]
    assert begins(LAMBETH, "cp-chair") == ["stage-1", "stage-2", "stage-3"]


def test_who_does_not_raise_begins_nowhere() -> None:
    assert begins(BRISTOL, "social-worker") == []


def test_a_way_that_is_open_only_while_it_runs_is_no_beginning() -> None:
    ways = tuple(replace(way, when=("while it runs",)) for way in _ways(BRISTOL))
    assert begins(replace(BRISTOL, ways_in=ways), "iro") == ["stage-1"]


def test_a_stage_that_is_only_reached_after_another_is_no_beginning() -> None:
    ways = tuple(replace(way, into=("stage-4",)) for way in _ways(BRISTOL))
    protocol = replace(BRISTOL, ways_in=ways)
    assert protocol.stages[3].only_after
    assert way_at_start(protocol, protocol.stages[3], IRO) is None
    assert begins(protocol, "iro") == ["stage-1"]


def test_the_informal_attempt_is_needed_before_the_ladder_and_not_before_serious_concern() -> None:
    assert before(BRISTOL, 1).attempt_needed
    assert not before(BRISTOL, 3).attempt_needed


def test_where_the_tier_needs_no_attempt_none_is_needed() -> None:
    tiers = tuple(replace(tier, attempt_needed=False) for tier in BRISTOL.informal)
    assert not before(replace(BRISTOL, informal=tiers), 1).attempt_needed


def test_a_reason_is_needed_where_the_way_says_so_or_has_a_condition() -> None:
    assert not before(BRISTOL, 1).reason_needed
    assert before(BRISTOL, 3).reason_needed
    assert "serious concern" in before(BRISTOL, 3).only_if
    unasked = tuple(replace(way, reason_needed=False) for way in _ways(BRISTOL))
    assert before(replace(BRISTOL, ways_in=unasked), 3).reason_needed
    free = tuple(replace(way, only_if=None) for way in unasked)
    assert not before(replace(BRISTOL, ways_in=free), 3).reason_needed


def test_what_comes_before_bypassing_is_asked_only_past_the_first_stage() -> None:
    assert [rule.id for rule in before(BRISTOL, 1).rules] == []
    assert len(before(BRISTOL, 3).rules) == 1


def test_what_somebody_else_has_to_do_is_not_asked() -> None:
    others = tuple(replace(rule, who=("team-manager",)) for rule in BRISTOL.duties)
    assert before(replace(BRISTOL, duties=others), 3).rules == ()


def test_nothing_is_asked_where_there_is_no_tier_no_condition_and_no_duty() -> None:
    bare = replace(BRISTOL, informal=(), duties=())
    assert before(bare, 1).is_nothing
    assert not before(bare, 3).is_nothing
    assert not before(replace(BRISTOL, duties=()), 1).is_nothing


@pytest.mark.parametrize(
    ("condition", "asked"),
    [
        (Condition.IN_CARE, [True, False, True, True]),
        (Condition.COURT, [False, False, True, False]),
        (Condition.EXCEPTIONAL, [False, False, False, True]),
        (Condition.LAST_STAGE, [False, False, False, False]),
    ],
)
def test_what_comes_before_under_a_condition_is_asked_only_where_it_holds(
    condition: Condition, asked: list[bool]
) -> None:
    told = DutyRule(
        *("told", ("iro",), "Tell the manager", "BRI-S1"),
        must=Verb.INFORM,
        whom=("team-manager",),
        before=(Act.GO_FORMAL,),
        only_if=(condition,),
    )
    protocol = replace(BRISTOL, duties=(told,))
    found = (
        before(protocol, 1),
        before(protocol, 1, status=ChildStatus.CHILD_PROTECTION),
        before(protocol, 1, in_court=True),
        before(protocol, 3),
    )
    assert [bool(each.rules) for each in found] == asked


def _ways(protocol: Protocol) -> tuple[WayIn, ...]:
    assert isinstance(protocol.ways_in, tuple)
    return protocol.ways_in
