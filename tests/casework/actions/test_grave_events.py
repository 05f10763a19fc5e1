"""A grave event is told at once, and every dispute about the child gives way to it."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from concord.casework.actions.dispute import Ask
from concord.casework.actions.mail import send_notices
from concord.casework.queries.child_record import record_view
from concord.casework.queries.dispute import dispute_view
from concord.core.dispute.decide import Refused
from concord.records.models import DisputeRow, DutyRow, EventRow, NoticeRow
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.emptying import triggers_off
from tests.support.on_record import child_proposal, puts_on_record, tries_for_child

pytestmark = [pytest.mark.django_db, pytest.mark.clauses("LAM-OVERRIDE")]
HOUR = timedelta(hours=1)


@pytest.fixture
def local() -> Cast:
    return cast_of("lambeth", names=("Ava Example", "Ben Example"))


@pytest.fixture
def dispute(local: Cast) -> UUID:
    return local.raises("iro", raised_with=["social-worker"])


def grave(cast: Cast, by: str = "social-worker") -> None:
    puts_on_record(cast, by, "record grave event", at=MONDAY + HOUR, kind="abduction")


def test_those_stated_are_written_to_in_the_same_moment_without_a_word_about_it(
    local: Cast, dispute: UUID, mailoutbox: list[object]
) -> None:
    grave(local)
    told = NoticeRow.objects.filter(kind="grave").values_list("person_id", flat=True)
    wanted = ("executive-director", "iro", "cp-chair", "iro-service-manager")
    assert set(told) == {local.people[role].person for role in wanted}
    send_notices(at=MONDAY + HOUR, most=100, address="https://concord.example")
    mails = [str(each.subject) for each in mailoutbox if hasattr(each, "subject")]
    assert mails.count("Concord: something grave has been recorded: sign in at once") == 4
    assert "abducted" not in str([vars(each) for each in mailoutbox])


def test_the_dispute_gives_way_in_the_same_moment_and_says_so(local: Cast, dispute: UUID) -> None:
    grave(local)
    row = DisputeRow.objects.get(pk=dispute)
    assert (row.phase, row.version) == ("overridden", 2)
    owed = DutyRow.objects.filter(dispute_id=dispute).values_list("act", flat=True)
    assert set(owed) == {"resume stages", "inform"}
    view = dispute_view(local.people["social-worker"], dispute, at=MONDAY + HOUR)
    assert "recorded a grave event, to which the stages give way" in view.timeline[-1].sentence
    assert invariants.everything(at=MONDAY + HOUR) == 1


def test_the_dispute_does_not_say_what_it_was_to_those_who_are_not_told(
    local: Cast, dispute: UUID
) -> None:
    grave(local, by="team-manager")
    view = dispute_view(local.people["social-worker"], dispute, at=MONDAY + HOUR)
    assert "abducted" not in str(view.timeline)
    assert record_view(local.people["social-worker"], local.child, at=MONDAY + HOUR).timeline == ()
    told = record_view(local.people["executive-director"], local.child, at=MONDAY + HOUR)
    assert [each.label for each in told.grave_events] == [
        "A child in care or on a child protection plan was abducted"
    ]


def test_a_dispute_about_another_child_or_that_is_over_goes_on(local: Cast) -> None:
    other = local.raises("iro", child=1, raised_with=["social-worker"])
    over = local.raises("iro", raised_with=["social-worker"])
    local.does("iro", over, "withdraw", at=MONDAY, reason="It was a mistake.")
    grave(local)
    phases = dict(DisputeRow.objects.values_list("pk", "phase"))
    assert (phases[other], phases[over]) == ("informal", "withdrawn")


def test_a_dispute_about_siblings_gives_way_for_either(local: Cast) -> None:
    both = local.raises("iro", child=1, siblings=(local.child,), raised_with=["social-worker"])
    grave(local)
    assert DisputeRow.objects.get(pk=both).phase == "overridden"


def test_a_dispute_that_cannot_be_read_keeps_nobody_from_being_told(
    local: Cast, dispute: UUID
) -> None:
    with triggers_off():
        EventRow.objects.filter(stream=dispute).update(kind="dispute.unheard-of")
    grave(local)
    assert NoticeRow.objects.filter(kind="grave").exists()


def test_what_is_refused_overrides_nothing(local: Cast, dispute: UUID) -> None:
    event = child_proposal("record grave event", kind="rain")
    outcome = tries_for_child(local, "iro", event, ask=Ask(MONDAY, uuid4().hex))
    assert isinstance(outcome, Refused)
    assert DisputeRow.objects.get(pk=dispute).phase == "informal"
