"""A child's own record in the database: all or nothing, once, for those who may, and rebuilt."""

from datetime import timedelta
from uuid import uuid4

import pytest

from concord.casework.actions.bank_holidays import Adding, add_bank_holiday
from concord.casework.actions.child import OnRecord, RecordMoved
from concord.casework.actions.child_time import sweep_children
from concord.casework.actions.dispute import Ask
from concord.casework.actions.rebuilding import compare_all, rebuild_all, verify_all
from concord.casework.actions.time import sweep_reminders
from concord.casework.loading import NotFound
from concord.casework.queries.child_record import record_view
from concord.casework.queries.work import my_work
from concord.core.clock.bank_holidays import Nation
from concord.core.dispute.decide import Refused
from concord.core.problem import WrongData
from concord.records.models import ChildRecordRow, DutyRow, EventRow, NoticeRow
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.emptying import triggers_off
from tests.support.invariants import stored
from tests.support.on_record import child_proposal, puts_on_record, tries_for_child

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def local() -> Cast:
    return cast_of("bristol")


def planned(cast: Cast) -> int:
    return puts_on_record(cast, "iro", "plan review", at=MONDAY, on="2026-03-20")


def wrong() -> list[str]:
    looked = [*compare_all(at=MONDAY + DAY), *verify_all()]
    return [sentence for each in looked for sentence in each.wrong]


def test_an_act_writes_entry_row_duties_and_notices_together(local: Cast) -> None:
    assert planned(local) == 1
    row = ChildRecordRow.objects.get(child_id=local.child)
    assert EventRow.objects.filter(stream=row.pk).count() == row.version == 1
    owed = DutyRow.objects.filter(record=row).order_by("due_on")
    assert [each.key for each in owed] == ["review:1:papers", "review:1:hold"]
    assert [each.person_id for each in owed] == [
        local.people["social-worker"].person,
        local.people["iro"].person,
    ]
    (notice,) = NoticeRow.objects.filter(dispute=row.pk)
    assert (notice.person_id, notice.kind) == (local.people["social-worker"].person, "do")
    assert wrong() == []


def test_a_refused_act_stores_nothing(local: Cast) -> None:
    before = stored()
    event, ask = child_proposal("plan review", on="2026-03-20"), Ask(MONDAY, uuid4().hex)
    assert isinstance(tries_for_child(local, "social-worker", event, ask=ask), Refused)
    with pytest.raises(WrongData):
        tries_for_child(local, "iro", child_proposal("plan review"), ask=ask)
    assert stored() == before


def test_pressing_twice_does_it_once(local: Cast) -> None:
    event, ask = child_proposal("plan review", on="2026-03-20"), Ask(MONDAY, uuid4().hex)
    first = tries_for_child(local, "iro", event, ask=ask)
    again = tries_for_child(local, "iro", event, ask=ask)
    assert isinstance(first, OnRecord)
    assert again == OnRecord(local.child, 1, again=True)
    assert EventRow.objects.count() == 1


def test_whoever_read_an_older_page_is_told_what_came_on_record_since(local: Cast) -> None:
    planned(local)
    event = child_proposal("cancel review", review=1)
    moved = tries_for_child(local, "iro", event, ask=Ask(MONDAY, uuid4().hex, 0))
    assert isinstance(moved, RecordMoved)
    assert [each.seq for each in moved.since] == [1]
    assert EventRow.objects.count() == 1


def test_what_somebody_does_not_see_makes_no_page_stale(local: Cast) -> None:
    planned(local)
    puts_on_record(local, "iro", "record request", at=MONDAY)
    event = child_proposal("record papers", review=1, papers=["views"])
    done = tries_for_child(local, "social-worker", event, ask=Ask(MONDAY, uuid4().hex, 1))
    assert isinstance(done, OnRecord)


def test_another_authoritys_child_is_as_absent_as_none(local: Cast) -> None:
    other = cast_of("bristol", letter="b")
    event, ask = child_proposal("plan review", on="2026-03-20"), Ask(MONDAY, uuid4().hex)
    for child in (other.child, uuid4()):
        with pytest.raises(NotFound):
            tries_for_child(local, "iro", event, ask=ask, child=child)
        with pytest.raises(NotFound):
            record_view(local.people["iro"], child, at=MONDAY)


def test_what_is_owed_is_in_the_tray_and_leads_to_no_dispute(local: Cast) -> None:
    planned(local)
    work = my_work(local.people["social-worker"], at=MONDAY + HOUR)
    assert work
    (item,) = [each.item for each in work.mine]
    assert (item.what, item.dispute, item.child) == (
        "Provide the papers for the looked-after child review of 20 March 2026",
        None,
        local.child,
    )
    above = my_work(local.people["team-manager"], at=MONDAY + HOUR)
    assert above
    assert [each.item.key for each in above.team] == ["review:1:papers"]


def test_what_was_missed_is_recorded_once_at_its_moment_and_told(local: Cast) -> None:
    planned(local)
    later = MONDAY + 20 * DAY
    assert sweep_children(at=later, most=10).entries == 1
    assert sweep_children(at=later, most=10).entries == 0
    entry = EventRow.objects.get(seq=2)
    assert entry.happened_at.isoformat() == "2026-03-18T00:00:00+00:00"
    told = NoticeRow.objects.filter(kind="missed").values_list("person_id", flat=True)
    assert set(told) == {local.people["social-worker"].person, local.people["iro"].person}
    assert wrong() == []


def test_a_page_is_right_before_any_sweep_has_run(local: Cast) -> None:
    planned(local)
    view = record_view(local.people["iro"], local.child, at=MONDAY + 20 * DAY)
    assert [each.kind for each in view.timeline] == ["child.review-planned", "child.duty-missed"]
    assert EventRow.objects.count() == 1


def test_a_reminder_comes_before_the_day(local: Cast) -> None:
    planned(local)
    assert sweep_reminders(at=MONDAY + 14 * DAY, most=10) >= 1
    assert NoticeRow.objects.filter(kind="soon").exists()


def test_a_record_that_cannot_be_read_steps_aside_and_is_named(local: Cast) -> None:
    planned(local)
    with triggers_off():
        EventRow.objects.update(kind="child.unheard-of")
    swept = sweep_children(at=MONDAY + 20 * DAY, most=10)
    assert len(swept.troubled) == 1
    assert sweep_children(at=MONDAY + 20 * DAY, most=10).troubled == ()
    assert wrong() != []


def test_a_row_that_says_something_else_is_named_and_made_again(local: Cast) -> None:
    planned(local)
    ChildRecordRow.objects.update(next_due_at=None, seen_by="|nobody|")
    DutyRow.objects.filter(key="review:1:papers").delete()
    assert len(wrong()) == 3
    list(rebuild_all(at=MONDAY + DAY))
    assert wrong() == []


def test_a_late_bank_holiday_moves_what_is_counted_in_working_days(local: Cast) -> None:
    planned(local)
    at = MONDAY + 18 * DAY
    puts_on_record(local, "iro", "record review", at=at, review=1)
    assert str(DutyRow.objects.get(key="review:1:report").due_on) == "2026-04-14"
    day = at.date() + 6 * DAY
    late = Adding(local.authority, Nation.ENGLAND, day, "Example Day", "Announced late.")
    add_bank_holiday(late, person="1", at=at)
    assert str(DutyRow.objects.get(key="review:1:report").due_on) == "2026-04-15"
    assert [each.wrong for each in compare_all(at=at)] == [()]
