"""One dispute about siblings is on each child's page, and reaches those who work with each."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from concord.casework.actions.dispute import Ask, raise_concern
from concord.casework.actions.rebuilding import compare_all, rebuild_all
from concord.casework.actions.time import sweep_deadlines
from concord.casework.actor import Viewer
from concord.casework.loading import NotFound, load
from concord.casework.queries.child import child_view
from concord.casework.queries.dispute import dispute_view
from concord.casework.queries.raising import beginning
from concord.casework.queries.work import my_work
from concord.core.dispute.decide import Refused
from concord.records import setting_up
from concord.records.models import Child, DisputeRow, DutyRow, NoticeRow, Post, Sibling
from concord.records.setting_up import NewPerson, NewPost
from tests.support import invariants
from tests.support.cast import MONDAY, SINCE, WORD, Cast, cast_of, proposal

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
CONCERN: dict[str, Any] = {"raised_with": ["social-worker"]}


@dataclass(frozen=True)
class Family:
    """Three siblings: the second has a team and a social worker of its own."""

    cast: Cast
    other_worker: Viewer

    @property
    def dispute(self) -> UUID:
        """A dispute about the first two."""
        return self.cast.raises("iro", siblings=(self.cast.children[1],), **CONCERN)


@pytest.fixture
def family() -> Family:
    cast = cast_of("bristol", names=("Ava Example", "Ben Example", "Cal Example"))
    second = cast.children[1]
    service = setting_up.add_service(cast.authority, "Other service")
    team = setting_up.add_team(cast.authority, "Other team", service=service)
    Child.objects.filter(pk=second).update(team_id=team)
    Post.objects.filter(role="social-worker", scope=f"child:{second.hex}").delete()
    new = [NewPerson("a-other", "Other Worker", "a-other@example.org")]
    (number,) = setting_up.add_people(cast.authority, new, word=WORD)
    post = NewPost(number, "social-worker", f"child:{second.hex}", SINCE)
    setting_up.add_posts(cast.authority, [post])
    return Family(cast, Viewer(number, cast.authority, "Other Worker"))


def test_it_is_on_the_page_of_each_child_that_it_is_about_and_of_no_other(family: Family) -> None:
    pk, iro = family.dispute, family.cast.people["iro"]
    pages = [child_view(iro, child, at=MONDAY) for child in family.cast.children]
    assert [[line.id for line in page.disputes] for page in pages] == [[pk], [pk], []]


def test_those_who_work_with_either_child_have_their_part_in_it(family: Family) -> None:
    pk = family.dispute
    for worker in (family.cast.people["social-worker"], family.other_worker):
        assert load(worker, pk, at=MONDAY).roles == {"social-worker"}
        work = my_work(worker, at=MONDAY + HOUR)
        assert work
        assert [item.item.dispute for item in work.mine] == [pk]
    told = NoticeRow.objects.filter(dispute=pk).values_list("person_id", flat=True)
    assert family.other_worker.person in told


def test_a_person_sees_the_names_of_all_and_opens_the_pages_of_their_own(family: Family) -> None:
    view = dispute_view(family.other_worker, family.dispute, at=MONDAY)
    assert view.child_name == "Ava Example and Ben Example"
    assert [child.reached for child in view.children] == [False, True]
    work = my_work(family.other_worker, at=MONDAY + HOUR)
    assert work
    assert [item.item.about for item in work.mine] == ["Ben Example and 1 other"]


def test_a_dispute_about_one_child_is_no_matter_of_the_others_workers(family: Family) -> None:
    pk = family.cast.raises("iro", **CONCERN)
    with pytest.raises(NotFound):
        load(family.other_worker, pk, at=MONDAY)
    assert not DutyRow.objects.filter(dispute_id=pk, person_id=family.other_worker.person).exists()


def test_whoever_raises_it_holds_a_role_for_each_child(family: Family) -> None:
    cast, event = family.cast, proposal("raise concern", CONCERN)
    second = cast.children[1]
    Post.objects.filter(role="iro", scope=f"child:{second.hex}").delete()
    ask = Ask(MONDAY, uuid4().hex)
    for siblings in ((second,), (uuid4(),)):
        with pytest.raises(NotFound):
            raise_concern(cast.people["iro"], cast.child, (event,), ask=ask, siblings=siblings)
    assert not DisputeRow.objects.exists()
    assert [
        each.child.pk for each in beginning(cast.people["iro"], cast.child, at=MONDAY).others
    ] == [cast.children[2]]


def test_another_authoritys_child_is_no_sibling(family: Family) -> None:
    other = cast_of("bristol", letter="b")
    ask, event = Ask(MONDAY, uuid4().hex), proposal("raise concern", CONCERN)
    with pytest.raises(NotFound):
        raise_concern(
            *(family.cast.people["iro"], family.cast.child, (event,)),
            ask=ask,
            siblings=(other.child,),
        )
    others = beginning(family.cast.people["iro"], family.cast.child, at=MONDAY).others
    assert other.child not in {each.child.pk for each in others}


def test_children_with_different_statuses_are_refused_and_nothing_is_stored(
    family: Family,
) -> None:
    cast = family.cast
    Child.objects.filter(pk=cast.children[2]).update(status="child protection")
    event, ask = proposal("raise concern", CONCERN), Ask(MONDAY, uuid4().hex)
    siblings = (cast.children[2],)
    refused = raise_concern(cast.people["iro"], cast.child, (event,), ask=ask, siblings=siblings)
    assert isinstance(refused, Refused)
    assert refused.id == "different-status"
    assert not DisputeRow.objects.exists()


def test_the_same_child_named_twice_is_one(family: Family) -> None:
    pk = family.cast.raises("iro", siblings=(family.cast.child,), **CONCERN)
    assert DisputeRow.objects.get(pk=pk).children == 1
    assert not Sibling.objects.exists()


def test_all_that_has_to_hold_holds_and_the_siblings_follow_from_the_entries(
    family: Family,
) -> None:
    pk = family.dispute
    assert invariants.everything(at=MONDAY) == 1
    Sibling.objects.filter(dispute_id=pk).update(child_id=family.cast.children[2])
    wrong = [sentence for each in compare_all(at=MONDAY) for sentence in each.wrong]
    assert "its children are not those of its record" in wrong
    list(rebuild_all(at=MONDAY))
    assert [each.wrong for each in compare_all(at=MONDAY)] == [()]
    assert Sibling.objects.get(dispute_id=pk).child_id == family.cast.children[1]


def test_what_a_deadline_brings_reaches_the_workers_of_both(family: Family) -> None:
    cast = family.cast
    pk = cast.raises(
        "iro", siblings=(cast.children[1],), respond_by="2026-03-04", raised_with=["social-worker"]
    )
    sweep_deadlines(at=MONDAY + timedelta(days=10), most=100)
    missed = NoticeRow.objects.filter(dispute=pk, kind="missed").values_list("person_id", flat=True)
    assert {family.other_worker.person, cast.people["social-worker"].person} <= set(missed)
