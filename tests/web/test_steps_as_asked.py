"""What a step's form knows of the dispute, and what it says of what was given."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from tests.support.cast import MONDAY, Cast, cast_of
from tests.web.showing import shown

SRO = "senior-reviewing-officer"
ACTIONS = [
    {"what": "Write to the school", "by": "social-worker", "on": "2026-03-05"},
    {"what": "Ring the carers", "by": "team-manager", "on": "2026-03-05"},
]
FUTURE = {"on_0": "9", "on_1": "3", "on_2": "2026"}


def after(minutes: int) -> timedelta:
    return timedelta(minutes=minutes)


@pytest.fixture
def not_satisfied(cast: Cast, formal: UUID) -> UUID:
    """A dispute whose first answer did not satisfy."""
    cast.does("social-worker", formal, "answer", at=MONDAY + after(30))
    cast.does("iro", formal, "judge", at=MONDAY + after(31), satisfied="no")
    cast.does("iro", formal, "inform", at=MONDAY + after(32), whom=[SRO])
    return formal


def page_of(cast: Cast, role: str, path: str) -> str:
    return unescape(shown(cast.client(role).get(path)).text)


def test_who_has_made_no_entry_has_none_to_correct(cast: Cast, formal: UUID) -> None:
    page = page_of(cast, "social-worker", f"/disputes/{formal}/steps/correct")
    assert "You have made no entry in this record yet" in page
    assert "<textarea" not in page


def test_the_kind_of_answer_is_needed_where_the_protocol_has_kinds(
    cast: Cast, not_satisfied: UUID
) -> None:
    cast.does("iro", not_satisfied, "escalate", at=MONDAY + after(33), to="stage-2")
    client = cast.client("team-manager")
    form = shown(client.get(f"/disputes/{not_satisfied}/steps/answer"))
    assert "Which kind of response (optional)" not in form.text
    assert "Select which kind of response" in form.sends(client, text="No money.").text
    check = form.sends(client, text="No money.", kind="explanation")
    assert check.text.count("A clear explanation why it cannot be done") >= 1


def test_only_what_is_mine_and_not_reported_yet_is_offered_to_report(
    cast: Cast, formal: UUID
) -> None:
    cast.does("iro", formal, "agree actions", at=MONDAY + after(30), actions=ACTIONS)
    path = f"/disputes/{formal}/steps/report-action"
    client = cast.client("social-worker")
    form = shown(client.get(path))
    assert "Ring the carers" not in form.text
    check = form.sends(client, text="It is sent.").text
    assert "Write to the school" in check
    cast.does("social-worker", formal, "report action", at=MONDAY + after(31), action=1)
    assert "No agreed action is waiting for you" in page_of(cast, "social-worker", path)


def test_an_escalation_that_is_owed_goes_to_the_next_stage_unless_another_is_chosen(
    cast: Cast, not_satisfied: UUID
) -> None:
    path = f"/disputes/{not_satisfied}/steps/escalate"
    form = shown(cast.client("iro").get(f"{path}?duty=2:next"))
    assert form.fields["to"] == ["stage-2"]
    assert "Only if there is serious concern for the child's welfare" in unescape(form.text)


def test_what_was_given_and_cannot_be_is_said_beside_its_field(cast: Cast, formal: UUID) -> None:
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{formal}/steps/seek-advice"))
    answer = form.sends(client, given_by="Cafcass")
    sentence = "Independent legal advice does not come from Cafcass"
    assert answer.status == 422
    assert "It cannot be recorded like this" in answer.text
    assert "This step is not possible now" not in answer.text
    assert answer.text.count(sentence) == 3  # in the summary, with its clause, and beside the field
    assert 'href="#id_given_by"' in answer.text


def test_a_day_ahead_is_refused_beside_its_field(cast: Cast, formal: UUID) -> None:
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{formal}/steps/record-contact"))
    answer = form.sends(client, contact="Cafcass", text="They ring back.", **FUTURE)
    assert answer.status == 422
    assert "9 March 2026 is still ahead. Give 2 March 2026 or an earlier day" in answer.text
    assert "They ring back." in answer.text


def test_referring_says_at_once_what_should_come_first(cast: Cast, formal: UUID) -> None:
    path = f"/disputes/{formal}/steps/refer"
    asked = "Not done yet: take independent legal advice before a referral to Cafcass"
    assert asked in page_of(cast, "iro", path)
    legal = {"kind": "legal", "given_by": "Example Chambers"}
    cast.does("iro", formal, "receive advice", at=MONDAY + after(30), **legal)
    assert "Why a step that should come first was left out" not in page_of(cast, "iro", path)


def test_a_decision_is_checked_in_the_words_in_which_it_was_chosen(
    cast: Cast, formal: UUID
) -> None:
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{formal}/steps/consider-referral"))
    check = form.sends(client, decision="decline", reasons="It is too early.")
    assert "Do not refer it" in check.text


def test_nobody_is_said_to_get_a_message_of_their_own_step(cast: Cast, not_satisfied: UUID) -> None:
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{not_satisfied}/steps/escalate"))
    check = form.sends(client, to="stage-2", rationale="It is too late.")
    assert "A message without any details goes to: Team manager" in check.text


def test_a_report_says_who_is_to_look_at_it(cast: Cast, formal: UUID) -> None:
    cast.does("iro", formal, "agree actions", at=MONDAY + after(30), actions=ACTIONS[:1])
    client = cast.client("social-worker")
    form = shown(client.get(f"/disputes/{formal}/steps/report-action"))
    assert "Check that agreed action 1 was done" in form.sends(client, text="Sent.").text


def test_a_protocol_without_holds_says_so_once_and_to_everybody(cast: Cast, formal: UUID) -> None:
    for role in ("iro", "team-manager"):
        page = page_of(cast, role, f"/disputes/{formal}")
        assert page.count("This protocol says nothing about putting a dispute on hold") == 1
        assert "Check the task of the hold" not in page


def test_an_action_of_nobody_in_particular_is_not_a_vacant_post(cast: Cast, formal: UUID) -> None:
    action = {"what": "Ring the school", "on": "2026-03-05"}
    cast.does("iro", formal, "agree actions", at=MONDAY + after(30), actions=[action])
    page = page_of(cast, "iro", f"/disputes/{formal}")
    assert "Nobody is named" in page
    assert "Nobody holds this role" not in page


def test_who_is_to_respond_to_a_concern_has_a_step_for_it(cast: Cast) -> None:
    pk = cast.raises("iro", raised_with=["social-worker"])
    page = page_of(cast, "social-worker", f"/disputes/{pk}")
    assert f"/disputes/{pk}/steps/record-conversation?duty=1%3Arespond" in page
    form = shown(
        cast.client("social-worker").get(f"/disputes/{pk}/steps/record-conversation?duty=1:respond")
    )
    assert form.fields["with_roles"] == ["iro"]


def test_the_button_to_refer_says_to_whom(cast: Cast, formal: UUID) -> None:
    page = page_of(cast, "iro", f"/disputes/{formal}")
    assert "Refer to Cafcass" in page
    assert "To Cafcass</p>" not in page


def test_the_button_to_refer_to_one_of_several_says_to_which(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("cp-chair", respond_by="2026-03-05")
    page = page_of(cast, "cp-chair", f"/disputes/{pk}")
    assert "To Cafcass or the local safeguarding children partnership</p>" in page


def test_what_is_done_on_its_first_day_is_not_met_after_nothing(cast: Cast, formal: UUID) -> None:
    cast.does("social-worker", formal, "answer", at=MONDAY + after(30))
    page = page_of(cast, "iro", f"/disputes/{formal}")
    assert "Met before one working day was over" in page
    assert ">0 working days left" not in page


def test_the_alert_beside_a_form_is_a_heading_of_its_own(db: None, still: None) -> None:
    cast = cast_of("southampton")
    pk = cast.raises("iro")
    talk = {"with_roles": ["team-manager"]}
    cast.does("iro", pk, "record conversation", at=MONDAY + after(1), **talk)
    cast.does("iro", pk, "issue alert", at=MONDAY + after(2))
    page = page_of(cast, "team-manager", f"/disputes/{pk}/steps/answer")
    assert re.search(r"<h3[^>]*>Alert, Team Manager stage</h3>", page)


def test_a_stage_can_be_left_for_serious_concern_before_it_is_answered(
    cast: Cast, formal: UUID
) -> None:
    cast.does("iro", formal, "inform", at=MONDAY + after(30), whom=[SRO])
    client = cast.client("iro")
    path = f"/disputes/{formal}/steps/escalate"
    assert f'href="{path}"' in page_of(cast, "iro", f"/disputes/{formal}")
    check = shown(client.get(path)).sends(client, to="stage-3", reason="The child is not safe.")
    assert "escalated from Stage 1 to Stage 3" in check.text


def test_the_next_stage_may_be_the_one_that_serious_concern_leads_to(
    cast: Cast, not_satisfied: UUID
) -> None:
    cast.does("iro", not_satisfied, "escalate", at=MONDAY + after(33), to="stage-2")
    cast.does("iro", not_satisfied, "inform", at=MONDAY + after(34), whom=[SRO])
    client = cast.client("iro")
    path = f"/disputes/{not_satisfied}/steps/escalate"
    page = page_of(cast, "iro", f"/disputes/{not_satisfied}")
    assert f'href="{path}"' in page
    check = shown(client.get(path)).sends(client, reason="The child is not safe.")
    assert "escalated from Stage 2 to Stage 3" in check.text
    assert path not in page_of(cast, "team-manager", f"/disputes/{not_satisfied}")


def test_an_exceptional_beginning_is_reached_without_an_informal_attempt(cast: Cast) -> None:
    pk = cast.raises("iro")
    cast.does("iro", pk, "inform", at=MONDAY + after(1), whom=[SRO])
    path = f"/disputes/{pk}/steps/issue-alert"
    assert f'href="{path}"' in page_of(cast, "iro", f"/disputes/{pk}")
    client = cast.client("iro")
    check = shown(client.get(path)).sends(client, stage="stage-3", reason="She is at risk.")
    assert "began the formal process at Stage 3" in check.text
