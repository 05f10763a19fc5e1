"""The example authorities: every state, real records, loaded once, under any shipped protocol."""

from datetime import UTC, datetime, time

import pytest

from concord.casework.actions.rebuilding import compare_all, verify_all
from concord.casework.examples import load, there
from concord.casework.loading import matter_of
from concord.core.clock.london import LONDON, local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import DutyState
from concord.core.dispute.events import Escalated
from concord.core.dispute.ladder import answer_rule, holding_rule
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import on_each_ladder
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.vocabulary import IfMissed, NotStated, Scope
from concord.core.record.envelope import SYSTEM
from concord.records import setting_up
from concord.records.models import Authority, Child, DisputeRow, NoticeRow, Person, Post
from concord.records.standing import standing

AT = datetime(2026, 11, 18, 10, 30, tzinfo=UTC)
SHORTEST = min(shipped_ids(), key=lambda each: len(shipped(each).stages))


def _matters(authority: int) -> list[Matter]:
    rows = [
        standing(pk, authority=authority) for pk in DisputeRow.objects.values_list("pk", flat=True)
    ]
    return [matter_of(row) for row in rows if row]


def _states(matter: Matter) -> set[str]:
    """What the states of one dispute are called in the tests."""
    dispute, rung = matter.dispute, matter.dispute.runs[-1].rung
    found = {f"{dispute.phase.value} {rung}"}
    for duty in duties(matter.protocol, dispute, matter.calendar):
        state, name = duty.state_at(AT), duty.key.partition(":")[2] or duty.key
        if state in (DutyState.OPEN, DutyState.OVERDUE):
            found |= {f"{name} {state.value} {rung}", f"{name} owed {rung}"}
            found.add(f"{name} {state.value}")
    if dispute.pause:
        found.add("on hold")
    if any(isinstance(each.event, Escalated) for each in dispute.entries):
        found.add("escalated")
    if any(each.referred_at and not each.outcome_at for each in dispute.handings):
        found.add("with a body outside")
    if any(each.outcome_at for each in dispute.handings):
        found.add("back from a body outside")
    return found


def _wanted(whole: Protocol) -> set[str]:
    protocol, *others = on_each_ladder(whole)
    found = {"informal", "resolved", "withdrawn"}
    tiers = [tier.id for tier in protocol.informal]
    wanted = {f"{each} {tier}" for each in found for tier in tiers}
    wanted |= {"escalated", "respond overdue", "withdrawn " + protocol.stages[0].id}
    for stage in protocol.stages:
        wanted |= {f"formal {stage.id}", f"resolved {stage.id}"}
        rule = answer_rule(stage)
        if rule and not rule.all_of_them:
            wanted |= {f"answer open {stage.id}"}
            if not isinstance(stage.judged, NotStated) and not stage.judged.all_of_them:
                wanted |= {f"judge owed {stage.id}"}
            if rule.if_none is not IfMissed.ESCALATE or stage is protocol.stages[-1]:
                wanted |= {f"answer overdue {stage.id}"}
    if not isinstance(protocol.total, NotStated):
        wanted |= {"total overdue"}
    if holding_rule(protocol):
        wanted |= {"on hold"}
    if protocol.referrals:
        wanted |= {"with a body outside", "back from a body outside"}
    for other in others:
        first = other.stages[0].id
        wanted |= {f"formal {first}", f"resolved {first}"}
    return wanted


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_an_example_authority_has_disputes_in_every_state_and_its_record_holds(
    protocol_id: str,
) -> None:
    loaded = load.load_example(protocol_id, at=AT)
    matters = _matters(loaded.authority)
    assert loaded.stopped == ()
    assert loaded.disputes == len(matters) >= 50
    assert _wanted(shipped(protocol_id)) <= {each for matter in matters for each in _states(matter)}
    assert [each for each in verify_all() if each.wrong] == []
    assert [each for each in compare_all(at=AT) if each.wrong] == []
    for matter in matters:
        _holds(matter)
    _cast_is_whole(loaded.authority, shipped(protocol_id))
    assert Authority.objects.get(pk=loaded.authority).is_example
    assert not NoticeRow.objects.filter(sent_at__isnull=True).exists()


def _holds(matter: Matter) -> None:
    """Nothing is recorded before it happened or after the loading; people act in working hours."""
    entries = matter.dispute.entries
    assert [each.seq for each in entries] == list(range(1, len(entries) + 1))
    for entry in entries:
        assert entry.happened_at <= entry.recorded_at <= AT
        if entry.person == SYSTEM:
            continue
        local = entry.happened_at.astimezone(LONDON)
        assert time(9) <= local.time() <= time(17)
        assert calendar(matter.protocol.nation).is_working_day(local_date(entry.happened_at))


def _cast_is_whole(authority: int, protocol: Protocol) -> None:
    """Every role of the council is held, every child has its own, everybody is marked."""
    inside = {name for name, role in protocol.roles.items() if role.held_for is not Scope.OUTSIDE}
    held = Post.objects.filter(authority_id=authority)
    assert set(held.values_list("role", flat=True)) == inside
    children = Child.objects.filter(authority_id=authority)
    assert children.count() == 40
    assert set(children.values_list("status", flat=True)) == {
        each.value for each in protocol.children
    }
    assert all(name.endswith("(example)") for name in children.values_list("name", flat=True))
    for child in children:
        assert held.filter(role__in=protocol.raisers, scope=f"child:{child.pk.hex}").count() == 1
    people = Person.objects.filter(authority_id=authority)
    assert all(each.email == f"{each.username}@example.org" for each in people)
    assert all(each.check_password(there.SIGN_IN_WORD) for each in people)
    assert len(set(people.values_list("name", flat=True))) == people.count()


@pytest.mark.django_db
def test_chairs_raise_for_children_with_a_child_protection_plan_alone() -> None:
    both = [each for each in shipped_ids() if len(shipped(each).children) == 2]
    assert both
    loaded = load.load_example(both[0], at=AT)
    raisers = {
        (matter.dispute.child_status, matter.dispute.raiser)
        for matter in _matters(loaded.authority)
        if not matter.dispute.facts.about
    }
    assert len({status for status, _raiser in raisers}) == 2
    assert len({raiser for _status, raiser in raisers}) == len(shipped(both[0]).raisers)


@pytest.mark.django_db
def test_the_examples_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    one = (SHORTEST,)
    monkeypatch.setattr(there, "shipped_ids", lambda: one)
    assert [each.disputes > 0 for each in load.load_examples(at=AT)] == [True]
    assert load.load_examples(at=AT) == ()
    assert Authority.objects.count() == 1
    people = there.example_people()
    authorities = {each.authority for each in people}
    assert authorities == {f"Example authority A (protocol: {shipped(one[0]).title})"}
    labels = {role.label for role in shipped(one[0]).roles.values()}
    assert {"Independent Reviewing Officer"} <= {each.role for each in people} <= labels


@pytest.mark.django_db
def test_no_example_is_loaded_beside_an_authority_that_is_none() -> None:
    setting_up.add_authority("a-council", name="A council", is_example=False)
    assert there.examples_wanted() == ()
    assert load.load_examples(at=AT) == ()


@pytest.mark.django_db
def test_a_load_that_fails_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_authority: int) -> int:
        raise OSError("the disk is full")

    monkeypatch.setattr(setting_up, "take_notices_as_sent", fail)
    with pytest.raises(OSError, match="disk"):
        load.load_example(SHORTEST, at=AT)
    assert not Authority.objects.exists()
    assert not DisputeRow.objects.exists()
