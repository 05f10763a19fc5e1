"""Who sees a dispute: those with a part in it, from the moment they have one, and nobody else."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest

from concord.casework.actions.dispute import Done, raise_concern
from concord.casework.actor import Viewer
from concord.casework.loading import NotFound
from concord.casework.queries.child import child_view, find_children
from concord.casework.queries.dispute import dispute_view, explain
from concord.casework.queries.foresee import foresee
from concord.casework.queries.person import signed_in
from concord.casework.queries.work import my_work
from concord.records.models import DutyRow, NoticeRow, Person, Post
from tests.casework.playing import DAY, HOUR, asks, goes_on, raised, tries
from tests.support.cast import MONDAY, Cast, cast_of, proposal
from tests.support.invariants import stored

pytestmark = pytest.mark.django_db
LATER = MONDAY + HOUR
Step = tuple[str, dict[str, object]]
TALK: Step = ("record conversation", {"with_roles": ("social-worker",)})
NOBODY = Viewer(person=999_999, authority=999_999, name="Nobody")


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol", names=("Example Child", "Another Child"))


WAYS_IN: dict[str, Callable[[Viewer, UUID], object]] = {
    "the page": lambda viewer, pk: dispute_view(viewer, pk, at=LATER),
    "a receipt": lambda viewer, pk: explain(viewer, pk, key="total", at=LATER),
    "a preview": lambda viewer, pk: foresee(viewer, pk, (proposal(*TALK),), at=LATER),
}


def _refusals(viewer: Viewer, pk: UUID, cast: Cast) -> set[str]:
    """What is answered by each way to a dispute: all of them the same, and without a word."""
    said = set()
    for way in WAYS_IN.values():
        with pytest.raises(NotFound) as refused:
            way(viewer, pk)
        said.add(repr(refused.value))
    with pytest.raises(NotFound) as refused:
        _acts(cast, viewer, pk)
    return said | {repr(refused.value)}


def _acts(cast: Cast, viewer: Viewer, pk: UUID) -> object:
    disguised = Cast(cast.protocol, cast.authority, cast.letter, {"x": viewer}, cast.children)
    return tries(disguised, "x", pk, TALK, ask=asks(LATER))


def test_another_authority_no_part_and_no_such_dispute_look_the_same(cast: Cast) -> None:
    pk, twin = raised(cast), cast_of("bristol", letter="b")
    before = stored()
    answers = [
        _refusals(twin.people["iro"], pk, cast),
        _refusals(twin.people["senior-reviewing-officer"], pk, cast),
        _refusals(cast.people["service-director"], pk, cast),
        _refusals(cast.people["iro"], uuid4(), cast),
        _refusals(NOBODY, pk, cast),
        _refusals(Viewer(cast.people["iro"].person, twin.authority, "Two houses"), pk, cast),
    ]
    assert answers == [{"NotFound()"}] * 6
    assert stored() == before


def test_another_authoritys_child_cannot_be_seen_found_or_raised_about(cast: Cast) -> None:
    twin = cast_of("bristol", letter="b", names=("Only Here",))
    for viewer, child in ((cast.people["iro"], twin.child), (cast.people["iro"], uuid4())):
        with pytest.raises(NotFound):
            child_view(viewer, child, at=LATER)
        with pytest.raises(NotFound):
            raise_concern(viewer, child, (proposal("raise concern", {}),), ask=asks(LATER))
    assert find_children(cast.people["iro"], words="Only Here", at=LATER) == ()
    assert [each.name for each in find_children(twin.people["iro"], words="only", at=LATER)] == [
        "Only Here"
    ]


def test_each_sees_it_from_the_stage_that_reaches_them(cast: Cast) -> None:
    pk, at = raised(cast), MONDAY
    seen: dict[str, str] = {}
    for hour in range(24):
        at = MONDAY + hour * HOUR
        rung = dispute_view(cast.people["iro"], pk, at=at).matter.dispute.runs[-1].rung
        for role in cast.people:
            if role not in seen and _sees(cast.people[role], pk, at):
                seen[role] = rung
        goes_on(cast, pk, at=at)
    assert seen == {
        "iro": "informal",
        "senior-reviewing-officer": "informal",
        "social-worker": "informal",
        "team-manager": "informal",
        "service-manager": "stage-3",
        "service-director": "stage-4",
    }


def _sees(viewer: Viewer, pk: UUID, at: datetime) -> bool:
    try:
        dispute_view(viewer, pk, at=at)
    except NotFound:
        return False
    return True


def test_who_is_consulted_sees_it_from_then_on(cast: Cast) -> None:
    pk = raised(cast)
    assert not _sees(cast.people["service-director"], pk, LATER)
    consulted = ("consult", {"whom": ("service-director",)})
    assert isinstance(tries(cast, "iro", pk, consulted, ask=asks(LATER)), Done)
    assert _sees(cast.people["service-director"], pk, LATER)


def test_a_post_for_one_child_says_nothing_about_another(cast: Cast) -> None:
    pk = raised(cast, child=1)
    Post.objects.filter(
        person_id=cast.people["social-worker"].person, scope=f"child:{cast.children[1].hex}"
    ).delete()
    assert not _sees(cast.people["social-worker"], pk, LATER)
    names = [each.name for each in find_children(cast.people["social-worker"], words="", at=LATER)]
    assert names == ["Example Child"]
    with pytest.raises(NotFound):
        child_view(cast.people["social-worker"], cast.children[1], at=LATER)


def test_the_childs_page_shows_only_the_disputes_in_which_one_has_a_part(cast: Cast) -> None:
    pk = raised(cast)
    seen = {
        role: [line.id for line in child_view(cast.people[role], cast.child, at=LATER).disputes]
        for role in ("iro", "social-worker", "service-director")
    }
    assert seen == {"iro": [pk], "social-worker": [pk], "service-director": []}


PRIVATE: tuple[Step, ...] = (
    ("seek advice", {}),
    ("receive advice", {"text": "Secret advice."}),
    (
        "consider referral",
        {
            "to": "cafcass",
            "decision": "refer",
            "reasons": "Secret reasons.",
            "with_roles": ("senior-reviewing-officer",),
        },
    ),
    ("correct", {"entry": 3, "text": "Secret correction.", "reason": "A slip."}),
)


def test_the_reviewing_sides_own_compartment_is_shut_to_the_line(cast: Cast) -> None:
    pk = raised(cast)
    assert isinstance(tries(cast, "iro", pk, TALK, *PRIVATE, ask=asks(LATER)), Done)
    for role, sees in (("iro", True), ("senior-reviewing-officer", True), ("social-worker", False)):
        view = dispute_view(cast.people[role], pk, at=LATER)
        assert view.sees_private == sees
        assert ("Secret" in repr((view.timeline, view.owed, view.over))) == sees
        kinds = {entry.kind for entry in view.timeline}
        assert ("dispute.advice-received" in kinds) == sees
        assert ("dispute.corrected" in kinds) == sees


def test_what_is_owed_and_done_in_the_compartment_is_not_shown_to_the_line(cast: Cast) -> None:
    pk = raised(cast)
    tries(cast, "iro", pk, TALK, ("issue alert", {}), ask=asks(LATER))
    tries(cast, "social-worker", pk, ("answer", {}), ask=asks(LATER))
    tries(cast, "iro", pk, ("judge", {"satisfied": "no"}), *PRIVATE[:3], ask=asks(LATER))
    acts = {
        role: {line.duty.act for line in (*view.owed, *view.over)}
        for role in ("iro", "social-worker")
        for view in [dispute_view(cast.people[role], pk, at=LATER)]
    }
    private = {"seek advice", "receive advice", "consider referral"}
    assert acts["iro"] & private
    assert not acts["social-worker"] & private


def test_somebody_whose_account_is_shut_is_out_at_once(cast: Cast) -> None:
    pk, leaver = raised(cast), cast.people["social-worker"]
    assert _sees(leaver, pk, LATER)
    Person.objects.filter(pk=leaver.person).update(is_active=False)
    assert signed_in(leaver.person, at=LATER) is None
    assert _refusals(leaver, pk, cast) == {"NotFound()"}
    assert find_children(leaver, words="", at=LATER) == ()
    with pytest.raises(NotFound):
        child_view(leaver, cast.child, at=LATER)


def test_a_leaver_owes_nothing_new_and_is_told_nothing(cast: Cast) -> None:
    leaver = cast.people["social-worker"]
    Person.objects.filter(pk=leaver.person).update(is_active=False)
    raised(cast)
    assert not DutyRow.objects.filter(person_id=leaver.person).exists()
    assert not NoticeRow.objects.filter(person_id=leaver.person).exists()
    assert DutyRow.objects.filter(person_id=cast.people["team-manager"].person).exists()


@pytest.mark.parametrize(("until", "holds"), [("2026-03-02", True), ("2026-03-01", False)])
def test_a_post_that_has_ended_no_longer_holds(cast: Cast, until: str, holds: bool) -> None:
    pk, leaver = raised(cast), cast.people["social-worker"]
    Post.objects.filter(person_id=leaver.person).update(until_on=date.fromisoformat(until))
    assert _sees(leaver, pk, LATER) == holds
    assert bool(find_children(leaver, words="", at=LATER)) == holds


def test_a_post_that_has_not_begun_does_not_hold_yet(cast: Cast) -> None:
    pk, newcomer = raised(cast), cast.people["social-worker"]
    Post.objects.filter(person_id=newcomer.person).update(from_on=date(2026, 3, 3))
    assert not _sees(newcomer, pk, LATER)
    assert _sees(newcomer, pk, LATER + DAY)


def test_a_managers_team_shows_only_disputes_in_which_the_manager_has_a_part(cast: Cast) -> None:
    pk = raised(cast)
    teams = {role: my_work(cast.people[role], at=LATER) for role in cast.people}
    shown = {role for role, work in teams.items() if work and "Example Child" in repr(work.team)}
    assert shown == {"team-manager"}
    consulted = ("consult", {"whom": ("service-manager",)})
    tries(cast, "iro", pk, consulted, ask=asks(LATER))
    work = my_work(cast.people["service-manager"], at=LATER)
    assert work
    assert "Example Child" in repr(work.team)


def test_a_raiser_whose_post_has_ended_has_no_list_of_what_was_raised(cast: Cast) -> None:
    raised(cast)
    leaver = cast.people["iro"]
    before = my_work(leaver, at=LATER)
    assert before
    assert all("Example Child" in repr(each) for each in (before.waiting, before.raised))
    Post.objects.filter(person_id=leaver.person).update(until_on=date(2026, 3, 1))
    after = my_work(leaver, at=LATER)
    assert after
    assert "Example Child" not in repr(after)
    frame = signed_in(leaver.person, at=MONDAY + 9 * DAY)
    assert frame
    assert frame.overdue == 0


def test_work_does_not_show_a_child_to_somebody_whose_post_has_ended(cast: Cast) -> None:
    raised(cast)
    leaver = cast.people["social-worker"]
    work = my_work(leaver, at=LATER)
    assert work
    assert "Example Child" in repr(work.mine)
    Post.objects.filter(person_id=leaver.person).update(until_on=date(2026, 3, 1))
    work = my_work(leaver, at=LATER)
    assert work
    assert "Example Child" not in repr(work)
