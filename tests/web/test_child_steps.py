"""Putting something on a child's record by form: nothing typed is lost, and refusals say why."""

import json
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from concord.core.child.decide import CHILD_ACTS
from concord.records.models import EventRow
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.on_record import puts_on_record
from tests.web.showing import Shown, shown

PLAN: dict[str, Any] = {
    "on_0": "20",
    "on_1": "March",
    "on_2": "2026",
    "place": "2pm, at the <carers'> home & garden",
}


@pytest.fixture
def local(db: None, still: None) -> Cast:
    return cast_of("bristol")


def opened(cast: Cast, role: str, verb: str, query: str = "") -> tuple[Client, Shown]:
    client = cast.client(role)
    step = verb.replace(" ", "-")
    return client, shown(client.get(f"/children/{cast.child}/steps/{step}{query}"))


def test_what_was_typed_is_checked_and_reaches_the_record(local: Cast) -> None:
    client, form = opened(local, "iro", "plan review")
    check = form.sends(client, **PLAN)
    assert "Check before you send" in check.text
    assert "Provide the papers for the looked-after child review of 20 March 2026" in check.text
    done = check.sends(client, confirmed="yes")
    page = unescape(shown(client.get(done.headers["Location"])).text)
    assert "2pm, at the <carers'> home & garden" in page
    assert "Recorded: Plan a review" in page


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(local: Cast) -> None:
    client, form = opened(local, "iro", "plan review")
    again = form.sends(client, **PLAN | {"on_1": "Marsh"})
    assert again.status == 422
    assert "2pm, at the <carers'> home & garden" in unescape(again.text)
    past = again.sends(client, on_1="February")
    assert past.status == 422
    assert "20 February 2026 is past" in past.text
    assert "What would allow it" in past.text
    assert not EventRow.objects.exists()


def test_changing_brings_everything_back(local: Cast) -> None:
    client, form = opened(local, "iro", "plan review")
    again = form.sends(client, **PLAN).sends(client, change="yes")
    assert again.fields["place"] == ["2pm, at the <carers'> home & garden"]


def test_sent_twice_it_is_on_record_once(local: Cast) -> None:
    client, form = opened(local, "iro", "plan review")
    check = form.sends(client, **PLAN)
    assert check.sends(client, confirmed="yes").status == 302
    again = check.sends(client, confirmed="yes")
    assert again.headers["Location"] == f"/children/{local.child}"
    assert EventRow.objects.count() == 1


def test_whoever_was_overtaken_sees_what_came_and_what_they_typed(local: Cast) -> None:
    puts_on_record(local, "iro", "plan review", at=MONDAY, on="2026-03-20")
    client, form = opened(local, "iro", "move review")
    typed = {"on_0": "27", "on_1": "March", "on_2": "2026", "reason": "The school asked."}
    check = form.sends(client, **typed)
    puts_on_record(local, "social-worker", "notify change", at=MONDAY)
    stale = check.sends(client, confirmed="yes")
    assert stale.status == 409
    assert "The social worker notified a significant change" in stale.text
    assert "The school asked." in stale.text
    assert EventRow.objects.count() == 2


def test_an_act_that_is_anothers_is_refused_with_whom_to_ask(local: Cast) -> None:
    _client, page = opened(local, "social-worker", "plan review")
    assert page.status == 403
    assert "This is for the Independent Reviewing Officer" in page.text


def test_an_act_that_is_not_possible_now_says_what_would_allow_it(local: Cast) -> None:
    _client, page = opened(local, "iro", "record review")
    assert "No review is planned" in page.text
    assert "Plan one first" in page.text


@pytest.mark.parametrize("verb", ["recognise practice", "record grave event", "no such thing"])
def test_an_act_that_the_protocol_does_not_have_is_not_there(local: Cast, verb: str) -> None:
    assert opened(local, "iro", verb)[1].status == 404


def test_nobody_reaches_a_child_of_another_authority(local: Cast) -> None:
    other = cast_of("bristol", letter="b")
    for path in ("", "/steps/plan-review", "/dates/review:1:hold"):
        assert local.client("iro").get(f"/children/{other.child}{path}").status_code == 404


def test_each_act_has_a_form_for_those_who_may(local: Cast) -> None:
    puts_on_record(local, "iro", "plan review", at=MONDAY, on="2026-03-02")
    decisions = [{"what": "Visit", "by": "social-worker"}, {"what": "Call", "by": "team-manager"}]
    puts_on_record(local, "iro", "record review", at=MONDAY, review=1, decisions=decisions)
    puts_on_record(local, "team-manager", "refuse decision", at=MONDAY, decision=2)
    puts_on_record(local, "social-worker", "notify change", at=MONDAY)
    puts_on_record(local, "social-worker", "record request", at=MONDAY)
    silent = {"recognise practice", "pass on compliment"}
    silent |= {"record grave event", "tell of grave event", "note complaint", "end complaint"}
    silent |= {"weigh complaint", "plan submission", "move submission", "record final plan"}
    silent |= {"record assessment", "give view on plan"}
    for verb in CHILD_ACTS.keys() - silent:
        pages = [opened(local, role, verb)[1] for role in ("iro", "social-worker")]
        assert any("<form" in each.text and each.status == 200 for each in pages), verb


def test_a_form_that_is_opened_from_a_duty_knows_what_it_is_about(local: Cast) -> None:
    for day in ("20", "27"):
        puts_on_record(
            *(local, "iro", "plan review"),
            at=MONDAY,
            on=f"2026-03-{day}",
            urgent=day == "27",
            reason="x",
        )
    _client, form = opened(local, "iro", "move review", "?review=2")
    assert form.fields["review"] == ["2"]


def test_a_date_opens_its_receipt_and_the_file_that_a_stranger_can_verify(local: Cast) -> None:
    puts_on_record(local, "iro", "plan review", at=MONDAY, on="2026-03-02")
    puts_on_record(local, "iro", "record review", at=MONDAY, review=1)
    client = local.client("iro")
    page = client.get(f"/children/{local.child}/dates/review:1:report")
    assert "Monday 23 March 2026" in page.content.decode()
    answer = client.get(f"/children/{local.child}/dates/review:1:report/receipt")
    data = json.loads(answer.content)
    assert [each["due_on"] for each in data["receipts"]] == ["2026-03-23"]
    assert str(local.child) not in answer.content.decode()
    planned = client.get(f"/children/{local.child}/dates/review:2:hold")
    assert "the day that was planned for it" in planned.content.decode()


def test_a_date_of_what_somebody_has_no_part_in_is_not_there(local: Cast) -> None:
    puts_on_record(local, "iro", "record request", at=MONDAY)
    puts_on_record(local, "iro", "plan review", at=MONDAY, on="2026-03-20")
    client = local.client("service-director")
    assert client.get(f"/children/{local.child}/dates/review:1:hold").status_code == 404
    assert client.get(f"/children/{local.child}/dates/request:1").status_code == 404


def test_a_concern_can_come_from_a_review_and_says_so_on_its_page(local: Cast) -> None:
    puts_on_record(local, "iro", "plan review", at=MONDAY, on="2026-03-02")
    puts_on_record(local, "iro", "record review", at=MONDAY, review=1)
    pk = local.raises(
        *("iro", MONDAY + timedelta(hours=1)), came_from="Looked-after child review of 2 March 2026"
    )
    page = local.client("iro").get(f"/disputes/{pk}").content.decode()
    assert "Where it comes from" in page
    assert "Looked-after child review of 2 March 2026" in page
    form = local.client("iro").get(f"/children/{local.child}/raise").content.decode()
    assert "The review in which the problem showed" in form
